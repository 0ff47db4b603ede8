/** What can be done to a point, by its button or by its keys, and where the cursor is afterwards. */
import {
  type Cell,
  mergeWithAbove,
  noteAbove,
  removeNote,
  sendNote,
  shiftNote,
  splitNote,
} from '../../../interview/board/note-edits.ts'
import type { Note } from '../../../interview/model.ts'
import { notesOf } from './board-state.ts'
import { type CellView, focusPlace, type NoteView } from './cell-view.ts'
import { type Desk, make } from './desk.ts'
import { newId } from './new-id.ts'

type At = { readonly desk: Desk; readonly view: CellView; readonly at: NoteView }

const find = ({ desk, at }: At): { notes: readonly Note[]; note: Note | undefined } => {
  const notes = notesOf(desk.board.state)
  return { notes, note: notes.find(({ noteId }) => noteId === at.noteId) }
}

const placeOf = ({ view, at }: At): number => [...view.notes.keys()].indexOf(at.noteId)

export const shift = (where: At, way: 'up' | 'down'): void => {
  const { notes, note } = find(where)
  if (note === undefined) return
  make(where.desk, shiftNote(notes, { note, way }, Math.random))
  where.desk.say(`Now point ${placeOf(where) + 1} of ${where.view.notes.size}`)
}

/** The cursor stands between the two texts. */
export const merge = (where: At): void => {
  const { notes, note } = find(where)
  const above = note === undefined ? undefined : noteAbove(notes, note)
  if (note === undefined || above === undefined) return
  const view = where.view.notes.get(above.noteId)
  make(where.desk, mergeWithAbove(notes, note))
  view?.field.box.focus()
  view?.field.box.setSelectionRange(above.text.length + 1, above.text.length + 1)
  where.desk.say('Merged with the point above')
}

/** The cursor stands at the beginning of the second. */
export const split = (where: At): void => {
  const { notes, note } = find(where)
  const { box } = where.at.field
  if (note === undefined) return
  const parts = [box.value.slice(0, box.selectionStart), box.value.slice(box.selectionStart)]
  const changes = splitNote(notes, { note, parts, newId }, Math.random)
  if (changes.length === 0) {
    where.desk.say('To split a point, put the cursor between two words of it')
    return
  }
  make(where.desk, changes)
  const added = where.view.notes.get(changes[1]?.noteId ?? '')?.field.box
  added?.focus()
  added?.setSelectionRange(0, 0)
  where.desk.say('Split in two')
}

export const remove = (where: At): void => {
  const { note } = find(where)
  if (note === undefined) return
  const place = placeOf(where)
  make(where.desk, [removeNote(note)])
  focusPlace(where.view, place)
  where.desk.say('Deleted. It comes back with undo')
}

export const send = (where: At, { cell, name }: { cell: Cell; name: string }): void => {
  const { notes, note } = find(where)
  if (note === undefined) return
  const place = placeOf(where)
  make(where.desk, sendNote(notes, { note, cell }, Math.random))
  focusPlace(where.view, place)
  where.desk.say(`Moved to ${name}`)
}
