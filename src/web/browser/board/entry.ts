/**
 * Typing: in the box for a new point, and in the points that are there. A new point is saved from its first word on, so
 * that nothing of it can be lost; Enter ends it and the cursor stays for the next.
 */
import { addNote, removeNote, rewordNote } from '../../../interview/board/note-edits.ts'
import { notesOf } from './board-state.ts'
import type { CellView, NoteView, Texts } from './cell-view.ts'
import { type Desk, make, pauseTyping } from './desk.ts'
import { newId } from './new-id.ts'
import { putState } from './open-board.ts'
import { isAtEnd, isAtStart, putText } from './text-field.ts'

const find = ({ board }: Desk, noteId: string) =>
  notesOf(board.state).find((note) => note.noteId === noteId)

/** Typing in one point is one step of undo. */
const burstOf = (noteId: string): string => `note ${noteId}`

export const typeInNote = (desk: Desk, noteId: string, { from, to }: Texts): void => {
  const note = find(desk, noteId)
  if (note === undefined) return
  make(desk, [rewordNote({ ...note, text: from }, to)], burstOf(noteId))
}

export const typeInEntry = (desk: Desk, view: CellView, texts: Texts): void => {
  const { entryNoteId } = view
  if (entryNoteId !== null) typeInNote(desk, entryNoteId, texts)
  if (entryNoteId !== null || texts.to.trim() === '') return
  const noteId = newId()
  view.entryNoteId = noteId
  const note = { ...view.cell, noteId, text: texts.to }
  make(desk, [addNote(notesOf(desk.board.state), note, Math.random)], burstOf(noteId))
}

/** What is in the box becomes a point of the list; with nothing in it nothing. */
export const endEntry = (desk: Desk, view: CellView): void => {
  const noteId = view.entryNoteId
  view.entryNoteId = null
  if (noteId !== null) tidy(desk, noteId)
  pauseTyping(desk)
  putText(view.entry, '')
  // The list now has what was in the box.
  putState(desk.board, desk.board.state, true)
}

/** Tidied by whoever has just typed in it: others may still be typing there. */
export const leaveNote = (desk: Desk, noteId: string): void => {
  if (desk.board.undo.past.at(-1)?.burst === burstOf(noteId)) tidy(desk, noteId)
  pauseTyping(desk)
}

/** Spaces at the ends go; a point without any text is taken away. */
const tidy = (desk: Desk, noteId: string): void => {
  const note = find(desk, noteId)
  if (note === undefined) return
  const text = note.text.trim()
  if (text === '') make(desk, [removeNote(note)], burstOf(noteId))
  else if (text !== note.text) make(desk, [rewordNote(note, text)], burstOf(noteId))
}

/** Keys of a box, but for the shortcuts: Enter ends, arrows at the edge go to the next box. */
export const keyInBox = (
  event: KeyboardEvent,
  { view, at, desk }: { view: CellView; at: NoteView | null; desk: Desk },
): void => {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const boxes = [...[...view.notes.values()].map(({ field }) => field.box), view.entry.box]
  const box = at?.field.box ?? view.entry.box
  const place = boxes.indexOf(box)
  const to = { Enter: boxes.at(-1), ...edges(box, boxes, place) }[event.key]
  if (to === undefined) return
  event.preventDefault()
  if (event.key === 'Enter' && at === null) endEntry(desk, view)
  to.focus()
}

const edges = (
  box: HTMLTextAreaElement,
  boxes: readonly HTMLTextAreaElement[],
  place: number,
): Readonly<Record<string, HTMLTextAreaElement | undefined>> => ({
  ArrowUp: isAtStart(box) ? boxes[place - 1] : undefined,
  ArrowDown: isAtEnd(box) ? boxes[place + 1] : undefined,
})
