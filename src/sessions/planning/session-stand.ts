/** Where one of a pair stands with their session: what the page says, and what comes next. */
import type { RoleId } from '../../protocol/model.ts'
import type { Plan } from './model.ts'
import { mayPlanMore, type PairNow } from './rules.ts'

export type SessionStand =
  | { readonly kind: 'nothing_planned' }
  /** `hasTimeLeft`: not all of the times have passed. */
  | { readonly kind: 'own_proposal'; readonly plan: Plan; readonly hasTimeLeft: boolean }
  | { readonly kind: 'to_answer'; readonly plan: Plan; readonly hasTimeLeft: boolean }
  | { readonly kind: 'planned'; readonly plan: Plan }
  /** Its time has begun: whether they met is to be recorded. */
  | { readonly kind: 'to_record'; readonly plan: Plan }
  | { readonly kind: 'all_held' }

export const sessionStand = (
  pair: Pick<PairNow, 'role' | 'plan' | 'held' | 'protocol' | 'now'>,
): SessionStand => {
  const { plan, role, now } = pair
  if (plan?.state === 'planned' && plan.startsAt !== null)
    return { kind: plan.startsAt > now ? 'planned' : 'to_record', plan }
  if (!mayPlanMore(pair)) return { kind: 'all_held' }
  return plan === null ? { kind: 'nothing_planned' } : proposalStand(plan, role, now)
}

const proposalStand = (plan: Plan, role: RoleId, now: Date): SessionStand => ({
  kind: plan.proposedBy === role ? 'own_proposal' : 'to_answer',
  plan,
  hasTimeLeft: hasTimeLeft(plan, now),
})

export const hasTimeLeft = ({ proposals }: Plan, now: Date): boolean =>
  proposals.some((time) => time > now)
