/** One of a pair ends it, at once and without a reason. Who of the two it was is kept nowhere. */
import { exitPair } from '../../allocation/departures/departure-store.ts'
import { writePartnerMails } from '../../allocation/departures/partner-mails.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { loadPairsOf } from '../own/load-own-pairs.ts'
import { cancelPlansThatAreOver } from '../planning/cancel-plans.ts'
import type { Origin } from '../planning/mails.ts'
import { writeLeadMails } from './lead-mails.ts'
import { decideExit, type ExitProblem, type GivenExit } from './rules.ts'

export type Exit = GivenExit & {
  readonly programmeId: string
  readonly participantId: string
  readonly origin: Origin
}

/** Both get the same mail, and nothing that is stored or sent depends on who of them asked. */
export const endOwnPair = (scope: Omit<ActionScope, 'actor'>, given: Exit) =>
  exit({ ...scope, actor: { kind: 'participant', id: null } }, given)

const exit = action(
  'pair.exited',
  async (context, given: Exit): Promise<Result<Done<null>, ExitProblem>> => {
    const own = await loadPairsOf(context.tx, { ...context, ...given })
    if (own === null) return fail({ kind: 'exit.no_such_pair' })
    const decided = decideExit(own, given)
    if (!decided.ok) return decided
    const { programme } = own
    const { pair } = decided.value
    await exitPair(context.tx, programme, pair.pairId)
    await writePartnerMails(context, programme, [pair])
    await cancelPlansThatAreOver(context, programme, given.origin)
    await writeLeadMails(context, programme, {
      label: pair.label,
      publicUrl: given.origin.publicUrl,
    })
    return ok({ value: null, subject: pair.pairId })
  },
)
