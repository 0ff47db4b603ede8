/**
 * What a screen knows of every point: the server's last word, and what stands on this screen. They differ where
 * something has not been saved yet. Hearing from others and being heard both end in a merge, so neither side loses.
 */
import { areSame, mergeNote } from '../../../interview/board/merge-note.ts'
import type { Change, NoteNow } from '../../../interview/board/model.ts'
import { inOrder, stateOf } from '../../../interview/board/note-edits.ts'
import type { Note, NoteChange, NoteState } from '../../../interview/model.ts'

export type Known = {
  readonly server: NoteState | null
  readonly local: NoteState | null
  /** Of changes that have not been sent. */
  readonly ballotsFrom: readonly string[]
}

export type BoardState = {
  readonly notes: ReadonlyMap<string, Known>
  /** Sent again under the same id, and with the same changes, until it is heard. */
  readonly flight: Change | null
  /** What came about the points of the batch while it was on its way. */
  readonly heard: ReadonlyMap<string, NoteState | null>
}

const nothing: Known = { server: null, local: null, ballotsFrom: [] }

export const boardOf = (notes: readonly Note[]): BoardState => {
  const known = notes.map((note): [string, Known] => {
    const state = stateOf(note)
    return [note.noteId, { server: state, local: state, ballotsFrom: [] }]
  })
  return { notes: new Map(known), flight: null, heard: new Map() }
}

/** As they stand on this screen. */
export const notesOf = ({ notes }: BoardState): readonly Note[] =>
  [...notes]
    .flatMap(([noteId, { local }]) => (local === null ? [] : [{ noteId, ...local }]))
    .toSorted(inOrder)

const withNotes = (board: BoardState, changed: Iterable<readonly [string, Known]>): BoardState => {
  const notes = new Map(board.notes)
  for (const [noteId, known] of changed) {
    if (known.server === null && known.local === null) notes.delete(noteId)
    else notes.set(noteId, known)
  }
  return { ...board, notes }
}

/** What this screen does. What others did since it was last drawn is kept. */
export const makeChanges = (board: BoardState, changes: readonly NoteChange[]): BoardState =>
  changes.reduce((before, { noteId, from, to, ballotsFrom = [] }) => {
    const known = before.notes.get(noteId) ?? nothing
    const local = mergeNote(known.local, from, to)
    const changed = { ...known, local, ballotsFrom: [...known.ballotsFrom, ...ballotsFrom] }
    return withNotes(before, [[noteId, changed]])
  }, board)

const isUnsaved = ({ server, local }: Known): boolean => !areSame(server, local)

export const hasUnsaved = ({ notes, flight }: BoardState): boolean =>
  flight !== null || [...notes.values()].some(isUnsaved)

/** Less than the server takes in one message. */
const mostInBatch = 100

/** What has not been saved becomes the batch, unless one is on its way. */
export const takeBatch = (board: BoardState, changeId: string): BoardState => {
  if (board.flight !== null) return board
  const unsaved = [...board.notes].filter(([, known]) => isUnsaved(known)).slice(0, mostInBatch)
  if (unsaved.length === 0) return board
  const changes = unsaved.map(
    ([noteId, { server: from, local: to, ballotsFrom }]): NoteChange => ({
      noteId,
      from,
      to,
      ...(ballotsFrom.length === 0 ? {} : { ballotsFrom }),
    }),
  )
  const taken = unsaved.map(([noteId, known]) => [noteId, { ...known, ballotsFrom: [] }] as const)
  return { ...withNotes(board, taken), flight: { changeId, changes } }
}

const rebased = (known: Known, from: NoteState | null, server: NoteState | null): Known => ({
  ...known,
  server,
  local: areSame(from, known.local) ? server : mergeNote(server, from, known.local),
})

/** Others' changes. Those of points that are on their way wait for the reply, which may already include them. */
export const hearNotes = (board: BoardState, states: readonly NoteNow[]): BoardState => {
  const away = new Set(board.flight?.changes.map(({ noteId }) => noteId))
  const heard = new Map(board.heard)
  for (const { noteId, state } of states) if (away.has(noteId)) heard.set(noteId, state)
  const changed = states
    .filter(({ noteId }) => !away.has(noteId))
    .map(({ noteId, state }) => {
      const known = board.notes.get(noteId) ?? nothing
      return [noteId, rebased(known, known.server, state)] as const
    })
  return { ...withNotes(board, changed), heard }
}

/** The whole board: what is not on it is gone. */
export const hearBoard = (board: BoardState, notes: readonly Note[]): BoardState => {
  const there = new Map(notes.map((note) => [note.noteId, stateOf(note)]))
  const ids = new Set([...there.keys(), ...board.notes.keys()])
  return hearNotes(
    board,
    [...ids].map((noteId) => ({ noteId, state: there.get(noteId) ?? null })),
  )
}

export type Settled = {
  readonly board: BoardState
  /** Something else was heard meanwhile, and nothing tells which is newer: ask for the whole board. */
  readonly isInDoubt: boolean
}

/** The batch has been saved; typing that has gone on since is kept and is the next one. */
export const settle = (board: BoardState, states: readonly NoteNow[]): Settled => {
  const changes = board.flight?.changes ?? []
  const saved = new Map(states.map(({ noteId, state }) => [noteId, state]))
  let isInDoubt = false
  const settled = changes.map(({ noteId, from, to }) => {
    const server = saved.has(noteId) ? (saved.get(noteId) ?? null) : to
    const heard = board.heard.get(noteId)
    if (heard !== undefined && !areSame(heard, server) && !areSame(heard, from)) isInDoubt = true
    return [noteId, rebased(board.notes.get(noteId) ?? nothing, to, server)] as const
  })
  const landed = { ...board, flight: null, heard: new Map() }
  return { board: withNotes(landed, settled), isInDoubt }
}

/** The batch was refused: what it held is unsaved again, on top of what was heard. */
export const takeBack = (board: BoardState): BoardState => {
  const { flight, heard } = board
  const ballots = (flight?.changes ?? []).map(({ noteId, ballotsFrom = [] }) => {
    const known = board.notes.get(noteId) ?? nothing
    return [noteId, { ...known, ballotsFrom: [...ballotsFrom, ...known.ballotsFrom] }] as const
  })
  const states = [...heard].map(([noteId, state]) => ({ noteId, state }))
  return hearNotes({ ...withNotes(board, ballots), flight: null, heard: new Map() }, states)
}

/** What must survive until it is saved. */
export type Unsaved = {
  readonly flight: Change | null
  readonly notes: readonly (readonly [string, Known])[]
}

export const unsavedOf = ({ notes, flight }: BoardState): Unsaved => {
  const away = new Set(flight?.changes.map(({ noteId }) => noteId))
  const kept = [...notes].filter(([noteId, known]) => isUnsaved(known) || away.has(noteId))
  return { flight, notes: kept }
}

/** @param board as the page came from the server */
export const restoreUnsaved = (board: BoardState, { flight, notes }: Unsaved): BoardState => {
  const states = notes.map(([noteId]) => ({
    noteId,
    state: board.notes.get(noteId)?.server ?? null,
  }))
  return hearNotes({ ...withNotes(board, notes), flight }, states)
}
