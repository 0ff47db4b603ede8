/** The statistics that `turnabout statistic NAME` offers; adding one is adding one entry. */
import * as z from 'zod'
import { fail, type Result } from '../lib/result.ts'
import { holm } from './holm.ts'
import type { InputProblem, StatisticProblem } from './problems.ts'
import { quartiles } from './quartiles.ts'
import { signedRank } from './signed-rank.ts'

export type NamedStatistic = (json: unknown) => Result<object, StatisticProblem | InputProblem>

const statistic =
  <Input>(
    form: z.ZodType<Input>,
    compute: (input: Input) => Result<object, StatisticProblem>,
  ): NamedStatistic =>
  (json) => {
    const parsed = form.safeParse(json)
    if (parsed.success) return compute(parsed.data)
    const issue = parsed.error.issues[0]
    return fail({
      kind: 'statistic.wrong_form',
      path: issue?.path.join('.') ?? '',
      reason: issue?.message ?? '',
    })
  }

const numbers = z.array(z.number())
const numbersOrNull = z.array(z.number().nullable())

export const namedStatistics: ReadonlyMap<string, NamedStatistic> = new Map([
  ['signed-rank', statistic(z.object({ before: numbersOrNull, after: numbersOrNull }), signedRank)],
  ['quartiles', statistic(z.object({ values: numbers }), ({ values }) => quartiles(values))],
  ['holm', statistic(z.object({ p: numbersOrNull }), ({ p }) => holm(p))],
])
