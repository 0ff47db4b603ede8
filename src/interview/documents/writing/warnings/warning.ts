/** What is doubtful about a point of a feedback document. A warning advises: nothing is forbidden by it. */

export const warningKinds = [
  'few_supporters',
  'words_of_a_note',
  'name',
  'points_to_a_mentor',
  'patient',
  'date_or_time',
  'place',
  'quotation',
  'person_not_behaviour',
] as const
export type WarningKind = (typeof warningKinds)[number]

export type Warning = {
  readonly kind: WarningKind
  /** The words of the point that it is about; null: the point as a whole. */
  readonly found: string | null
  readonly sentence: string
  readonly wayOut: string
}

/** A point as far as warnings go. */
export type WarnedPoint = { readonly text: string; readonly noteIds: readonly string[] }

/** What a point is held against. */
export type Surroundings = {
  readonly anonymityFloor: number
  /** The mentee's notes. */
  readonly notes: readonly { readonly noteId: string; readonly text: string }[]
  /** How many have seen what a note says; null: no ballots were cast, or they are not counted yet. */
  readonly supporters: ReadonlyMap<string, number> | null
  /** Of everybody who takes part in the programme, or has taken part, and of the staff. */
  readonly names: readonly string[]
}

export type WarningRule = (point: WarnedPoint, around: Surroundings) => readonly Warning[]
