/** Several tests at once. */
import { fail, ok, type Result } from '../lib/result.ts'
import type { StatisticProblem } from './problems.ts'

export type Holm = { readonly adjusted: readonly (number | null)[] }

const isProbability = (p: number | null): boolean => p === null || (p >= 0 && p <= 1)

/**
 * Holm's adjustment: which p-values hold when all the tests of a family are taken together?
 *
 * @param p  p-values, 0 to 1, in any order; null = a test that could not be made
 * @returns  `adjusted`: the adjusted p in the same order; the problem when an entry is not a probability
 * Missing: null stays null and does not count towards the size of the family.
 * Ties: equal p get equal adjusted p.   Method: step-down; the k-th smallest of m is multiplied by
 *   m − k + 1, never below the one before it, never above 1.
 * Source: Holm 1979, Scandinavian Journal of Statistics 6:65–70, jstor:4615733.
 * Agrees with: R 4.2.2 `p.adjust`, tests/fixtures/statistics/holm.json.
 * @example holm([0.01, 0.04, 0.03]) // { adjusted: [0.03, 0.06, 0.06] }
 */
export const holm = (p: readonly (number | null)[]): Result<Holm, StatisticProblem> => {
  const wrong = p.findIndex((value) => !isProbability(value))
  if (wrong >= 0) return fail({ kind: 'statistic.not_a_probability', position: wrong + 1 })
  const family = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  const adjusted: (number | null)[] = p.map(() => null)
  let floor = 0
  for (const [place, { value, index }] of family.toSorted((a, b) => a.value - b.value).entries()) {
    floor = Math.max(floor, Math.min(1, value * (family.length - place)))
    adjusted[index] = floor
  }
  return ok({ adjusted })
}
