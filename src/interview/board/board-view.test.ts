import { expect, test } from 'vitest'
import type { RoomState } from '../sittings/room-state.ts'
import { cellBeside, cellsOf, startingCell } from './board-view.ts'
import { elapsedInWords, elapsedOf } from './elapsed.ts'
import { shortcutOf, shortcuts } from './shortcuts.ts'

const board = {
  mentees: [
    { menteeId: 'c1', name: 'One' },
    { menteeId: 'c2', name: 'Two' },
  ],
  domains: [{ id: 'a' }, { id: 'b' }],
}
const room: RoomState = {
  ...{ state: 'open', current: null, isPaused: false, done: [], sitting: 1, present: 6 },
  secondsByMentee: [{ menteeId: 'c1', seconds: 65 }],
}
const [first, second] = [
  { menteeId: 'c1', domain: 'a' },
  { menteeId: 'c1', domain: 'b' },
]

test('the group goes through the domains of a mentee, then to the next mentee', () => {
  const cells = cellsOf(board)
  expect(cellBeside(cells, second, 1)).toEqual({ menteeId: 'c2', domain: 'a' })
  expect(cellBeside(cells, first, -1)).toBeNull()
  expect(cellBeside(cells, { menteeId: 'c2', domain: 'b' }, 1)).toBeNull()
})

test('begins where the group is, else with the first that is not done', () => {
  expect(startingCell({ ...board, room: { ...room, current: second } })).toEqual(second)
  expect(startingCell({ ...board, room: { ...room, done: [first] } })).toEqual(second)
  expect(startingCell({ ...board, mentees: [], room })).toBeNull()
})

test.each([
  [9, '0 min 09 s'],
  [309, '5 min 09 s'],
  [3909, '1 h 05 min 09 s'],
  [90_000, '25 h 00 min 00 s'],
])('%i seconds are %s', (seconds, words) => {
  expect(elapsedInWords(seconds)).toBe(words)
})

test('time goes on for the mentee who is spoken about alone, and not in a break or between sittings', () => {
  const on = { ...room, current: first }
  expect(elapsedOf(on, 'c1', 10.9)).toBe(75)
  expect(elapsedOf(on, 'c2', 10)).toBe(0)
  expect(elapsedOf({ ...on, isPaused: true }, 'c1', 10)).toBe(65)
  expect(elapsedOf({ ...on, sitting: null }, 'c1', 10)).toBe(65)
})

const pressed = { altKey: true, shiftKey: true, ctrlKey: false, metaKey: false }

test('a shortcut is known by its letter, on a Mac by the place of its key, and with Alt and Shift alone', () => {
  expect(shortcutOf({ ...pressed, key: 'M', code: 'KeyM' })).toBe('merge')
  expect(shortcutOf({ ...pressed, key: 'z', code: 'KeyY' })).toBe('undo')
  expect(shortcutOf({ ...pressed, key: 'Â', code: 'KeyM' })).toBe('merge')
  expect(shortcutOf({ ...pressed, key: 'ArrowUp', code: 'ArrowUp' })).toBe('up')
  expect(shortcutOf({ ...pressed, ctrlKey: true, key: 'M', code: 'KeyM' })).toBeNull()
  expect(shortcutOf({ ...pressed, shiftKey: false, key: 'm', code: 'KeyM' })).toBeNull()
})

test('no two shortcuts have the same key', () => {
  const keys = shortcuts.flatMap((shortcut) => shortcut.keys)
  expect(new Set(keys).size).toBe(keys.length)
})
