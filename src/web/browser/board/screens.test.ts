/** Several screens at once, with replies and events that come late, twice or not at all. */
import { expect, test } from 'vitest'
import { mergeNote } from '../../../interview/board/merge-note.ts'
import type { Change, NoteNow } from '../../../interview/board/model.ts'
import { inOrder } from '../../../interview/board/note-edits.ts'
import type { Note, NoteState } from '../../../interview/model.ts'
import { createRandom, type Random } from '../../../lib/random.ts'
import {
  type BoardState,
  boardOf,
  hasUnsaved,
  hearBoard,
  hearNotes,
  makeChanges,
  notesOf,
  restoreUnsaved,
  settle,
  takeBatch,
  unsavedOf,
} from './board-state.ts'

const first: readonly Note[] = [...'abcdefgh'].map((noteId) => ({
  ...{ noteId, menteeId: 'c1', domain: 'strengths', place: `${noteId}F` },
  text: `Point ${noteId}`,
}))

type Screen = {
  board: BoardState
  events: (readonly NoteNow[])[]
  /** On its way to the screen; null: none, or it was lost. */
  reply: readonly NoteNow[] | null
  isInDoubt: boolean
}

type Room = {
  readonly random: Random
  readonly screens: readonly Screen[]
  /** What the server has. */
  readonly notes: Map<string, NoteState>
  readonly taken: Set<string>
}

const startRoom = (seed: string): Room => ({
  random: createRandom(seed),
  screens: Array.from({ length: 3 }, () => ({
    ...{ board: boardOf(first), events: [], reply: null, isInDoubt: false },
  })),
  notes: new Map(first.map(({ noteId, ...state }) => [noteId, state])),
  taken: new Set(),
})

const stored = ({ notes }: Room): readonly Note[] =>
  [...notes].map(([noteId, state]) => ({ noteId, ...state })).toSorted(inOrder)

/** As the server does it: each batch once, then an event for every screen. */
const take = ({ notes, taken, screens }: Room, { changeId, changes }: Change) => {
  const isNew = !taken.has(changeId)
  taken.add(changeId)
  for (const { noteId, from, to } of isNew ? changes : []) {
    const state = mergeNote(notes.get(noteId) ?? null, from, to)
    if (state === null) notes.delete(noteId)
    else notes.set(noteId, state)
  }
  const states = changes.map(({ noteId }) => ({ noteId, state: notes.get(noteId) ?? null }))
  if (isNew) for (const { events } of screens) events.push(states)
  return states
}

const send = (room: Room, screen: Screen): void => {
  screen.board = takeBatch(screen.board, `batch ${room.random.below(2 ** 31)}`)
  const { flight } = screen.board
  if (flight !== null && screen.reply === null) screen.reply = take(room, flight)
}

const lose = (screen: Screen): void => {
  screen.reply = null
}

const land = (screen: Screen): void => {
  if (screen.reply === null) return
  const settled = settle(screen.board, screen.reply)
  screen.reply = null
  screen.board = settled.board
  screen.isInDoubt ||= settled.isInDoubt
}

const hear = (screen: Screen): void => {
  screen.board = hearNotes(screen.board, screen.events.shift() ?? [])
}

const reload = (room: Room, screen: Screen): void => {
  screen.board = restoreUnsaved(boardOf(stored(room)), unsavedOf(screen.board))
  screen.events = []
  screen.reply = null
}

/** Each word is written once, so that one that is missing was lost. */
const write = ({ random }: Room, screen: Screen, word: string): void => {
  const notes = notesOf(screen.board)
  const note = notes[random.below(notes.length)]
  if (note === undefined) return
  const { noteId, ...from } = note
  const words = from.text.split(' ')
  const text = words.toSpliced(random.below(words.length + 1), 0, word).join(' ')
  screen.board = makeChanges(screen.board, [{ noteId, from, to: { ...from, text } }])
}

const works: readonly ((room: Room, screen: Screen, word: string) => void)[] = [
  send,
  send,
  (_, screen) => land(screen),
  (_, screen) => land(screen),
  (_, screen) => lose(screen),
  (_, screen) => hear(screen),
  (_, screen) => hear(screen),
  reload,
  write,
  write,
]

/** Everybody sends and hears all there is; whoever is in doubt looks at the whole board. */
const comeToRest = (room: Room): void => {
  for (const screen of room.screens) {
    while (hasUnsaved(screen.board)) {
      send(room, screen)
      land(screen)
    }
  }
  for (const screen of room.screens) {
    while (screen.events.length > 0) hear(screen)
    if (screen.isInDoubt) screen.board = hearBoard(screen.board, stored(room))
  }
}

const seeds = Array.from({ length: 60 }, (_, n) => `screens ${n}`)

test.each(seeds)('all screens end with the same board, and no word is lost (%s)', (seed) => {
  const room = startRoom(seed)
  const written: string[] = []
  for (let step = 0; step < 100; step += 1) {
    const screen = room.screens[room.random.below(3)] as Screen
    const work = works[room.random.below(works.length)] ?? write
    work(room, screen, `<${step}>`)
    if (work === write) written.push(`<${step}>`)
  }
  comeToRest(room)
  for (const { board } of room.screens) expect(notesOf(board)).toEqual(stored(room))
  const text = JSON.stringify(stored(room))
  expect(written.filter((word) => !text.includes(word))).toEqual([])
})
