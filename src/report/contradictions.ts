/** The contradictions inside the published study, each computed from its printed numbers and from the data. */
import type { Contradiction, Evidence } from './contradictions/contradiction.ts'
import {
  commonestConcern,
  concernsFromNowhere,
  cutPercentage,
  sixOrFive,
} from './contradictions/counts.ts'
import { impossibleImportance, scoresGivenAway, twoBefores } from './contradictions/scores.ts'
import { adjustPublished } from './published.ts'
import { showP } from './show.ts'

export const findContradictions = (evidence: Evidence): readonly Contradiction[] => [
  impossibleImportance(evidence),
  twoBefores(evidence),
  sixOrFive(evidence),
  concernsFromNowhere(evidence),
  commonestConcern(evidence),
  manyTests(evidence),
  cutPercentage(evidence),
  scoresGivenAway(evidence),
]

const smallest = (values: readonly (number | null)[]): number | null =>
  values.reduce((least, value) => (value !== null && (least ?? 2) > value ? value : least), null)

const manyTests = ({ published, study, analysis }: Evidence): Contradiction => {
  const tests = adjustPublished(published)
  const domains = new Set(tests.flatMap(({ path }) => /^confidence_(.+)\.p$/.exec(path)?.[1] ?? []))
  const printed = smallest(tests.map(({ printedHolm }) => printedHolm))
  const recomputed = smallest(tests.map(({ recomputedHolm }) => recomputedHolm))
  const planned = analysis.comparisons.filter(({ signedRank }) => signedRank !== null)
  return {
    title: 'Chosen domains, and no correction for many tests',
    printed: `Of ${study.protocol.domains.length} domains of confidence, ${domains.size} are reported, and nothing is corrected for the ${tests.length} p-values printed.`,
    follows: `Adjusted by Holm, the smallest of the ${tests.length} printed p becomes ${showP(printed)}: nothing stays below 0.05.`,
    here: `From the data the smallest is ${showP(recomputed)}. On the page of comparisons, all ${planned.length} tests that can be made stand side by side, each with its adjusted p, and the smallest of these is ${showP(smallest(planned.map(({ pHolm }) => pHolm)))}.`,
  }
}
