/** The median, and the quartiles by the three definitions that a report can choose from. */
import { fail, ok, type Result } from '../lib/result.ts'
import type { StatisticProblem } from './problems.ts'

export type QuartilePair = readonly [q1: number, q3: number]

export type Quartiles = {
  readonly n: number
  readonly median: number
  readonly tukey: QuartilePair
  readonly haverage: QuartilePair
  readonly type7: QuartilePair
}

/** The value at a place counted from 1, between two neighbours in proportion, within the ends. */
const at = (sorted: readonly number[], place: number): number => {
  const within = Math.min(Math.max(place, 1), sorted.length)
  const below = Math.floor(within)
  const lower = sorted[below - 1] ?? 0
  const upper = sorted[below] ?? lower
  return lower + (within - below) * (upper - lower)
}

const medianOf = (sorted: readonly number[]): number => at(sorted, (sorted.length + 1) / 2)

/**
 * Median and quartiles: where do the middle, the lower and the upper quarter of the values begin?
 *
 * @param values  finite numbers in any order and unit
 * @returns       `n`, `median` and [lower, upper] quartile in the unit of the values, by definition;
 *                the problem when there are no values or one is not finite
 * Missing: not accepted; leave them out and count them before.
 * Ties: each counts by itself.   Method: exact. `tukey`: hinges, the medians of the lower and upper
 *   half, both with the median itself when n is odd. `haverage`: the place is (n + 1)/4, within the
 *   ends (SPSS HAVERAGE, R type 6). `type7`: the place is 1 + (n − 1)/4 (R and spreadsheets).
 * Source: Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566; Tukey 1977, Exploratory Data
 *   Analysis, chapter 2.
 * Agrees with: R 4.2.2 `fivenum` and `quantile`, tests/fixtures/statistics/quartiles.json.
 * @example quartiles([30, 30, 45, 50, 180])
 *   // { n: 5, median: 45, tukey: [30, 50], haverage: [30, 115], type7: [30, 50] }
 */
export const quartiles = (values: readonly number[]): Result<Quartiles, StatisticProblem> => {
  const wrong = values.findIndex((value) => !Number.isFinite(value))
  if (wrong >= 0) return fail({ kind: 'statistic.not_finite', position: wrong + 1 })
  const n = values.length
  if (n === 0) return fail({ kind: 'statistic.no_values' })
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.ceil(n / 2)
  return ok({
    n,
    median: medianOf(sorted),
    tukey: [medianOf(sorted.slice(0, half)), medianOf(sorted.slice(n - half))],
    haverage: [at(sorted, (n + 1) / 4), at(sorted, ((n + 1) * 3) / 4)],
    type7: [at(sorted, 1 + (n - 1) / 4), at(sorted, 1 + ((n - 1) * 3) / 4)],
  })
}
