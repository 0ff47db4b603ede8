/** The figures of a study: drawn once for the pages, and as files beside the tables. */
import type { Measure, Protocol } from '../protocol/model.ts'
import { domainsOf, findMeasure, scaleOf } from '../protocol/rules.ts'
import { slopeGraph } from '../web/components/slope-graph.tsx'
import type { Comparison } from './analysis.ts'
import { type PairedValue, valuesOfPairs } from './paired-values.ts'
import type { Reported } from './reported.ts'
import { highestScore, isWhole } from './words.ts'

export type SlopeFigure = {
  readonly title: string
  readonly svg: string
  readonly pairs: readonly PairedValue[]
}

/** Every pair of a comparison, from before to after; null when the protocol does not know the measure. */
export const slopesOf = (study: Reported['study'], line: Comparison): SlopeFigure | null => {
  const { protocol } = study
  const measure = findMeasure(protocol, line.measure)
  if (measure === undefined) return null
  const highest = highestScore(protocol, measure, line.domain)
  const pairs = valuesOfPairs(study, line)
  const what = line.domain === 'total' ? 'total' : 'score'
  const title = `${measure.label}: every pair, ${what} out of ${highest}`
  const svg = slopeGraph({
    title,
    before: `Stage ${line.from}`,
    after: `Stage ${line.to}`,
    pairs,
    domain: [lowestScore(protocol, measure, line.domain), highest],
    medianBefore: line.medianBefore,
    medianAfter: line.medianAfter,
  })
  return { title, svg, pairs }
}

export const lowestScore = (protocol: Protocol, measure: Measure, domain: string): number => {
  const least = Math.min(...scaleOf(protocol, measure).anchors.map(({ value }) => value))
  return domain === 'total' ? least * domainsOf(protocol, measure).length : least
}

/** `figures/mentor-confidence-1-5.svg` → the drawing, one for each planned comparison with pairs. */
export const figureFiles = ({ study, analysis }: Reported): ReadonlyMap<string, string> =>
  new Map(
    analysis.comparisons
      .filter(({ domain, pairs }) => isWhole(domain) && pairs > 0)
      .flatMap((line) => {
        const figure = slopesOf(study, line)
        const name = [line.role, line.measure, line.from, line.to].join('-')
        return figure === null ? [] : [[`figures/${name}.svg`, `${figure.svg}\n`] as const]
      }),
  )
