/** What the group interview is made of, and the documents it becomes. */

/** As every screen sees it. A mentee is named by their participant id; in the database by their pseudonym. */
export type NoteState = {
  readonly menteeId: string
  readonly domain: string
  /** Where it stands among the notes of its cell: compared as text, smallest first. See `places.ts`. */
  readonly place: string
  readonly text: string
}

export type Note = NoteState & { readonly noteId: string }

/**
 * What somebody did to a note, as their screen knew it: null `from`, it is new; null `to`, it is gone. Moving, reordering,
 * merging, splitting and undoing are all changes of this one kind, several at once where several notes are concerned.
 */
export type NoteChange = {
  readonly noteId: string
  readonly from: NoteState | null
  readonly to: NoteState | null
  /** Merged or split: whoever had seen what those notes say too has seen this too. */
  readonly ballotsFrom?: readonly string[] | undefined
}

export type Mentee = {
  readonly menteeId: string
  readonly name: string
  /** The pseudonym. */
  readonly mentee: string
}

export type InterviewState = 'not_started' | 'open' | 'ended'

export type Interview = {
  readonly state: InterviewState
  /** What every screen shows; null before the first mentee. */
  readonly current: { readonly menteeId: string; readonly domain: string } | null
  /** Since when the current mentee is spoken about; null during a break. */
  readonly currentSince: Date | null
  readonly concerns: number
}

/** A mentor who was in the room and has not left the programme. */
export type Contributor = { readonly participantId: string; readonly name: string }
