/** Whether the interview can be held, begun, ended and opened again; who came in and who was ticked by mistake. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { InterviewState } from '../model.ts'

export type InterviewFacts = {
  readonly programme: ProgrammeState
  readonly isInProtocol: boolean
  /** Those who agreed to take part. */
  readonly mentors: number
  readonly mentees: number
  readonly interview: InterviewState
  readonly openSitting: number | null
  /** A document has gone out to be signed off. */
  readonly hasVersions: boolean
}

/** What keeps an interview from being held at all. */
export type Hindrance =
  | 'interview.not_in_protocol'
  | 'programme.not_open'
  | 'programme.closed'
  | 'interview.no_mentees'
  | 'interview.no_mentors'

export const hindranceOf = (facts: InterviewFacts): Hindrance | null => {
  if (!facts.isInProtocol) return 'interview.not_in_protocol'
  if (facts.programme === 'setting_up') return 'programme.not_open'
  if (facts.programme === 'closed') return 'programme.closed'
  if (facts.mentees === 0) return 'interview.no_mentees'
  return facts.mentors === 0 ? 'interview.no_mentors' : null
}

export type SittingProblem = {
  readonly kind:
    | Hindrance
    | 'interview.ended'
    | 'sitting.open_already'
    | 'sitting.in_the_future'
    | 'attendance.nobody'
}

/** Days are YYYY-MM-DD, so that they compare as texts. */
export type NewSitting = {
  readonly heldOn: string
  readonly today: string
  readonly present: readonly string[]
}

export const mayBeginSitting = (
  facts: InterviewFacts,
  { heldOn, today, present }: NewSitting,
): Result<null, SittingProblem> => {
  const hindrance = hindranceOf(facts)
  if (hindrance !== null) return fail({ kind: hindrance })
  if (facts.interview === 'ended') return fail({ kind: 'interview.ended' })
  if (facts.openSitting !== null) return fail({ kind: 'sitting.open_already' })
  if (heldOn > today) return fail({ kind: 'sitting.in_the_future' })
  return present.length === 0 ? fail({ kind: 'attendance.nobody' }) : ok(null)
}

export type ReopeningProblem = {
  readonly kind: 'interview.not_ended' | 'interview.documents_out' | 'programme.closed'
}

export const mayReopen = (facts: InterviewFacts): Result<null, ReopeningProblem> => {
  if (facts.interview !== 'ended') return fail({ kind: 'interview.not_ended' })
  if (facts.programme === 'closed') return fail({ kind: 'programme.closed' })
  return facts.hasVersions ? fail({ kind: 'interview.documents_out' }) : ok(null)
}

/** What was ticked when the page was made, and what came back. */
export type TickedList = { readonly before: readonly string[]; readonly after: readonly string[] }

export type ListChange = { readonly added: readonly string[]; readonly removed: readonly string[] }

/**
 * Only what somebody changed counts, so that two who tick at once do not undo each other. Who is not known (any more)
 * is left out.
 */
export const changeIn = ({ before, after }: TickedList, known: readonly string[]): ListChange => ({
  added: known.filter((id) => after.includes(id) && !before.includes(id)),
  removed: known.filter((id) => before.includes(id) && !after.includes(id)),
})

export const changedList = (
  stored: readonly string[],
  { added, removed }: ListChange,
): readonly string[] => [
  ...stored.filter((id) => !removed.includes(id)),
  ...added.filter((id) => !stored.includes(id)),
]
