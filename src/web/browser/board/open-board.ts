/** The board as this screen knows it, and who on the page wants to be told when it changes. */
import type { BoardData } from '../../../interview/board/board-view.ts'
import type { Note } from '../../../interview/model.ts'
import type { RoomState } from '../../../interview/sittings/room-state.ts'
import { type BoardState, boardOf, notesOf, restoreUnsaved } from './board-state.ts'
import { type Kept, keptChanges } from './kept-changes.ts'
import { emptyUndo, type Undo } from './undo.ts'

export type Board = {
  readonly page: BoardData
  readonly kept: Kept
  state: BoardState
  room: RoomState
  /** When the state of the room was heard, by the clock of this page. */
  roomHeardAt: number
  undo: Undo
  /** Called with what stood on this screen before, and whether it was this screen that changed it. */
  readonly whenNotesChange: ((before: readonly Note[], isOwn: boolean) => void)[]
  readonly whenRoomChanges: (() => void)[]
  /** Called when the whole board is to be asked for. */
  readonly whenInDoubt: (() => void)[]
}

export const openBoard = (page: BoardData): Board => {
  const kept = keptChanges(page.programmeId)
  return {
    page,
    kept,
    state: restoreUnsaved(boardOf(page.notes), kept.read()),
    room: page.room,
    roomHeardAt: performance.now(),
    undo: emptyUndo,
    whenNotesChange: [],
    whenRoomChanges: [],
    whenInDoubt: [],
  }
}

export const putState = (board: Board, state: BoardState, isOwn = false): void => {
  const before = notesOf(board.state)
  board.state = state
  board.kept.write(state)
  for (const tell of board.whenNotesChange) tell(before, isOwn)
}

export const putRoom = (board: Board, room: RoomState): void => {
  board.room = room
  board.roomHeardAt = performance.now()
  for (const tell of board.whenRoomChanges) tell()
}
