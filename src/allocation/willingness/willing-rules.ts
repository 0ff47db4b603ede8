/** Whom a mentor is asked about in private, and when. */
import type { Participant, ParticipantState, Supervision } from '../../people/model.ts'
import type { Protocol } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { StageWindow } from '../../questionnaires/model.ts'
import type { Lock } from './lock.ts'

/** `final`: see the lock for why. */
export type WillingStanding =
  | 'open'
  | 'not_open'
  | 'not_asked'
  | 'final'
  | Exclude<ParticipantState, 'agreed'>

type StandingFacts = {
  readonly mentor: ParticipantState
  readonly programme: ProgrammeState
  readonly protocol: Protocol
  readonly windows: readonly Pick<StageWindow, 'stage' | 'state'>[]
  readonly lock: Lock | null
  /** Whether this mentor has said anything. */
  readonly hasSaid: boolean
}

/**
 * From the moment that a stage which asks for willingness opens, until it is closed for the draw. Once pairs have been
 * told, a mentor who has said nothing, such as one who joined late, can say it once: for somebody left without a partner.
 */
export const willingStanding = (facts: StandingFacts): WillingStanding => {
  if (facts.mentor !== 'agreed') return facts.mentor
  const isLate = facts.lock === 'published' && facts.programme === 'open' && !facts.hasSaid
  if (facts.lock !== null && !isLate) return 'final'
  const asking = questionnairesOf(facts.protocol).filter(({ willingness }) => willingness)
  if (asking.length === 0) return 'not_asked'
  const stages = new Set(asking.map(({ stage }) => stage))
  const hasOpened = facts.windows.some(
    ({ stage, state }) => stages.has(stage) && state !== 'not_open',
  )
  return facts.programme === 'open' && hasOpened ? 'open' : 'not_open'
}

export type OfferedMentee = {
  readonly participantId: string
  readonly name: string
  readonly isSupervisor: boolean
}

type People = {
  readonly mentorId: string
  readonly participants: readonly Participant[]
  readonly supervisions: readonly Supervision[]
}

/** All mentees who may still take part, whether they have agreed or not; in the order given. */
export const menteesFor = ({
  mentorId,
  participants,
  supervisions,
}: People): readonly OfferedMentee[] => {
  const supervisors = new Set(
    supervisions.filter((one) => one.mentorId === mentorId).map(({ menteeId }) => menteeId),
  )
  return participants
    .filter(({ role, state }) => role === 'mentee' && (state === 'invited' || state === 'agreed'))
    .map(({ participantId, name }) => ({
      participantId,
      name,
      isSupervisor: supervisors.has(participantId),
    }))
}

/** P3 of the published programme is `ask`; with `forbid` a mentor's own supervisor is not offered. */
export const offeredMentees = (
  mentees: readonly OfferedMentee[],
  { supervisor }: Protocol['rules'],
): readonly OfferedMentee[] =>
  supervisor === 'forbid' ? mentees.filter(({ isSupervisor }) => !isSupervisor) : mentees
