/** Paired measurements, before and after, as changes. */
import { fail, ok, type Result } from '../lib/result.ts'
import type { StatisticProblem } from './problems.ts'

export type BeforeAndAfter = {
  readonly before: readonly (number | null)[]
  readonly after: readonly (number | null)[]
}

/** One complete pair; `tolerance` is how far the difference may be off by binary rounding. */
export type Change = { readonly difference: number; readonly tolerance: number }

export type Changes = { readonly changes: readonly Change[]; readonly excluded: number }

/** 64 units in the last place: numbers are compared to about 14 significant digits. */
const relativeRounding = 64 * Number.EPSILON

const changeOf = (before: number, after: number): Change => {
  const difference = after - before
  const tolerance = relativeRounding * Math.max(Math.abs(before), Math.abs(after))
  if (Math.abs(difference) <= tolerance) return { difference: 0, tolerance: 0 }
  return { difference, tolerance }
}

/**
 * Changes: by how much did each pair change?
 *
 * @param before, after  two lists of equal length in one unit; the same place is the same pair
 * @returns              `changes`: after − before for each complete pair, in the order given;
 *                       `excluded`: number of pairs left out; the problem when the lengths differ,
 *                       no pair is complete or a difference is not a finite number
 * Missing: a pair with a null on either side is left out and counted in `excluded`.
 * Ties: a difference no larger than its rounding error (64 machine epsilons of the larger value)
 *   is zero; `tolerance` lets 0.3 − 0.1 tie with 0.5 − 0.3.   Method: exact but for that.
 * Source: none needed.   Agrees with: the counts in tests/fixtures/statistics/signed-rank.json.
 * @example pairedChanges({ before: [1, 2, null], after: [3, 2, 4] })
 *   // { changes: [{ difference: 2, … }, { difference: 0, tolerance: 0 }], excluded: 1 }
 */
export const pairedChanges = ({
  before,
  after,
}: BeforeAndAfter): Result<Changes, StatisticProblem> => {
  if (before.length !== after.length)
    return fail({ kind: 'statistic.different_lengths', before: before.length, after: after.length })
  const changes: Change[] = []
  for (const [index, first] of before.entries()) {
    const second = after[index] ?? null
    if (first === null || second === null) continue
    if (!Number.isFinite(second - first))
      return fail({ kind: 'statistic.not_finite', position: index + 1 })
    changes.push(changeOf(first, second))
  }
  const excluded = before.length - changes.length
  if (changes.length === 0) return fail({ kind: 'statistic.no_pairs', excluded })
  return ok({ changes, excluded })
}
