import { describe, expect, test } from 'vitest'
import type { Note, NoteState } from '../../../interview/model.ts'
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
  takeBack,
  takeBatch,
  unsavedOf,
} from './board-state.ts'

const state = (text: string, place = 'F'): NoteState => ({
  menteeId: 'c1',
  domain: 'strengths',
  place,
  text,
})
const note = (noteId: string, text: string): Note => ({ noteId, ...state(text) })
const reword = (board: BoardState, noteId: string, from: string, to: string): BoardState =>
  makeChanges(board, [{ noteId, from: state(from), to: state(to) }])
const textsOf = (board: BoardState) => notesOf(board).map(({ text }) => text)

const start = boardOf([note('a', 'Listens to juniors')])
const typed = reword(start, 'a', 'Listens to juniors', 'Listens well to juniors')
const sent = takeBatch(typed, 'batch-1')

test('nothing is sent where nothing has changed', () => {
  expect(takeBatch(start, 'batch-1')).toBe(start)
  expect(hasUnsaved(start)).toBe(false)
})

test('a batch says what the screen knew and what it made of it', () => {
  expect(sent.flight).toEqual({
    changeId: 'batch-1',
    changes: [
      {
        noteId: 'a',
        from: state('Listens to juniors'),
        to: state('Listens well to juniors'),
      },
    ],
  })
})

test('a batch that is on its way stays as it is, whatever is typed', () => {
  const later = reword(sent, 'a', 'Listens well to juniors', 'Listens very well to juniors')
  expect(takeBatch(later, 'batch-2').flight).toEqual(sent.flight)
})

describe('when the batch is saved', () => {
  test('nothing is left to save', () => {
    const { board, isInDoubt } = settle(sent, [
      { noteId: 'a', state: state('Listens well to juniors') },
    ])
    expect([hasUnsaved(board), isInDoubt]).toEqual([false, false])
  })

  test('what was typed meanwhile is the next batch', () => {
    const later = reword(sent, 'a', 'Listens well to juniors', 'Listens well to all juniors')
    const { board } = settle(later, [{ noteId: 'a', state: state('Listens well to juniors') }])
    expect(takeBatch(board, 'batch-2').flight?.changes).toEqual([
      {
        noteId: 'a',
        from: state('Listens well to juniors'),
        to: state('Listens well to all juniors'),
      },
    ])
  })

  test('what another screen had written before is in it, and so is what was typed meanwhile', () => {
    const later = reword(sent, 'a', 'Listens well to juniors', 'Listens well to juniors today')
    const merged = state('Always listens well to juniors')
    const { board } = settle(later, [{ noteId: 'a', state: merged }])
    expect(textsOf(board)).toEqual(['Always listens well to juniors today'])
  })

  test('another state that was heard meanwhile puts it in doubt; the own echo does not', () => {
    const answer = [{ noteId: 'a', state: state('Listens well to juniors') }]
    const echo = hearNotes(sent, answer)
    expect(settle(echo, answer).isInDoubt).toBe(false)
    const other = hearNotes(sent, [{ noteId: 'a', state: state('Something else') }])
    expect(settle(other, answer).isInDoubt).toBe(true)
  })
})

describe('what others do', () => {
  test('is shown at once', () => {
    const heard = hearNotes(start, [{ noteId: 'b', state: state('New', 'K') }])
    expect(textsOf(heard)).toEqual(['Listens to juniors', 'New'])
  })

  test('is merged with what has not been sent', () => {
    const heard = hearNotes(typed, [{ noteId: 'a', state: state('Listens to juniors daily') }])
    expect(textsOf(heard)).toEqual(['Listens well to juniors daily'])
    expect(hasUnsaved(heard)).toBe(true)
  })

  test('does not delete what is being typed', () => {
    const heard = hearBoard(typed, [])
    expect(textsOf(heard)).toEqual(['Listens well to juniors'])
    expect(takeBatch(heard, 'batch-1').flight?.changes[0]?.from).toBeNull()
  })

  test('takes away what nobody here has touched', () => {
    expect(notesOf(hearBoard(start, []))).toEqual([])
  })
})

test('a batch that was refused is unsaved again, with its ballots', () => {
  const merged = makeChanges(start, [
    { noteId: 'a', from: state('Listens to juniors'), to: state('Both'), ballotsFrom: ['b'] },
  ])
  const back = takeBack(takeBatch(merged, 'batch-1'))
  expect(takeBatch(back, 'batch-2').flight?.changes[0]).toMatchObject({ ballotsFrom: ['b'] })
})

describe('after a reload', () => {
  test('the batch goes out again under its own id, and what was typed since follows', () => {
    const later = reword(sent, 'a', 'Listens well to juniors', 'Listens well to juniors, always')
    const kept = JSON.parse(JSON.stringify(unsavedOf(later)))
    const restored = restoreUnsaved(start, kept)
    expect(restored.flight).toEqual(sent.flight)
    expect(textsOf(restored)).toEqual(['Listens well to juniors, always'])
  })

  test('what was not sent is merged with what others have done', () => {
    const kept = unsavedOf(typed)
    const restored = restoreUnsaved(boardOf([note('a', 'Listens to juniors daily')]), kept)
    expect(textsOf(restored)).toEqual(['Listens well to juniors daily'])
  })

  test('nothing is kept where all is saved', () => {
    expect(unsavedOf(start)).toEqual({ flight: null, notes: [] })
  })
})
