/** What a form without scripts asks for, as changes. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Note, NoteChange, NoteState } from '../model.ts'
import {
  type Cell,
  type Chance,
  isInCell,
  mergeWithAbove,
  notesIn,
  removeNote,
  shiftNote,
  splitNote,
  stateOf,
} from './note-edits.ts'
import { placeBetween } from './places.ts'

export type NoteFormProblem = { readonly kind: 'note.empty' }

export const sentenceOfNoteFormProblem = ({ kind }: NoteFormProblem): string => {
  switch (kind) {
    case 'note.empty':
      return 'Enter the point'
  }
}

/** A line of nothing but dashes. */
const splitLine = /^\s*[-–—]{2,}\s*$/m

/** As it is stored: without spaces at the ends, and with one kind of line break. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed().trim()

export type Saved = {
  readonly noteId: string
  /** As it was on the page, so that what others changed since is kept. */
  readonly from: NoteState
  readonly text: string
  readonly cell: Cell
  readonly newId: () => string
}

/** The text with its place; several points where lines of dashes are between them. */
export const saveForm = (
  notes: readonly Note[],
  { noteId, from, text, cell, newId }: Saved,
  chance: Chance,
): Result<readonly NoteChange[], NoteFormProblem> => {
  const parts = text
    .split(splitLine)
    .map(cleanText)
    .filter((part) => part !== '')
  const [first] = parts
  if (first === undefined) return fail({ kind: 'note.empty' })
  const last = notesIn(notes, cell).at(-1)
  const place = isInCell(from, cell) ? from.place : placeBetween(last?.place ?? null, null, chance)
  const to = { ...cell, place, text: first }
  const others = notes.filter((note) => note.noteId !== noteId)
  const split = splitNote(others, { note: { noteId, ...to }, parts, newId }, chance)
  const added = split.filter((change) => change.noteId !== noteId)
  return ok([{ noteId, from: stateOf(from), to }, ...added])
}

export const buttonNames = ['up', 'down', 'merge', 'remove'] as const

/** What a button asks for; nothing where it is no longer possible. */
export const pressButton = (
  notes: readonly Note[],
  { note, name }: { readonly note: Note; readonly name: (typeof buttonNames)[number] },
  chance: Chance,
): readonly NoteChange[] => {
  switch (name) {
    case 'up':
    case 'down':
      return shiftNote(notes, { note, way: name }, chance)
    case 'merge':
      return mergeWithAbove(notes, note)
    case 'remove':
      return [removeNote(note)]
  }
}
