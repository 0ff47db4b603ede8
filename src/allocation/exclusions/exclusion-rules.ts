/** Which pairs the lead may take out of the draw, and when. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Participant } from '../../people/model.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import { type AllocationDraw, statesBeforeDraw } from '../procedure/model.ts'
import type { ExcludedPair } from '../store.ts'

/** `later`: pairs are drawn; what is changed now counts for a draw that is still to come. */
export type ExclusionStanding = 'open' | 'later' | 'under_way' | 'closed'

type StandingFacts = {
  readonly programme: ProgrammeState
  readonly draws: readonly Pick<AllocationDraw, 'state'>[]
  readonly hasPairs: boolean
}

/** What goes into a draw is fixed when the willingness is closed for it, until it is made or the willingness opened again. */
export const exclusionStanding = ({
  programme,
  draws,
  hasPairs,
}: StandingFacts): ExclusionStanding => {
  if (programme === 'closed') return 'closed'
  if (draws.some(({ state }) => statesBeforeDraw.includes(state))) return 'under_way'
  const isDrawn = draws.some(({ state }) => state === 'drawn')
  return hasPairs || isDrawn ? 'later' : 'open'
}

export type ExclusionProblem =
  | { readonly kind: 'exclusion.nobody_chosen'; readonly fields: readonly ('mentor' | 'mentee')[] }
  | { readonly kind: 'exclusion.there_already' }
  | { readonly kind: 'exclusion.not_there' }
  | { readonly kind: 'exclusion.under_way' }
  | { readonly kind: 'programme.closed' }

const mayChange = (standing: ExclusionStanding): Result<null, ExclusionProblem> => {
  if (standing === 'under_way') return fail({ kind: 'exclusion.under_way' })
  return standing === 'closed' ? fail({ kind: 'programme.closed' }) : ok(null)
}

export type Named = Pick<Participant, 'participantId' | 'name'>

type Facts = {
  readonly standing: ExclusionStanding
  /** Those who may still take part. */
  readonly mentors: readonly Named[]
  readonly mentees: readonly Named[]
  readonly excluded: readonly ExcludedPair[]
}

const isSame =
  (one: ExcludedPair) =>
  (other: ExcludedPair): boolean =>
    one.mentorId === other.mentorId && one.menteeId === other.menteeId

export const mayExclude = (
  { standing, mentors, mentees, excluded }: Facts,
  pair: ExcludedPair,
): Result<null, ExclusionProblem> => {
  const allowed = mayChange(standing)
  if (!allowed.ok) return allowed
  const isAmong = (people: readonly Named[], id: string) =>
    people.some(({ participantId }) => participantId === id)
  const fields = [
    ...(isAmong(mentors, pair.mentorId) ? [] : (['mentor'] as const)),
    ...(isAmong(mentees, pair.menteeId) ? [] : (['mentee'] as const)),
  ]
  if (fields.length > 0) return fail({ kind: 'exclusion.nobody_chosen', fields })
  return excluded.some(isSame(pair)) ? fail({ kind: 'exclusion.there_already' }) : ok(null)
}

export const mayInclude = (
  { standing, excluded }: Facts,
  pair: ExcludedPair,
): Result<null, ExclusionProblem> => {
  const allowed = mayChange(standing)
  if (!allowed.ok) return allowed
  return excluded.some(isSame(pair)) ? ok(null) : fail({ kind: 'exclusion.not_there' })
}
