/** When a session can be recorded, put right or taken back, and what becomes of its plan. */
import { dayOf } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { ParticipantState } from '../../people/model.ts'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import type { Plan } from '../planning/model.ts'
import { cancelledPlan } from '../planning/rules.ts'
import type { StoredSession } from '../store.ts'
import type { HeldSession, SessionFaults } from './typed-session.ts'

export type RecordingStanding =
  | 'asked'
  | 'no_sessions'
  | 'not_open'
  | 'over'
  | 'no_partner'
  | Exclude<ParticipantState, 'agreed'>

export const recordingStanding = ({
  programme,
  participant,
  pairs,
}: OwnPairs): RecordingStanding => {
  if (participant.state !== 'agreed') return participant.state
  if (programme.protocol.steps.every(({ kind }) => kind !== 'session')) return 'no_sessions'
  if (programme.state !== 'open') return programme.state === 'closed' ? 'over' : 'not_open'
  return pairs.length === 0 ? 'no_partner' : 'asked'
}

export type RecordingProblem =
  | {
      readonly kind:
        | 'recording.not_asked'
        | 'recording.no_such_pair'
        | 'recording.all_recorded'
        | 'recording.changed'
        | 'recording.no_such_session'
    }
  | { readonly kind: 'recording.faulty'; readonly faults: SessionFaults }

/** `partnerId` null: whoever has one partner need not say which. */
export const pairWith = (
  own: OwnPairs,
  partnerId: string | null,
): Result<OwnPair, RecordingProblem> => {
  if (recordingStanding(own) !== 'asked') return fail({ kind: 'recording.not_asked' })
  const chosen =
    partnerId === null
      ? own.pairs.filter((_, __, { length }) => length === 1)
      : own.pairs.filter(({ partner }) => partner.participantId === partnerId)
  const [pair] = chosen
  return pair === undefined ? fail({ kind: 'recording.no_such_pair' }) : ok(pair)
}

/**
 * @param known how many sessions of the pair were recorded when the form was shown: if the partner has recorded one
 *   since, it is likely to be the same
 */
export const mayRecord = (
  { sessions }: Pick<OwnPair, 'sessions'>,
  { known, most }: { readonly known: number; readonly most: number },
): Result<null, RecordingProblem> => {
  if (sessions.length >= most) return fail({ kind: 'recording.all_recorded' })
  return sessions.length === known ? ok(null) : fail({ kind: 'recording.changed' })
}

export const findSession = (
  { sessions }: Pick<OwnPair, 'sessions'>,
  sessionId: string,
): Result<StoredSession, RecordingProblem> => {
  const session = sessions.find((one) => one.sessionId === sessionId)
  return session === undefined ? fail({ kind: 'recording.no_such_session' }) : ok(session)
}

type Held = Pick<HeldSession, 'heldOn'> & { readonly now: Date; readonly isLast: boolean }

/**
 * What they planned has been held if its time has come, or if they met earlier on its day. What is still to come stays
 * while they may meet again, and is cancelled once they have met for the last time: they met earlier.
 *
 * @returns the plan as it is now; null: it stays as it was
 */
export const planOnceHeld = (plan: Plan | null, { heldOn, now, isLast }: Held): Plan | null => {
  if (plan === null) return null
  const { startsAt } = plan
  const hasCome = startsAt !== null && (startsAt <= now || dayOf(startsAt) <= heldOn)
  if (hasCome) return { ...plan, state: 'held' }
  return isLast ? cancelledPlan(plan) : null
}

/** Where a session was recorded by mistake, its plan stands again: unless it belongs to another session, or they plan anew. */
export const planOnceTakenBack = (
  { plan, earlierPlans, sessions }: Pick<OwnPair, 'plan' | 'earlierPlans' | 'sessions'>,
  { heldOn }: StoredSession,
): Plan | null => {
  const held = earlierPlans
    .filter(({ state }) => state === 'held')
    .toSorted((one, other) => timeOf(other) - timeOf(one))
  if (plan !== null || held.length < sessions.length) return null
  const onDay = held.find(({ startsAt }) => startsAt !== null && dayOf(startsAt) === heldOn)
  const found = onDay ?? held[0]
  return found === undefined ? null : { ...found, state: 'planned' }
}

const timeOf = ({ startsAt }: Plan): number => startsAt?.getTime() ?? 0
