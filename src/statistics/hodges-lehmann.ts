/** The estimate that belongs to the signed-rank test. */
import { fail, ok, type Result } from '../lib/result.ts'
import { normalProbability } from './normal.ts'
import type { StatisticProblem } from './problems.ts'
import { signedRankDistribution } from './signed-rank-distribution.ts'

export type HodgesLehmann = {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  /** The confidence that the interval really has, 0 to 1. */
  readonly level: number
}

/** How many Walsh averages (of i ≤ j, each with itself too) are at most this. */
const walshAveragesUpTo = (sorted: readonly number[], limit: number): number => {
  let count = 0
  let last = sorted.length - 1
  for (const [first, value] of sorted.entries()) {
    while (last >= first && value / 2 + (sorted[last] ?? 0) / 2 > limit) last--
    if (last < first) return count
    count += last - first + 1
  }
  return count
}

/** Halves the range until no number is left between: exact, and without holding n² averages. */
const walshAverage = (sorted: readonly number[], place: number): number => {
  let low = sorted[0] ?? 0
  let high = sorted.at(-1) ?? 0
  if (walshAveragesUpTo(sorted, low) >= place) return low
  while (true) {
    const middle = low / 2 + high / 2
    if (middle <= low || middle >= high) return high
    if (walshAveragesUpTo(sorted, middle) >= place) high = middle
    else low = middle
  }
}

/** Beyond this many differences the normal approximation puts the level less than 0.0001 off. */
const mostForExactLevel = 400

const untiedDistribution = (n: number): ((sum: number) => number) => {
  if (n <= mostForExactLevel) {
    return signedRankDistribution(Array.from({ length: n }, (_, index) => index + 1))
      .probabilityUpTo
  }
  const mean = (n * (n + 1)) / 4
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24)
  return (sum) => normalProbability((sum + 0.5 - mean) / deviation)
}

/** The innermost place k ≥ 1 whose tail P(W ≤ k − 1) is at most 2.5%, and the level it gives. */
const intervalPlace = (n: number): { readonly place: number; readonly level: number } => {
  const tailUpTo = untiedDistribution(n)
  let low = 1
  let high = (n * (n + 1)) / 2
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (tailUpTo(middle - 1) <= 0.025) low = middle
    else high = middle
  }
  return { place: low, level: 1 - 2 * tailUpTo(low - 1) }
}

/**
 * Hodges–Lehmann estimate: what is the typical change, and between which bounds may it lie?
 *
 * @param differences  after − before of each complete pair, unchanged pairs as 0
 * @returns            `estimate`: the median of the Walsh averages (d_i + d_j)/2, i ≤ j, in the unit
 *                     of the differences; `lower`, `upper`: the k-th Walsh average from either end;
 *                     `level`: the confidence they give; the problem when there are no differences
 * Missing: left out before, and counted as `excluded` there.
 * Ties: kept; with ties or zeros the interval covers at least as often as `level` says.
 * Method: k is the largest with 1 − 2·P(W ≤ k − 1) ≥ 95%, W being the signed-rank sum of n untied
 *   differences: exact up to n = 400, beyond by the normal approximation with continuity correction.
 *   Below n = 6 95% cannot be had: k = 1, the full range, with its level (n = 5: 93.75%, n = 1: 0%).
 * Source: Hodges and Lehmann 1963, doi:10.1214/aoms/1177704172; Hollander, Wolfe and Chicken 2014,
 *   sections 3.2 and 3.3, doi:10.1002/9781119196037.
 * Agrees with: R 4.2.2 `wilcox.test(conf.int = TRUE, exact = TRUE)` where nothing is tied or zero, and
 *   the definition written in R elsewhere, tests/fixtures/statistics/hodges-lehmann.json.
 * @example hodgesLehmann([1, 2, 3, 4, 5]) // { estimate: 3, lower: 1, upper: 5, level: 0.9375 }
 */
export const hodgesLehmann = (
  differences: readonly number[],
): Result<HodgesLehmann, StatisticProblem> => {
  const n = differences.length
  if (n === 0) return fail({ kind: 'statistic.no_values' })
  const sorted = differences.toSorted((a, b) => a - b)
  const averages = (n * (n + 1)) / 2
  const { place, level } = intervalPlace(n)
  const middle = [Math.floor((averages + 1) / 2), Math.floor(averages / 2) + 1] as const
  return ok({
    estimate: walshAverage(sorted, middle[0]) / 2 + walshAverage(sorted, middle[1]) / 2,
    lower: walshAverage(sorted, place),
    upper: walshAverage(sorted, averages + 1 - place),
    level,
  })
}
