/** Did the pairs change? The comparison that the published study makes. */
import { fail, ok, type Result } from '../lib/result.ts'
import { type BeforeAndAfter, type Change, pairedChanges } from './changes.ts'
import { type HodgesLehmann, hodgesLehmann } from './hodges-lehmann.ts'
import { normalProbability } from './normal.ts'
import type { StatisticProblem } from './problems.ts'
import { rankBiserial } from './rank-biserial.ts'
import { midranks } from './ranks.ts'
import { mostRanks, signedRankDistribution } from './signed-rank-distribution.ts'

export type RankTest = {
  readonly z: number
  readonly pAsymptotic: number
  /** null beyond 1000 changes. */
  readonly pExact: number | null
}

export type SignedRank = {
  readonly pairs: number
  readonly excluded: number
  readonly signedRank: RankTest & {
    readonly wPlus: number
    readonly wMinus: number
    readonly nonZero: number
    /** Assignments at least as extreme / 2ⁿ, not reduced, as "2/32"; null beyond 100 changes. */
    readonly pExactFraction: string | null
    /** Null beyond 1000 changes. */
    readonly smallestAttainableP: number | null
    readonly pratt: RankTest
  }
  readonly hodgesLehmann: HodgesLehmann
  readonly rankBiserial: number
}

type RankedChange = { readonly rank: number; readonly isRise: boolean }

/** Ranks by absolute size, zeros first; then the zeros go and the others keep their ranks. */
const rankedChanges = (changes: readonly Change[]): readonly RankedChange[] => {
  const ranks = midranks(
    changes.map(({ difference }) => Math.abs(difference)),
    changes.map(({ tolerance }) => tolerance),
  )
  return changes
    .map(({ difference }, index) => ({ difference, rank: ranks[index] ?? 0 }))
    .filter(({ difference }) => difference !== 0)
    .map(({ difference, rank }) => ({ rank, isRise: difference > 0 }))
}

const rankSum = (changes: readonly RankedChange[]): number =>
  changes.reduce((sum, { rank }) => sum + rank, 0)

const rankSums = (changes: readonly RankedChange[]) => ({
  wPlus: rankSum(changes.filter(({ isRise }) => isRise)),
  wMinus: rankSum(changes.filter(({ isRise }) => !isRise)),
})

/** The variance is a quarter of the squared midranks, which is the textbook one corrected for ties. */
const asymptoticTest = (changes: readonly RankedChange[]) => {
  const { wPlus, wMinus } = rankSums(changes)
  const variance = changes.reduce((sum, { rank }) => sum + rank ** 2, 0) / 4
  const z = (Math.min(wPlus, wMinus) - (wPlus + wMinus) / 2) / Math.sqrt(variance)
  return { z, pAsymptotic: 2 * normalProbability(z) }
}

const exactTest = (changes: readonly RankedChange[]) => {
  if (changes.length > mostRanks) return { pExact: null, pExactFraction: null }
  const { wPlus, wMinus } = rankSums(changes)
  const smaller = Math.min(wPlus, wMinus)
  const distribution = signedRankDistribution(changes.map(({ rank }) => rank))
  const all = 2n ** BigInt(changes.length)
  const tail = distribution.countUpTo(smaller)
  const extreme = tail !== null && tail * 2n < all ? tail * 2n : all
  return {
    pExact: Math.min(1, 2 * distribution.probabilityUpTo(smaller)),
    pExactFraction: tail === null ? null : `${extreme}/${all}`,
  }
}

const prattTest = (changes: readonly Change[]): RankTest => {
  const ranked = rankedChanges(changes)
  return { ...asymptoticTest(ranked), pExact: exactTest(ranked).pExact }
}

const wilcoxonTest = (changes: readonly Change[]): SignedRank['signedRank'] => {
  const moved = changes.filter(({ difference }) => difference !== 0)
  const ranked = rankedChanges(moved)
  const nonZero = moved.length
  const { z, pAsymptotic } = asymptoticTest(ranked)
  const { pExact, pExactFraction } = exactTest(ranked)
  return {
    ...rankSums(ranked),
    nonZero,
    z,
    pAsymptotic,
    pExact,
    pExactFraction,
    smallestAttainableP: nonZero > mostRanks ? null : 2 ** (1 - nonZero),
    pratt: nonZero === changes.length ? { z, pAsymptotic, pExact } : prattTest(changes),
  }
}

/**
 * Wilcoxon signed-rank test: did the same people's values change between two occasions?
 *
 * @param before, after  two lists of equal length in one unit; the same place is the same pair
 * @returns  `pairs` complete and `excluded`; rank sums of rises and falls; `z` ≤ 0; p two-sided, normal
 *           (`pAsymptotic`) and exact (`pExact`, as a fraction of sign assignments `pExactFraction`); the
 *           smallest exact p that so many changes can give; the same by Pratt; the Hodges–Lehmann change
 *           with its interval; the rank-biserial correlation. The problem when the lengths differ, no
 *           pair is complete, a difference is not finite or no pair changed.
 * Missing: a pair with a null on either side is left out and counted in `excluded`.
 * Ties: midranks of the absolute differences, compared to about 14 significant digits of the values;
 *   both p take the ties into account. Unchanged pairs are dropped; by Pratt they are ranked, and
 *   then their ranks are dropped.   Method: z without continuity correction. The exact p is the share
 *   of the 2ⁿ sign assignments of these midranks whose smaller rank sum is at most the one observed;
 *   null beyond 1000 changes, its fraction beyond 100. At n = 5 it cannot be below 2/32.
 * Source: Wilcoxon 1945, doi:10.2307/3001968; Pratt 1959, doi:10.1080/01621459.1959.10501526.
 * Agrees with: R 4.2.2 coin 1.4-2 `wilcoxsign_test`, tests/fixtures/statistics/signed-rank.json.
 * @example signedRank({ before: [20, 21, 22, 23, 24], after: [21, 23, 25, 27, 29] })
 *   // pairs 5; z −2.023, pAsymptotic 0.043, pExact 0.0625, pExactFraction "2/32"
 */
export const signedRank = (values: BeforeAndAfter): Result<SignedRank, StatisticProblem> => {
  const paired = pairedChanges(values)
  if (!paired.ok) return paired
  const { changes, excluded } = paired.value
  if (changes.every(({ difference }) => difference === 0))
    return fail({ kind: 'statistic.no_change' })
  const test = wilcoxonTest(changes)
  const typical = hodgesLehmann(changes.map(({ difference }) => difference))
  if (!typical.ok) return typical
  const effect = rankBiserial(test)
  if (!effect.ok) return effect
  return ok({
    pairs: changes.length,
    excluded,
    signedRank: test,
    hodgesLehmann: typical.value,
    rankBiserial: effect.value,
  })
}
