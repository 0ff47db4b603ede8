/** Somebody says how long the steps took them. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { loadPairsOf } from '../own/load-own-pairs.ts'
import { loadOwnTimes } from './load-time-use.ts'
import { readTimes, type TimeProblem, type TypedTimes } from './rules.ts'
import { putTimeUse } from './time-use-store.ts'

export type StatingTimes = {
  readonly programmeId: string
  readonly participantId: string
  readonly typed: TypedTimes
}

/** What is kept stands under a pseudonym: the audit log says that somebody said something, and not who. */
export const stateTimes = (scope: Omit<ActionScope, 'actor'>, given: StatingTimes) =>
  keepTimes({ ...scope, actor: { kind: 'participant', id: null } }, given)

const keepTimes = action(
  'times.stated',
  async (context, given: StatingTimes): Promise<Result<Done<null>, TimeProblem>> => {
    const own = await loadPairsOf(context.tx, { ...context, ...given })
    if (own === null) return fail({ kind: 'time_use.not_asked' })
    const { respondent, steps } = await loadOwnTimes(context.tx, own)
    if (steps.length === 0) return fail({ kind: 'time_use.not_asked' })
    const stated = readTimes(given.typed)
    if (!stated.ok) return stated
    const isOwn = (id: string) => steps.some(({ step }) => step === id)
    if (![...stated.value.keys()].every(isOwn)) return fail({ kind: 'time_use.steps_changed' })
    for (const [step, band] of stated.value) {
      await putTimeUse(context.tx, own.programme, { respondent, step, band })
    }
    return ok({ value: null })
  },
)
