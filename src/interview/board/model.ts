/** What the screens of the room send, and what they are told. */
import type { NoteChange, NoteState } from '../model.ts'

/** A note as it is now; null: it is not there. */
export type NoteNow = { readonly noteId: string; readonly state: NoteState | null }

/** What is made as a whole or not at all. Sent again, it has the same id. */
export type Change = { readonly changeId: string; readonly changes: readonly NoteChange[] }

/** In signs, of one note as somebody writes it. Joined with what somebody else wrote it may become longer. */
export const longestNote = 5000
/** In one message. */
export const mostNotes = 200
