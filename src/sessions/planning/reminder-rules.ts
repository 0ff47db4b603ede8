/** Who is to be reminded of what about their session. Days are YYYY-MM-DD, in London. */
import type { StoredPair } from '../../allocation/store.ts'
import { dayOf, daysAfter } from '../../lib/dates.ts'
import { reminderDaysOf } from '../../people/reminders/reminder-rules.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { Plan } from './model.ts'
import { mayPlanMore } from './rules.ts'

export type ReminderKind = 'tomorrow' | 'record' | 'answer' | 'plan'

/** What one or both of a pair are reminded of, once on each of the days after `since`. */
export type PairReminder = {
  readonly kind: ReminderKind
  readonly about: string
  readonly participantIds: readonly string[]
  readonly since: string
  readonly days: readonly number[]
}

export type PairFacts = {
  readonly pair: StoredPair
  readonly protocol: Protocol
  /** The one that is proposed or planned; null: there is none. */
  readonly plan: Plan | null
  /** On which days sessions were recorded as held; null: it is not known. */
  readonly heldOn: readonly (string | null)[]
  /** Since when both have agreed to the ground rules; null: they have not. */
  readonly agreedOn: string | null
  /** When times were last proposed; when a session was last planned, moved or cancelled; null: never. */
  readonly proposedOn: string | null
  readonly changedOn: string | null
  readonly today: string
}

/** Null: there is nothing to be reminded of today. */
export const pairReminder = (facts: PairFacts): PairReminder | null => {
  const { plan } = facts
  if (plan === null || haveAllPassed(plan, facts)) return planReminder(facts)
  return plan.startsAt === null
    ? answerReminder(facts, plan)
    : timeReminder(facts, plan, plan.startsAt)
}

/** The days of all that is proposed, and nobody has answered: there is nothing left to accept. */
const haveAllPassed = ({ state, proposals }: Plan, { today }: PairFacts): boolean =>
  state === 'proposed' && proposals.every((time) => dayOf(time) < today)

const bothOf = ({ pair }: PairFacts): readonly string[] => [pair.mentorId, pair.menteeId]

/** From the day on which they could have planned: agreed, met, cancelled what was planned, or let what was proposed pass. */
const planReminder = (facts: PairFacts): PairReminder | null => {
  const { pair, protocol, plan, heldOn, agreedOn, changedOn } = facts
  if (agreedOn === null || !mayPlanMore({ protocol, held: heldOn.length })) return null
  const passed = plan?.proposals.map(dayOf) ?? []
  const days = [agreedOn, changedOn, ...heldOn, ...passed].filter((day) => day !== null)
  const since = days.toSorted().at(-1) ?? agreedOn
  const about = `session ${heldOn.length + 1} of ${pair.pairId}, to plan`
  const participantIds = bothOf(facts)
  return { kind: 'plan', about, participantIds, since, days: reminderDaysOf(protocol) }
}

const answerReminder = (
  { pair, proposedOn }: PairFacts,
  { planId, proposedBy }: Plan,
): PairReminder | null => {
  if (proposedOn === null) return null
  const asked = proposedBy === 'mentor' ? pair.menteeId : pair.mentorId
  const about = `session ${planId}, to answer`
  return { kind: 'answer', about, participantIds: [asked], since: proposedOn, days: [3] }
}

/** Whoever was told of the time today already is not told once more that it is tomorrow. */
const timeReminder = (facts: PairFacts, { planId }: Plan, startsAt: Date): PairReminder | null => {
  const { today, changedOn } = facts
  const day = dayOf(startsAt)
  const dayBefore = daysAfter(day, -1)
  const about = `session ${planId} at ${startsAt.toISOString()}`
  const participantIds = bothOf(facts)
  if (today > day) {
    return { kind: 'record', about: `${about}, to record`, participantIds, since: day, days: [1] }
  }
  if (today !== dayBefore || changedOn === today) return null
  return { kind: 'tomorrow', about, participantIds, since: dayBefore, days: [0] }
}
