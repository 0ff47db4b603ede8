/** Whether somebody can follow the interview on their phone now, and if not why. */
import type { ParticipantState } from '../../people/model.ts'
import type { InterviewState } from '../model.ts'
import type { Sitting } from '../sittings/model.ts'

export type FollowStanding =
  | 'following'
  | 'not_started'
  | 'ended'
  | 'between_sittings'
  | 'not_present'
  | Exclude<ParticipantState, 'agreed'>

type Facts = {
  readonly participantId: string
  readonly participant: ParticipantState
  readonly interview: InterviewState
  readonly sittings: readonly Sitting[]
}

export const followStanding = (facts: Facts): FollowStanding => {
  if (facts.participant !== 'agreed') return facts.participant
  if (facts.interview !== 'open') return facts.interview
  if (facts.sittings.every(({ state }) => state !== 'open')) return 'between_sittings'
  return isInTheRoom(facts.sittings, facts.participantId) ? 'following' : 'not_present'
}

/** Of the sitting that is going on. */
export const isInTheRoom = (sittings: readonly Sitting[], participantId: string): boolean =>
  sittings
    .filter(({ state }) => state === 'open')
    .some(({ present }) => present.some((one) => one.participantId === participantId))
