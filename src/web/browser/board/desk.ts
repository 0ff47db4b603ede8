/** What somebody does on this screen: made here at once, saved soon, and undone again. */
import type { NoteChange } from '../../../interview/model.ts'
import type { Announcer } from './announcer.ts'
import { makeChanges } from './board-state.ts'
import { type Board, putState } from './open-board.ts'
import { type Saving, saveNow, saveSoon } from './saving.ts'
import { endBurst, remember, type Taken, takeRedo, takeUndo } from './undo.ts'

export type Desk = {
  readonly board: Board
  readonly saving: Saving
  readonly say: Announcer['say']
}

/** @param burst typing in one place is one step of undo; null: a step of its own */
export const make = (
  { board, saving }: Desk,
  changes: readonly NoteChange[],
  burst: string | null = null,
): void => {
  if (changes.length === 0) return
  board.undo = remember(board.undo, { changes, burst })
  putState(board, makeChanges(board.state, changes), true)
  saveSoon(saving)
  if (burst === null) saveNow(saving)
}

export const pauseTyping = ({ board }: Desk): void => {
  board.undo = endBurst(board.undo)
}

export const undo = (desk: Desk): void => take(desk, takeUndo(desk.board.undo), 'Undone')
export const redo = (desk: Desk): void => take(desk, takeRedo(desk.board.undo), 'Done again')

const take = ({ board, saving, say }: Desk, taken: Taken, words: string): void => {
  board.undo = taken.undo
  if (taken.changes.length === 0) return
  putState(board, makeChanges(board.state, taken.changes), true)
  saveSoon(saving)
  saveNow(saving)
  say(words)
}
