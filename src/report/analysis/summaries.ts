import { roleIds } from '../../protocol/model.ts'
import { measuresOf, questionnairesOf } from '../../protocol/rules.ts'
import type { Summary } from '../analysis.ts'
import type { Study } from '../study.ts'
import { spreadOf } from './spread.ts'
import { type Asked, linesOf, type StudyValues } from './values.ts'

/**
 * Summaries: where do the answers of a role lie, at each stage, on each measure, in each domain?
 *
 * @param study   scores on the measure's scale, one per person, stage, measure and domain
 * @param values  the same, indexed
 * @returns       a line for each domain and the total, in points; none where nobody answered the measure
 * Missing: left out and counted in `incomplete`. A total needs every domain.
 * Ties: each value counts.   Method: medians and quartiles as in statistics/quartiles.ts.
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361, Methods.
 * Agrees with: the paper, to the printed digits, in tests/paper.
 * @example summarise(example)[n] // { measure: 'confidence', domain: 'total', n: 6, median: 21.5, … }
 */
export const summarise = ({ protocol }: Study, values: StudyValues): readonly Summary[] =>
  roleIds
    .flatMap((role) =>
      questionnairesOf(protocol).flatMap((step) =>
        measuresOf(protocol, step, role).map((measure) => ({ role, stage: step.stage, measure })),
      ),
    )
    .flatMap((asked) => summariseMeasure(asked, linesOf(protocol, asked.measure), values))

const summariseMeasure = (
  asked: Asked,
  lines: readonly string[],
  { valuesOf, countAnswering }: StudyValues,
): readonly Summary[] => {
  const answering = countAnswering(asked)
  if (answering === 0) return []
  return lines.map((domain) => {
    const values = [...valuesOf(asked, domain).values()]
    const { role, stage, measure } = asked
    const incomplete = answering - values.length
    return { role, stage, measure: measure.id, domain, ...spreadOf(values), incomplete }
  })
}
