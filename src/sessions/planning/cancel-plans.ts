/** A pair has ended: what it planned is cancelled, in people's calendars too. */
import type { StoredPair } from '../../allocation/store.ts'
import { listPairs } from '../../allocation/store.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import { writeMails } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { mailsAbout, type Origin } from './mails.ts'
import type { Plan } from './model.ts'
import { listPlans, putPlan } from './plan-store.ts'
import { cancelledPlan } from './rules.ts'

export type EndedPlan = { readonly pair: StoredPair; readonly plan: Plan }

/** What pairs that have ended had proposed or planned. */
export const listPlansOfEndedPairs = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<readonly EndedPlan[]> => {
  const ended = (await listPairs(tx, programme)).filter(({ hasEnded }) => hasEnded)
  if (ended.length === 0) return []
  const plans = await listPlans(tx, programme)
  return ended.flatMap((pair) =>
    plans
      .filter(
        ({ pairId, state }) => pairId === pair.pairId && ['proposed', 'planned'].includes(state),
      )
      .map((plan) => ({ pair, plan })),
  )
}

/**
 * Inside an action. Whoever had the invitation is told that the session is cancelled, and no reason; nobody is told
 * that a proposal is over.
 *
 * @returns how many there were
 */
export const cancelPlansOfEndedPairs = async (
  context: ActionContext,
  programme: OpenProgramme,
  origin: Origin,
): Promise<number> => {
  const all = await listPlansOfEndedPairs(context.tx, programme)
  for (const { pair, plan: before } of all) {
    const plan = cancelledPlan(before)
    await putPlan(context.tx, programme, plan)
    const about = { programme, pair, plan, happening: 'ended', origin } as const
    await writeMails(context, programme.organisationKey, await mailsAbout(context, about))
  }
  return all.length
}
