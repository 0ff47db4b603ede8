/** Whom a mentor is asked about in private, when, and which replies can be taken. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Participant, ParticipantState, Supervision } from '../../people/model.ts'
import type { Protocol } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { StageWindow } from '../../questionnaires/model.ts'

/** `final`: the draw has been made, or the programme is over. */
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
  readonly isDrawn: boolean
}

/** From the moment that a stage which asks for willingness opens, until the draw. */
export const willingStanding = (facts: StandingFacts): WillingStanding => {
  if (facts.mentor !== 'agreed') return facts.mentor
  if (facts.isDrawn || facts.programme === 'closed') return 'final'
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

/** By the id of the mentee, as the form sends it. */
export type Replies = ReadonlyMap<string, string>
/** By the id of the mentee. */
export type Said = ReadonlyMap<string, boolean>

export type WillingProblem =
  | { readonly kind: 'willingness.unanswered'; readonly mentees: readonly string[] }
  | {
      readonly kind: 'willingness.too_few'
      readonly willing: number
      readonly minimum: number
    }

/** Of fewer people than the minimum, everybody. */
export const minimumOf = (
  offered: readonly OfferedMentee[],
  { minimumWilling }: Protocol['rules'],
): number => Math.min(minimumWilling, offered.length)

/**
 * Everybody is answered about, and no answer is taken for granted. Fewer than the minimum would leave the draw no
 * choice; nobody at all is a way of saying that one does not want to be drawn.
 */
export const decideWillingness = (
  offered: readonly OfferedMentee[],
  replies: Replies,
  rules: Protocol['rules'],
): Result<Said, WillingProblem> => {
  const said = new Map<string, boolean>()
  for (const { participantId } of offered) {
    const reply = replies.get(participantId)
    if (reply === 'yes' || reply === 'no') said.set(participantId, reply === 'yes')
  }
  const mentees = offered.map((mentee) => mentee.participantId).filter((id) => !said.has(id))
  if (mentees.length > 0) return fail({ kind: 'willingness.unanswered', mentees })
  const willing = [...said.values()].filter(Boolean).length
  const minimum = minimumOf(offered, rules)
  if (willing > 0 && willing < minimum)
    return fail({ kind: 'willingness.too_few', willing, minimum })
  return ok(said)
}
