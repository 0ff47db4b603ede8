/** Where one of a pair stands with their session: what the page says, and what comes next. */
import type { RoleId } from '../../protocol/model.ts'
import type { Plan } from './model.ts'
import { mayPlanMore, type PairNow } from './rules.ts'

export type SessionStand =
  /** `wasCancelled`: what they had planned does not take place. */
  | { readonly kind: 'nothing_planned'; readonly wasCancelled: boolean }
  /** `hasTimeLeft`: not all of the times have passed. */
  | { readonly kind: 'own_proposal'; readonly plan: Plan; readonly hasTimeLeft: boolean }
  | { readonly kind: 'to_answer'; readonly plan: Plan; readonly hasTimeLeft: boolean }
  | { readonly kind: 'planned'; readonly plan: Plan }
  /** Its time has begun: whether they met is to be recorded. */
  | { readonly kind: 'to_record'; readonly plan: Plan }
  | { readonly kind: 'all_held'; readonly held: number }

type Standing = Pick<PairNow, 'role' | 'plan' | 'held' | 'protocol' | 'now'> & {
  readonly earlierPlans: readonly Plan[]
}

export const sessionStand = (pair: Standing): SessionStand => {
  const { plan, role, now } = pair
  if (plan?.state === 'planned' && plan.startsAt !== null)
    return { kind: plan.startsAt > now ? 'planned' : 'to_record', plan }
  if (!mayPlanMore(pair)) return { kind: 'all_held', held: pair.held }
  return plan === null
    ? { kind: 'nothing_planned', wasCancelled: wasCancelled(pair) }
    : proposalStand(plan, role, now)
}

/** Of several sessions it is not known which of the earlier plans was the last. */
const wasCancelled = ({ held, earlierPlans }: Standing): boolean =>
  held === 0 &&
  earlierPlans.some(({ state, startsAt }) => state === 'cancelled' && startsAt !== null)

const proposalStand = (plan: Plan, role: RoleId, now: Date): SessionStand => ({
  kind: plan.proposedBy === role ? 'own_proposal' : 'to_answer',
  plan,
  hasTimeLeft: hasTimeLeft(plan, now),
})

export const hasTimeLeft = ({ proposals }: Plan, now: Date): boolean =>
  proposals.some((time) => time > now)
