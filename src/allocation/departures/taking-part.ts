/** Who is drawn once somebody has left or a pair has ended, and a partner is missing. */
import type { Participant } from '../../people/model.ts'
import type { Protocol, RoleId } from '../../protocol/model.ts'
import type { TakingPart } from '../procedure/collect-inputs.ts'
import type { StoredPair } from '../store.ts'

export type AfterDeparture = {
  readonly participants: readonly Pick<Participant, 'participantId' | 'role' | 'state'>[]
  readonly pairs: readonly StoredPair[]
  /** The pairs that have had a session. */
  readonly metPairIds: ReadonlySet<string>
  readonly rules: Pick<
    Protocol['rules'],
    'afterDeparture' | 'menteesPerMentor' | 'mentorsPerMentee'
  >
  /** How many mentees a mentor offered to take, at most what the rules allow. */
  readonly seatsOf: (mentorId: string) => number
}

/**
 * Who takes part in the draw after a departure?
 *
 * `free_mentor`: every pair stays; the mentees who have fewer mentors than they should have, and the mentors who can take
 * another mentee. Where that are fewer mentors than mentees, those who have no mentor at all come first. `draw_again`:
 * only the pairs that have met stay, and everybody else who has a place left is drawn. Nobody is drawn with a partner they
 * were in a pair with that one of the two asked to end; a mentor with whom no other mentee is drawn counts as not free.
 *
 * @returns null where no mentee lacks a mentor: then nobody is drawn. A side without anybody: nobody is free. `taken`:
 *          the partners whom somebody who is drawn keeps
 * Missing: who has not agreed or has withdrawn; their pairs count as ended.
 */
export const afterDeparture = (asked: AfterDeparture): TakingPart | null => {
  const pairs = currentPairs(asked)
  const places = placesOf(asked)
  const lacking = idsOf(asked, 'mentee').filter((id) => countOf(pairs, id) < places('mentee', id))
  if (lacking.length === 0) return null
  const { metPairIds, rules } = asked
  const drawsAgain = rules.afterDeparture === 'draw_again'
  const kept = drawsAgain ? pairs.filter(({ pairId }) => metPairIds.has(pairId)) : pairs
  const withPlace = (role: RoleId): readonly string[] =>
    idsOf(asked, role).filter((id) => countOf(kept, id) < places(role, id))
  const [mentors, mentees] = [withPlace('mentor'), withPlace('mentee')]
  const without = mentees.filter((id) => countOf(kept, id) === 0)
  const freeFor = (some: readonly string[]) =>
    mentors.filter((mentor) => some.some((mentee) => !isExited(asked, mentor, mentee)))
  const isShort = !drawsAgain && mentors.length < mentees.length && freeFor(without).length > 0
  const chosen = isShort ? without : mentees
  const drawn = { mentors: freeFor(chosen), mentees: chosen }
  return { ...drawn, taken: takenBy([...drawn.mentors, ...drawn.mentees], kept) }
}

const isExited = ({ pairs }: AfterDeparture, mentor: string, mentee: string): boolean =>
  pairs.some(
    ({ hasExited, mentorId, menteeId }) => hasExited && mentorId === mentor && menteeId === mentee,
  )

export type Vacancies = {
  /** Mentees who have no mentor at all. */
  readonly mentees: number
  /** Mentors who have no mentee. */
  readonly mentors: number
}

/** Without what anybody offered in private: who could take one more mentee is not in it. */
export const vacanciesIn = (asked: Pick<AfterDeparture, 'participants' | 'pairs'>): Vacancies => {
  const pairs = currentPairs(asked)
  const without = (role: RoleId): number =>
    idsOf(asked, role).filter((id) => countOf(pairs, id) === 0).length
  return { mentees: without('mentee'), mentors: without('mentor') }
}

/** The pairs in which both still take part. */
const currentPairs = ({
  participants,
  pairs,
}: Pick<AfterDeparture, 'participants' | 'pairs'>): readonly StoredPair[] => {
  const here = new Set(
    participants
      .filter(({ state }) => state === 'agreed')
      .map(({ participantId }) => participantId),
  )
  return pairs.filter(
    ({ hasEnded, mentorId, menteeId }) => !hasEnded && here.has(mentorId) && here.has(menteeId),
  )
}

const idsOf = (
  { participants }: Pick<AfterDeparture, 'participants'>,
  role: RoleId,
): readonly string[] =>
  participants
    .filter((person) => person.role === role && person.state === 'agreed')
    .map(({ participantId }) => participantId)

const countOf = (pairs: readonly StoredPair[], id: string): number =>
  pairs.filter(({ mentorId, menteeId }) => [mentorId, menteeId].includes(id)).length

const placesOf =
  ({ rules, seatsOf }: AfterDeparture) =>
  (role: RoleId, id: string): number =>
    role === 'mentee' ? (rules.mentorsPerMentee ?? 1) : seatsOf(id)

const takenBy = (
  drawn: readonly string[],
  kept: readonly StoredPair[],
): ReadonlyMap<string, number> =>
  new Map(
    drawn.flatMap((id) => {
      const n = countOf(kept, id)
      return n === 0 ? [] : [[id, n] as const]
    }),
  )
