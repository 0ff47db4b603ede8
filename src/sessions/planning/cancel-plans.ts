/** A pair has ended, or the programme: what was planned is cancelled, in people's calendars too. */
import { listPairs, type StoredPair } from '../../allocation/store.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import { writeMails } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { mailsAbout, type Origin } from './mails.ts'
import type { Plan } from './model.ts'
import { listPlans, putPlan } from './plan-store.ts'
import { cancelledPlan } from './rules.ts'

type OverPlan = { readonly pair: StoredPair; readonly plan: Plan }

/** What can no longer be held: of pairs that have ended, and of all where the programme has. What is past stays as it was. */
export const listPlansThatAreOver = async (
  tx: Transaction,
  programme: OpenProgramme,
  now: Date,
): Promise<readonly OverPlan[]> => {
  const isClosed = programme.state === 'closed'
  const over = (await listPairs(tx, programme)).filter(({ hasEnded }) => hasEnded || isClosed)
  if (over.length === 0) return []
  const plans = (await listPlans(tx, programme)).filter(
    (plan) => isUnderWay(plan) && !hasBegun(plan, now),
  )
  return over.flatMap((pair) =>
    plans.filter(({ pairId }) => pairId === pair.pairId).map((plan) => ({ pair, plan })),
  )
}

const isUnderWay = ({ state }: Plan): boolean => state === 'proposed' || state === 'planned'

const hasBegun = ({ startsAt }: Plan, now: Date): boolean => startsAt !== null && startsAt <= now

/**
 * Inside an action. Whoever had the invitation is told that the session is cancelled, and no reason; nobody is told
 * that a proposal is over.
 *
 * @returns how many there were
 */
export const cancelPlansThatAreOver = async (
  context: ActionContext,
  programme: OpenProgramme,
  origin: Origin,
): Promise<number> => {
  const all = await listPlansThatAreOver(context.tx, programme, context.now)
  for (const { pair, plan } of all)
    await keepCancelled(context, programme, { pair, plan: cancelledPlan(plan), origin })
  return all.length
}

/** @param over the plan as it is once cancelled */
export const keepCancelled = async (
  context: ActionContext,
  programme: OpenProgramme,
  over: OverPlan & { readonly origin: Origin },
): Promise<void> => {
  await putPlan(context.tx, programme, over.plan)
  const mails = await mailsAbout(context, { ...over, programme, happening: 'ended' })
  await writeMails(context, programme.organisationKey, mails)
}
