/** Whether the lead can choose the pairs by hand, and which choices can be kept. Willingness has no part in it. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Participant } from '../../people/model.ts'
import type { Protocol } from '../../protocol/model.ts'
import { afterDeparture } from '../departures/taking-part.ts'
import type { TakingPart } from '../procedure/collect-inputs.ts'
import type { LoadedAllocation } from '../procedure/load-allocation.ts'
import { factsOf, type Hindrance, hindranceOf } from '../procedure/rules.ts'
import { everybody } from '../procedure/taking-part.ts'
import type {
  Choices,
  Choosing,
  ChoosingKind,
  ChosenPair,
  Place,
  PlaceError,
  PlaceFault,
} from './model.ts'

export type ChoosingProblem =
  | Hindrance
  | { readonly kind: 'allocation.no_mentors' | 'allocation.no_mentees' }
  | {
      readonly kind:
        | 'chosen.draw_under_way'
        | 'chosen.random_drawn'
        | 'chosen.random_published'
        | 'chosen.nobody_lacks_a_mentor'
        | 'chosen.nobody_is_free'
    }

export type Known = Pick<Choosing, 'supervisions' | 'excluded'>

/** Before anything is published, and after that where somebody has left; never in the place of a random draw. */
export const mayChoose = (
  allocation: LoadedAllocation,
  known: Known,
): Result<Choosing, ChoosingProblem> => {
  const facts = factsOf(allocation)
  const hindrance = hindranceOf(facts)
  if (hindrance !== null) return fail(hindrance)
  const kind = kindOf(allocation)
  if (!kind.ok) return kind
  const takingPart = whoIsChosen(allocation)
  return takingPart.ok
    ? ok(choosingOf(allocation, known, { kind: kind.value, ...takingPart.value }))
    : takingPart
}

const kindOf = ({ current }: LoadedAllocation): Result<ChoosingKind, ChoosingProblem> => {
  switch (current?.state) {
    case undefined:
      return ok('first')
    case 'drawn':
      return current?.mode === 'chosen' ? ok('again') : fail({ kind: 'chosen.random_drawn' })
    case 'published':
      return current?.mode === 'chosen'
        ? ok('departure')
        : fail({ kind: 'chosen.random_published' })
    default:
      return fail({ kind: 'chosen.draw_under_way' })
  }
}

const mentorSeats = ({ rules }: Protocol): number => rules.menteesPerMentor ?? 1
const menteeSeats = ({ rules }: Protocol): number => rules.mentorsPerMentee ?? 1

const whoIsChosen = (allocation: LoadedAllocation): Result<TakingPart, ChoosingProblem> => {
  const { participants, pairs, draws, programme } = allocation
  if (!draws.some(({ state }) => state === 'published')) return inProgramme(everybody(participants))
  const { menteesPerMentor, mentorsPerMentee } = programme.protocol.rules
  const drawn = afterDeparture({
    ...{ participants, pairs, metPairIds: new Set<string>() },
    rules: {
      ...(menteesPerMentor === undefined ? {} : { menteesPerMentor }),
      ...(mentorsPerMentee === undefined ? {} : { mentorsPerMentee }),
    },
    seatsOf: () => mentorSeats(programme.protocol),
  })
  if (drawn === null) return fail({ kind: 'chosen.nobody_lacks_a_mentor' })
  return drawn.mentors.length === 0 ? fail({ kind: 'chosen.nobody_is_free' }) : ok(drawn)
}

const inProgramme = (all: TakingPart): Result<TakingPart, ChoosingProblem> => {
  if (all.mentors.length === 0) return fail({ kind: 'allocation.no_mentors' })
  return all.mentees.length === 0 ? fail({ kind: 'allocation.no_mentees' }) : ok(all)
}

export const fieldOf = (menteeId: string, slot: number): string => `mentor-${menteeId}-${slot}`

const choosingOf = (
  { participants, programme: { protocol } }: LoadedAllocation,
  known: Known,
  { kind, taken, ...ids }: TakingPart & { readonly kind: ChoosingKind },
): Choosing => {
  const among = (some: readonly string[]) =>
    participants.filter(({ participantId }) => some.includes(participantId))
  const left = (seats: number, id: string) => Math.max(0, seats - (taken.get(id) ?? 0))
  const mentees = among(ids.mentees)
  return {
    ...{ kind, mentees, mentors: among(ids.mentors), ...known },
    places: mentees.flatMap((mentee) =>
      Array.from({ length: left(menteeSeats(protocol), mentee.participantId) }, (_, slot) => ({
        field: fieldOf(mentee.participantId, slot + 1),
        mentee,
      })),
    ),
    seatsOf: (id) => left(mentorSeats(protocol), id),
    supervisorRule: protocol.rules.supervisor,
  }
}

export type ChoicesProblem =
  | { readonly kind: 'chosen.nobody' }
  | { readonly kind: 'chosen.not_possible'; readonly errors: readonly PlaceError[] }

/** The pairs, in the order of the mentees; or what is wrong at each place. */
export const decidePairs = (
  choosing: Choosing,
  choices: Choices,
): Result<readonly ChosenPair[], ChoicesProblem> => {
  const mentors = new Map(choosing.mentors.map((one) => [one.participantId, one]))
  const filled = choosing.places.flatMap((place) => {
    const id = choices.get(place.field) ?? ''
    return id === '' ? [] : [{ place, mentor: mentors.get(id) ?? null }]
  })
  if (filled.length === 0) return fail({ kind: 'chosen.nobody' })
  const errors = filled.flatMap((one, position) => {
    const kind = faultOf(choosing, one, filled.slice(0, position))
    return kind === null ? [] : [{ kind, ...one }]
  })
  if (errors.length > 0) return fail({ kind: 'chosen.not_possible', errors })
  return ok(filled.flatMap(pairOf))
}

type Filled = { readonly place: Place; readonly mentor: Participant | null }

/** @param earlier the places before it: of two places that cannot both be, the later one is named */
const faultOf = (
  choosing: Choosing,
  { place, mentor }: Filled,
  earlier: readonly Filled[],
): PlaceFault | null => {
  if (mentor === null) return 'chosen.not_in_the_list'
  const pair = { mentorId: mentor.participantId, menteeId: place.mentee.participantId }
  const before = earlier.filter((one) => one.mentor?.participantId === pair.mentorId)
  if (before.some((one) => one.place.mentee === place.mentee)) return 'chosen.same_mentor_twice'
  if (before.length >= choosing.seatsOf(pair.mentorId)) return 'chosen.mentor_has_no_seat'
  if (choosing.excluded.some(isPair(pair))) return 'chosen.excluded'
  const isForbidden = choosing.supervisorRule === 'forbid' && isSupervised(choosing, pair)
  return isForbidden ? 'chosen.own_supervisor' : null
}

type Pair = { readonly mentorId: string; readonly menteeId: string }

const isPair =
  (pair: Pair) =>
  ({ mentorId, menteeId }: Pair): boolean =>
    mentorId === pair.mentorId && menteeId === pair.menteeId

export const isSupervised = ({ supervisions }: Choosing, pair: Pair): boolean =>
  supervisions.some(isPair(pair))

const pairOf = ({ place, mentor }: Filled): readonly ChosenPair[] =>
  mentor === null
    ? []
    : [
        {
          ...{ place, mentor },
          mentorId: mentor.participantId,
          menteeId: place.mentee.participantId,
        },
      ]

/** What was chosen before, as it stands in the form. */
export const choicesOf = ({ places }: Choosing, pairs: readonly Pair[]): Choices => {
  const left = [...pairs]
  return new Map(
    places.map(({ field, mentee }) => {
      const found = left.findIndex(({ menteeId }) => menteeId === mentee.participantId)
      const [pair] = found < 0 ? [] : left.splice(found, 1)
      return [field, pair?.mentorId ?? '']
    }),
  )
}
