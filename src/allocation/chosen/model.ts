/** The pairs as the lead chooses them, by hand. */
import type { Participant, Supervision } from '../../people/model.ts'
import type { SupervisorRule } from '../model.ts'
import type { DrawnPair } from '../procedure/model.ts'
import type { ExcludedPair } from '../store.ts'

/** `again`: what was chosen before has not been told to anybody. `departure`: somebody has left, and the other pairs stay. */
export type ChoosingKind = 'first' | 'again' | 'departure'

/** For one mentee; where a mentee has several mentors there are several. */
export type Place = { readonly field: string; readonly mentee: Participant }

export type Choosing = {
  readonly kind: ChoosingKind
  readonly mentors: readonly Participant[]
  readonly mentees: readonly Participant[]
  readonly places: readonly Place[]
  /** How many mentees a mentor can still be given. */
  readonly seatsOf: (mentorId: string) => number
  readonly supervisorRule: SupervisorRule
  readonly supervisions: readonly Supervision[]
  readonly excluded: readonly ExcludedPair[]
}

/** By the field of a place the id of a mentor; empty: none. */
export type Choices = ReadonlyMap<string, string>

export type PlaceFault =
  | 'chosen.not_in_the_list'
  | 'chosen.mentor_has_no_seat'
  | 'chosen.same_mentor_twice'
  | 'chosen.own_supervisor'
  | 'chosen.excluded'

/** What is wrong at which place. */
export type PlaceError = {
  readonly kind: PlaceFault
  readonly place: Place
  /** Null: nobody of the list. */
  readonly mentor: Participant | null
}

export type ChosenPair = DrawnPair & { readonly place: Place; readonly mentor: Participant }
