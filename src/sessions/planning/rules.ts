/** What both of a pair may do about their session, and what becomes of its plan. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Protocol, RoleId } from '../../protocol/model.ts'
import {
  type CalendarEntry,
  type CalendarProblem,
  cancelEntry,
  moveEntry,
  planEntry,
} from '../calendar/reschedule.ts'
import type { SessionMode } from '../store.ts'
import { type Meeting, mostProposals, type Plan } from './model.ts'

export type PlanningProblem =
  | CalendarProblem
  | {
      readonly kind:
        | 'planning.not_asked'
        | 'planning.no_such_pair'
        | 'planning.all_held'
        | 'planning.planned_already'
        | 'planning.proposed_meanwhile'
        | 'planning.changed'
        | 'planning.own_proposal'
        | 'planning.place_too_long'
        | 'times.none'
        | 'times.too_many'
    }
  /** `at`: which of the times, from 0. */
  | {
      readonly kind: 'times.have_passed' | 'times.too_far' | 'times.given_twice'
      readonly at: number
    }
  | { readonly kind: 'planning.no_such_length'; readonly least: number; readonly most: number }

/** One pair at one time, from the side of one of the two. */
export type PairNow = {
  readonly pairId: string
  /** Whose side it is. */
  readonly role: RoleId
  readonly protocol: Protocol
  /** The one that is proposed or planned; null: there is none. */
  readonly plan: Plan | null
  /** Sessions that were recorded. */
  readonly held: number
  readonly now: Date
}

type Decided<T = Plan> = Result<T, PlanningProblem>

/** A limit below a quarter of an hour allows sessions of that length alone. */
export const lengthsOf = ({ rules: { sessionLimitMinutes: most } }: Protocol) => ({
  least: Math.min(15, most),
  most,
})

/** How the protocol has them meet, unless they choose otherwise. */
export const usualModeOf = ({ steps }: Protocol): SessionMode =>
  steps.flatMap((step) => (step.kind === 'session' ? [step.mode] : []))[0] ?? 'face_to_face'

export const mayPlanMore = ({ protocol, held }: Pick<PairNow, 'protocol' | 'held'>): boolean =>
  held < protocol.rules.sessionsPerPair

export const longestPlace = 300
const farthestMilliseconds = 366 * 86_400_000

export const meetingProblem = (meeting: Meeting, protocol: Protocol): PlanningProblem | null => {
  const { least, most } = lengthsOf(protocol)
  const { minutes, place } = meeting
  if (!Number.isInteger(minutes) || minutes < least || minutes > most)
    return { kind: 'planning.no_such_length', least, most }
  return (place ?? '').length > longestPlace ? { kind: 'planning.place_too_long' } : null
}

export const timesProblem = (times: readonly Date[], now: Date): PlanningProblem | null => {
  if (times.length === 0) return { kind: 'times.none' }
  if (times.length > mostProposals) return { kind: 'times.too_many' }
  for (const [at, time] of times.entries()) {
    const ahead = time.getTime() - now.getTime()
    if (ahead <= 0) return { kind: 'times.have_passed', at }
    if (ahead > farthestMilliseconds) return { kind: 'times.too_far', at }
    const isTwice = times.slice(0, at).some((other) => other.getTime() === time.getTime())
    if (isTwice) return { kind: 'times.given_twice', at }
  }
  return null
}

export type Proposed = {
  /** Of the new plan. */
  readonly planId: string
  /** The plan that stood on the page; null: there was none. */
  readonly instead: string | null
  readonly times: readonly Date[]
  readonly meeting: Meeting
}

/** In place of what was proposed before, by whom of the two that may have been, if whoever proposes has seen it. */
export const decideProposal = (pair: PairNow, proposed: Proposed): Decided => {
  const { pairId, role, protocol, plan, now } = pair
  const { planId, instead, times, meeting } = proposed
  if (!mayPlanMore(pair)) return fail({ kind: 'planning.all_held' })
  if (plan?.state === 'planned') return fail({ kind: 'planning.planned_already' })
  if (plan !== null && plan.planId !== instead) return fail({ kind: 'planning.proposed_meanwhile' })
  const problem = timesProblem(times, now) ?? meetingProblem(meeting, protocol)
  if (problem !== null) return fail(problem)
  return ok({
    ...meeting,
    ...{ planId, pairId, state: 'proposed', proposedBy: role, proposals: times },
    ...{ startsAt: null, calendarUid: null, calendarSequence: 0, timesMoved: 0 },
  })
}

export type Accepted = {
  readonly planId: string
  readonly startsAt: Date
  /** For the entry in calendars. */
  readonly uid: string
}

export const decideAcceptance = (pair: PairNow, { planId, startsAt, uid }: Accepted): Decided => {
  const { plan, now } = pair
  if (plan?.state !== 'proposed' || plan.planId !== planId)
    return fail({ kind: 'planning.changed' })
  if (!mayPlanMore(pair)) return fail({ kind: 'planning.all_held' })
  if (plan.proposedBy === pair.role) return fail({ kind: 'planning.own_proposal' })
  const at = plan.proposals.findIndex((time) => time.getTime() === startsAt.getTime())
  if (at === -1) return fail({ kind: 'planning.changed' })
  if (startsAt <= now) return fail({ kind: 'times.have_passed', at })
  const entry = planEntry(uid, { startsAt, minutes: plan.minutes, place: calendarPlaceOf(plan) })
  if (!entry.ok) return entry
  return ok({ ...plan, ...entryColumns(entry.value), state: 'planned', proposals: [] })
}

export type Moved = {
  readonly planId: string
  readonly startsAt: Date
  readonly meeting: Meeting
}

/** Also one whose time has passed, if they did not meet. */
export const decideMove = (pair: PairNow, { planId, startsAt, meeting }: Moved): Decided => {
  const { plan, protocol, now } = pair
  const entry = plan?.planId === planId ? entryOf(plan) : null
  if (plan === null || entry === null) return fail({ kind: 'planning.changed' })
  const problem = timesProblem([startsAt], now) ?? meetingProblem(meeting, protocol)
  if (problem !== null) return fail(problem)
  const { minutes } = meeting
  const moved = moveEntry(entry, { startsAt, minutes, place: calendarPlaceOf(meeting) })
  if (!moved.ok) return moved
  return ok({
    ...{ ...plan, ...meeting, ...entryColumns(moved.value) },
    timesMoved: plan.timesMoved + 1,
  })
}

export const decideCancellation = ({ plan }: Pick<PairNow, 'plan'>, planId: string): Decided => {
  if (plan?.state !== 'planned' || plan.planId !== planId) return fail({ kind: 'planning.changed' })
  return ok(cancelledPlan(plan))
}

/** Of a pair that has ended also what is only proposed. */
export const cancelledPlan = (plan: Plan): Plan => {
  const entry = entryOf(plan)
  const cancelled = entry === null ? null : cancelEntry(entry)
  const columns = cancelled?.ok === true ? entryColumns(cancelled.value) : {}
  return { ...plan, ...columns, state: 'cancelled', proposals: [] }
}

/** What calendars show as the place. */
export const calendarPlaceOf = ({ mode, place }: Meeting): string | null =>
  place ?? (mode === 'online' ? 'Online' : null)

/** As it stands in calendars now; null: no time has been accepted, or calendars are done with it. */
export const entryOf = (plan: Plan): CalendarEntry | null => {
  const { startsAt, calendarUid: uid, calendarSequence: sequence, minutes, state } = plan
  if (startsAt === null || uid === null || state === 'held') return null
  const entryState = state === 'cancelled' ? 'cancelled' : 'planned'
  return { startsAt, minutes, place: calendarPlaceOf(plan), uid, sequence, state: entryState }
}

const entryColumns = ({ startsAt, uid, sequence }: CalendarEntry) => ({
  startsAt,
  calendarUid: uid,
  calendarSequence: sequence,
})
