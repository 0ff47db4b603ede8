import { type Measure, overallDomain, totalDomain } from '../../protocol/model.ts'
import { findMeasure } from '../../protocol/rules.ts'
import { holm } from '../../statistics/holm.ts'
import { signedRank } from '../../statistics/signed-rank.ts'
import type { Comparison } from '../analysis.ts'
import type { Study } from '../study.ts'
import { spreadOf } from './spread.ts'
import { linesOf, type StudyValues, type Values } from './values.ts'

type Unadjusted = Omit<Comparison, 'pHolm' | 'pHolmExact'>

/**
 * Comparisons: did the same people's answers change between the two stages that the protocol compares?
 *
 * @param study   scores on the measure's scale, one per person, stage, measure and domain
 * @param values  the same, indexed
 * @returns       a line for each domain and the total of each planned comparison; medians in points,
 *                over the pairs; `problem` in the place of a test that cannot be made
 * Missing: a person with one value only is left out and counted in `excluded`. A total needs every domain.
 * Ties: as in statistics/signed-rank.ts.   Method: Wilcoxon signed-rank. Holm within families: the
 *   domains of one role and measure are one; the totals and overall scores, the study's main
 *   comparisons, another. A line without a test does not count towards its family.
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361, Results; protocol.comparisons.
 * Agrees with: the paper, to the printed digits, in tests/paper.
 * @example compareStages(example)[n] // { domain: 'total', pairs: 5, medianBefore: 23, medianAfter: 29, … }
 */
export const compareStages = ({ protocol }: Study, values: StudyValues): readonly Comparison[] => {
  const lines = protocol.comparisons.flatMap((planned) => {
    const measure = findMeasure(protocol, planned.measure)
    if (measure === undefined) throw new Error('the protocol was not checked')
    return linesOf(protocol, measure).map((domain) =>
      compare({ ...planned, measure }, domain, values),
    )
  })
  return adjustWithinFamilies(lines)
}

type Planned = {
  readonly role: Comparison['role']
  readonly measure: Measure
  readonly from: number
  readonly to: number
}

const compare = (planned: Planned, domain: string, { valuesOf }: StudyValues): Unadjusted => {
  const { role, measure, from, to } = planned
  const before = valuesOf({ role, measure, stage: from }, domain)
  const after = valuesOf({ role, measure, stage: to }, domain)
  return {
    ...{ role, measure: measure.id, domain, from, to },
    family: domain === totalDomain || domain === overallDomain ? 'totals' : 'domains',
    ...comparePairs(before, after),
  }
}

const comparePairs = (before: Values, after: Values) => {
  const everyone = [...new Set([...before.keys(), ...after.keys()])]
  const complete = everyone.filter((person) => before.has(person) && after.has(person))
  const first = complete.map((person) => before.get(person) ?? 0)
  const second = complete.map((person) => after.get(person) ?? 0)
  const changes = second.map((value, index) => value - (first[index] ?? 0))
  return {
    pairs: complete.length,
    excluded: everyone.length - complete.length,
    improved: changes.filter((change) => change > 0).length,
    worsened: changes.filter((change) => change < 0).length,
    unchanged: changes.filter((change) => change === 0).length,
    medianBefore: spreadOf(first).median,
    medianAfter: spreadOf(second).median,
    ...testOf(first, second),
  }
}

const testOf = (
  before: readonly number[],
  after: readonly number[],
): Pick<Comparison, 'signedRank' | 'hodgesLehmann' | 'rankBiserial' | 'problem'> => {
  const test = signedRank({ before, after })
  if (!test.ok) {
    return { signedRank: null, hodgesLehmann: null, rankBiserial: null, problem: test.problem }
  }
  const { signedRank: ranks, hodgesLehmann, rankBiserial } = test.value
  return { signedRank: ranks, hodgesLehmann, rankBiserial, problem: null }
}

const familyOf = ({ family, role, measure }: Unadjusted): string =>
  family === 'totals' ? family : `${role} ${measure}`

const adjustWithinFamilies = (lines: readonly Unadjusted[]): readonly Comparison[] => {
  const families = Map.groupBy(lines, familyOf)
  const adjusted = new Map<Unadjusted, Pick<Comparison, 'pHolm' | 'pHolmExact'>>()
  for (const family of families.values()) {
    const pHolm = adjust(family.map((line) => line.signedRank?.pAsymptotic ?? null))
    const pHolmExact = adjust(family.map((line) => line.signedRank?.pExact ?? null))
    for (const [index, line] of family.entries()) {
      adjusted.set(line, {
        pHolm: pHolm[index] ?? null,
        pHolmExact: pHolmExact[index] ?? null,
      })
    }
  }
  return lines.map((line) => ({ ...line, pHolm: null, pHolmExact: null, ...adjusted.get(line) }))
}

const adjust = (p: readonly (number | null)[]): readonly (number | null)[] => {
  const result = holm(p)
  if (!result.ok) throw new Error(`a test gave no probability: ${result.problem.kind}`)
  return result.value.adjusted
}
