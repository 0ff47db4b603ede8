/** The effect size of the signed-rank test. */
import { fail, ok, type Result } from '../lib/result.ts'
import type { StatisticProblem } from './problems.ts'

/**
 * Matched-pairs rank-biserial correlation: how far do the ranks of the rises outweigh those of the falls?
 *
 * @param wPlus, wMinus  rank sums of the rises and of the falls, as the signed-rank test gives them
 * @returns              (W⁺ − W⁻)/(W⁺ + W⁻): 1 when all rose, −1 when all fell, 0 when even;
 *                       the problem when nothing changed
 * Missing: left out before ranking.
 * Ties: as in the rank sums; unchanged pairs have no part in it.   Method: exact.
 * Source: Kerby 2014, doi:10.2466/11.IT.3.1.
 * Agrees with: R 4.2.2 by the definition, tests/fixtures/statistics/signed-rank.json.
 * @example rankBiserial({ wPlus: 14, wMinus: 1 }) // 0.867
 */
export const rankBiserial = ({
  wPlus,
  wMinus,
}: {
  readonly wPlus: number
  readonly wMinus: number
}): Result<number, StatisticProblem> => {
  if (wPlus + wMinus === 0) return fail({ kind: 'statistic.no_change' })
  return ok((wPlus - wMinus) / (wPlus + wMinus))
}
