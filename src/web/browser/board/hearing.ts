/** What other screens do, as the server tells it. The browser opens a stream that broke again by itself, mostly. */
import type { NoteNow } from '../../../interview/board/model.ts'
import type { Note } from '../../../interview/model.ts'
import type { RoomState } from '../../../interview/sittings/room-state.ts'
import { hearBoard, hearNotes } from './board-state.ts'
import { type Board, putRoom, putState } from './open-board.ts'

const againMilliseconds = 3_000
const doubtMilliseconds = 800

type Stream = { source: EventSource | null; doubt: number | undefined }

/** @param whenOpen there is a connection again */
export const startHearing = (board: Board, whenOpen: () => void): void => {
  const stream: Stream = { source: null, doubt: undefined }
  listen(board, stream, whenOpen)
  // A page that comes back out of the browser's memory has heard nothing meanwhile.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) listen(board, stream, whenOpen)
  })
  window.addEventListener('pagehide', () => stream.source?.close())
  board.whenInDoubt.push(() => {
    stream.doubt ??= window.setTimeout(() => {
      stream.doubt = undefined
      listen(board, stream, whenOpen)
    }, doubtMilliseconds)
  })
}

const listen = (board: Board, stream: Stream, whenOpen: () => void): void => {
  stream.source?.close()
  const source = new EventSource(board.page.eventsAddress)
  stream.source = source
  source.addEventListener('open', whenOpen)
  source.addEventListener('board', ({ data }) => {
    const heard: { readonly notes: readonly Note[]; readonly room: RoomState } = JSON.parse(data)
    putState(board, hearBoard(board.state, heard.notes))
    putRoom(board, heard.room)
  })
  source.addEventListener('notes', ({ data }) => {
    const heard: readonly NoteNow[] = JSON.parse(data)
    putState(board, hearNotes(board.state, heard))
  })
  source.addEventListener('room', ({ data }) => putRoom(board, JSON.parse(data)))
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.CLOSED || stream.source !== source) return
    window.setTimeout(() => {
      if (stream.source === source) listen(board, stream, whenOpen)
    }, againMilliseconds)
  })
}
