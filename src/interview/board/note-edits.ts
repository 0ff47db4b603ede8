/** What a person does to points, as changes. The page without scripts and the script of the page do the same. */
import type { Note, NoteChange, NoteState } from '../model.ts'
import { placeBetween } from './places.ts'

export type Cell = { readonly menteeId: string; readonly domain: string }

/** A number from 0 to 1, 1 excluded: two screens rarely put two points in the same place. */
export type Chance = () => number

export const stateOf = ({ menteeId, domain, place, text }: NoteState): NoteState => ({
  menteeId,
  domain,
  place,
  text,
})

export const isInCell = (note: Cell, { menteeId, domain }: Cell): boolean =>
  note.menteeId === menteeId && note.domain === domain

export const inOrder = (a: Note, b: Note): number => {
  if (a.place === b.place) return a.noteId < b.noteId ? -1 : 1
  return a.place < b.place ? -1 : 1
}

export const notesIn = (notes: readonly Note[], cell: Cell): readonly Note[] =>
  notes.filter((note) => isInCell(note, cell)).toSorted(inOrder)

/** Where two points share a place there is nothing between them: the next larger one is taken. */
const placeAfter = (notes: readonly Note[], before: Note | undefined, chance: Chance): string => {
  const place = before?.place ?? null
  const next = notes.find((note) => place === null || note.place > place)
  return placeBetween(place, next?.place ?? null, chance)
}

const changeTo = (note: Note, to: NoteState | null): NoteChange => ({
  noteId: note.noteId,
  from: stateOf(note),
  to,
})

type NewNote = Cell & { readonly noteId: string; readonly text: string }

/** At the end of its cell. */
export const addNote = (
  notes: readonly Note[],
  { noteId, text, menteeId, domain }: NewNote,
  chance: Chance,
): NoteChange => {
  const last = notesIn(notes, { menteeId, domain }).at(-1)
  const place = placeBetween(last?.place ?? null, null, chance)
  return { noteId, from: null, to: { menteeId, domain, place, text } }
}

export const rewordNote = (note: Note, text: string): NoteChange =>
  changeTo(note, { ...stateOf(note), text })

export const removeNote = (note: Note): NoteChange => changeTo(note, null)

/** Nothing at the end that it would leave. */
export const shiftNote = (
  notes: readonly Note[],
  { note, way }: { readonly note: Note; readonly way: 'up' | 'down' },
  chance: Chance,
): readonly NoteChange[] => {
  const cell = notesIn(notes, note)
  const at = cell.findIndex(({ noteId }) => noteId === note.noteId)
  const to = way === 'up' ? at - 1 : at + 1
  if (at < 0 || to < 0 || to >= cell.length) return []
  const others = cell.toSpliced(at, 1)
  const place = placeAfter(others, others[to - 1], chance)
  return [changeTo(note, { ...stateOf(note), place })]
}

/** To the end of the other cell. */
export const sendNote = (
  notes: readonly Note[],
  { note, cell }: { readonly note: Note; readonly cell: Cell },
  chance: Chance,
): readonly NoteChange[] => {
  if (isInCell(note, cell)) return []
  const last = notesIn(notes, cell).at(-1)
  const place = placeBetween(last?.place ?? null, null, chance)
  return [changeTo(note, { ...cell, place, text: note.text })]
}

export const noteAbove = (notes: readonly Note[], note: Note): Note | undefined => {
  const cell = notesIn(notes, note)
  return cell[cell.findIndex(({ noteId }) => noteId === note.noteId) - 1]
}

/** The one above has both texts; whoever had seen either too has seen both. */
export const mergeWithAbove = (notes: readonly Note[], note: Note): readonly NoteChange[] => {
  const above = noteAbove(notes, note)
  if (above === undefined) return []
  const text = [above.text, note.text].filter((part) => part !== '').join('\n')
  const merged = { ...rewordNote(above, text), ballotsFrom: [note.noteId] }
  return [merged, removeNote(note)]
}

type Split = {
  readonly note: Note
  /** The first stays where it is, the others follow it. */
  readonly parts: readonly string[]
  readonly newId: () => string
}

export const splitNote = (
  notes: readonly Note[],
  { note, parts, newId }: Split,
  chance: Chance,
): readonly NoteChange[] => {
  const [first, ...rest] = parts.map((part) => part.trim()).filter((part) => part !== '')
  if (first === undefined || rest.length === 0) return []
  const added: Note[] = []
  for (const text of rest) {
    const known = [...notes, ...added]
    const place = placeAfter(notesIn(known, note), added.at(-1) ?? note, chance)
    added.push({ ...stateOf(note), noteId: newId(), place, text })
  }
  return [
    rewordNote(note, first),
    ...added.map((part) => ({
      noteId: part.noteId,
      from: null,
      to: stateOf(part),
      ballotsFrom: [note.noteId],
    })),
  ]
}
