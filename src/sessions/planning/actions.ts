/**
 * Both of a pair plan their session: one proposes times, the other accepts one, and each may move or cancel it.
 *
 * Whoever books for a mentee does it in the mentee's name. The audit log says what was done about which pair, and not
 * by whom: two names beside one pair would tell whoever reads it who is paired with whom.
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, type ActionScope, action, type Done } from '../../platform/action.ts'
import { writeMails } from '../../platform/mail.ts'
import { loadPairsOf } from '../own/load-own-pairs.ts'
import type { Happening } from './mail-words.ts'
import { mailsAbout, type Origin } from './mails.ts'
import type { Meeting, Plan } from './model.ts'
import { deletePlan, putPlan } from './plan-store.ts'
import {
  decideAcceptance,
  decideCancellation,
  decideMove,
  decideProposal,
  type PairNow,
  type PlanningProblem,
} from './rules.ts'

/** For whose side, and with whom. */
export type Planning = {
  readonly programmeId: string
  readonly participantId: string
  readonly partnerId: string
  readonly origin: Origin
}

/** `instead`: the plan that stood on the page; null: there was none. */
export type Proposing = Planning & {
  readonly instead: string | null
  readonly times: readonly Date[]
  readonly meeting: Meeting
}
/** `planId`: the plan that stood on the page; once it is another one, nothing happens. */
export type Accepting = Planning & { readonly planId: string; readonly startsAt: Date }
export type Moving = Accepting & { readonly meeting: Meeting }
export type Cancelling = Planning & { readonly planId: string }

type Decide<G> = (pair: PairNow, given: G) => Result<Plan, PlanningProblem>

const planning = <G extends Planning>(event: string, happening: Happening, decide: Decide<G>) => {
  const keep = action(event, (context, given: G) => carryOut(context, given, { happening, decide }))
  return (scope: Omit<ActionScope, 'actor'>, given: G) =>
    keep({ ...scope, actor: { kind: 'participant', id: null } }, given)
}

const carryOut = async <G extends Planning>(
  context: ActionContext,
  given: G,
  { happening, decide }: { readonly happening: Happening; readonly decide: Decide<G> },
): Promise<Result<Done<null>, PlanningProblem>> => {
  const { tx, now } = context
  const own = await loadPairsOf(tx, { ...context, ...given })
  if (own?.programme.state !== 'open' || own.participant.state !== 'agreed')
    return fail({ kind: 'planning.not_asked' })
  const { programme, participant } = own
  const found = own.pairs.find(({ partner }) => partner.participantId === given.partnerId)
  if (found === undefined) return fail({ kind: 'planning.no_such_pair' })
  const { pair, plan: before, sessions } = found
  const decided = decide(
    {
      ...{ pairId: pair.pairId, role: participant.role, protocol: programme.protocol },
      ...{ plan: before, held: sessions.length, now },
    },
    given,
  )
  if (!decided.ok) return decided
  const plan = decided.value
  if (before !== null && before.planId !== plan.planId) await deletePlan(tx, programme, before)
  await putPlan(tx, programme, plan)
  const about = { programme, pair, plan, happening, origin: given.origin }
  await writeMails(context, programme.organisationKey, await mailsAbout(context, about))
  return ok({ value: null, subject: pair.pairId })
}

export const proposeTimes = planning(
  'session_times.proposed',
  'proposed',
  (pair, given: Proposing) => decideProposal(pair, { ...given, planId: crypto.randomUUID() }),
)

export const acceptTime = planning('session.planned', 'planned', (pair, given: Accepting) =>
  decideAcceptance(pair, { ...given, uid: crypto.randomUUID() }),
)

export const moveSession = planning<Moving>('session.moved', 'moved', decideMove)

export const cancelSession = planning('session.cancelled', 'cancelled', (pair, given: Cancelling) =>
  decideCancellation(pair, given.planId),
)
