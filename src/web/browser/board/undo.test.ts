import { expect, test } from 'vitest'
import type { NoteState } from '../../../interview/model.ts'
import { boardOf, hearNotes, makeChanges, notesOf } from './board-state.ts'
import { moveCursor } from './cursor.ts'
import { newId } from './new-id.ts'
import { emptyUndo, endBurst, remember, takeRedo, takeUndo } from './undo.ts'

const state = (text: string): NoteState => ({
  ...{ menteeId: 'c1', domain: 'strengths', place: 'F' },
  text,
})
const step = (from: string, to: string, burst: string | null = null) => ({
  changes: [{ noteId: 'a', from: state(from), to: state(to) }],
  burst,
})

test('typing in one place is one step, until there is a pause', () => {
  const typed = remember(remember(emptyUndo, step('', 'Calm', 'a')), step('Calm', 'Calm and', 'a'))
  expect(takeUndo(typed).changes).toEqual([{ noteId: 'a', from: state('Calm and'), to: state('') }])
  const later = remember(endBurst(typed), step('Calm and', 'Calm and clear', 'a'))
  expect(takeUndo(later).changes[0]?.to).toEqual(state('Calm and'))
})

test('what was undone comes back with redo, unless something else was done', () => {
  const { undo, changes } = takeUndo(remember(emptyUndo, step('One', 'Two')))
  expect(takeRedo(undo).changes).toEqual([{ noteId: 'a', from: state('One'), to: state('Two') }])
  expect(changes).toHaveLength(1)
  expect(takeRedo(remember(undo, step('One', 'Three'))).changes).toEqual([])
})

test('there is nothing to undo at the beginning', () => {
  expect([takeUndo(emptyUndo).changes, takeRedo(emptyUndo).changes]).toEqual([[], []])
})

test('undo keeps what others have done since', () => {
  const done = step('Calm under pressure', 'Very calm under pressure')
  const board = makeChanges(
    boardOf([{ noteId: 'a', ...state('Calm under pressure') }]),
    done.changes,
  )
  const heard = hearNotes(board, [{ noteId: 'a', state: state('Calm under great pressure') }])
  const back = makeChanges(heard, takeUndo(remember(emptyUndo, done)).changes)
  expect(notesOf(back).map(({ text }) => text)).toEqual(['Calm under great pressure'])
})

test.each([
  ['before the change it stays', 'Calm now', 'Calm right now', 4, 4],
  ['behind the change it keeps its distance from the end', 'Calm now', 'Calm right now', 8, 14],
  ['in what was replaced it goes behind it', 'Calm now', 'Calm then', 6, 9],
  ['in a text that is gone it is at the end', 'Calm now', '', 5, 0],
])('the cursor: %s', (_, before, after, position, moved) => {
  expect(moveCursor(before, after, position)).toBe(moved)
})

test('an id is a random UUID', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newId()).not.toBe(newId())
})
