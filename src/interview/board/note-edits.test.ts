import { describe, expect, test } from 'vitest'
import type { Note, NoteChange } from '../model.ts'
import { mergeNote } from './merge-note.ts'
import {
  addNote,
  inOrder,
  mergeWithAbove,
  notesIn,
  sendNote,
  shiftNote,
  splitNote,
  stateOf,
} from './note-edits.ts'

const cell = { menteeId: 'c1', domain: 'strengths' }
const note = (noteId: string, place: string, domain = 'strengths'): Note => ({
  ...{ noteId, menteeId: 'c1', domain, place },
  text: `The text of ${noteId}`,
})
const notes = [note('a', 'B'), note('b', 'F'), note('c', 'K'), note('d', 'P', 'approachability')]
const half = () => 0.5
const [a, b, c, d] = notes as [Note, Note, Note, Note]

const after = (changes: readonly NoteChange[]): readonly Note[] => {
  const states = new Map(notes.map((one) => [one.noteId, stateOf(one)] as const))
  for (const { noteId, from, to } of changes) {
    const state = mergeNote(states.get(noteId) ?? null, from, to)
    if (state === null) states.delete(noteId)
    else states.set(noteId, state)
  }
  return [...states].map(([noteId, state]) => ({ noteId, ...state })).toSorted(inOrder)
}
const idsAfter = (changes: readonly NoteChange[]) =>
  notesIn(after(changes), cell).map(({ noteId }) => noteId)

test('a new point stands at the end of its cell', () => {
  const added = addNote(notes, { ...cell, noteId: 'e', text: 'New' }, half)
  expect(idsAfter([added])).toEqual(['a', 'b', 'c', 'e'])
})

describe('reordering', () => {
  test.each([
    ['up', c, ['a', 'c', 'b']],
    ['up', b, ['b', 'a', 'c']],
    ['down', a, ['b', 'a', 'c']],
    ['down', b, ['a', 'c', 'b']],
  ] as const)(
    '%s changes places with the neighbour and touches no other point',
    (way, moved, order) => {
      const changes = shiftNote(notes, { note: moved, way }, half)
      expect(idsAfter(changes)).toEqual(order)
      expect(changes).toHaveLength(1)
    },
  )

  test.each([
    ['up', a],
    ['down', c],
  ] as const)('%s at the end of the cell changes nothing', (way, moved) => {
    expect(shiftNote(notes, { note: moved, way }, half)).toEqual([])
  })

  test('goes past points that share a place', () => {
    const shared = [note('a', 'F'), note('b', 'F'), note('c', 'K')]
    const [change] = shiftNote(shared, { note: shared[2] as Note, way: 'up' }, half)
    expect(change?.to?.place).not.toBe('K')
  })
})

test('a point goes to the end of another cell, and nowhere when it is there already', () => {
  const other = { menteeId: 'c1', domain: 'approachability' }
  const changes = sendNote(notes, { note: a, cell: other }, half)
  expect(notesIn(after(changes), other).map(({ noteId }) => noteId)).toEqual(['d', 'a'])
  expect(sendNote(notes, { note: d, cell: other }, half)).toEqual([])
})

test('merging puts both texts into the point above, with the ballots of both', () => {
  const changes = mergeWithAbove(notes, b)
  expect(after(changes).find(({ noteId }) => noteId === 'a')?.text).toBe(
    'The text of a\nThe text of b',
  )
  expect(idsAfter(changes)).toEqual(['a', 'c'])
  expect(changes[0]?.ballotsFrom).toEqual(['b'])
  expect(mergeWithAbove(notes, a)).toEqual([])
})

describe('splitting', () => {
  const ids = ['e', 'f']
  const split = (parts: readonly string[]) =>
    splitNote(notes, { note: a, parts, newId: () => ids[parts.length - 2] ?? 'e' }, half)

  test('puts the second part behind the first, with its ballots', () => {
    const changes = split(['First ', ' second'])
    expect(idsAfter(changes)).toEqual(['a', 'e', 'b', 'c'])
    expect(changes.map(({ to }) => to?.text)).toEqual(['First', 'second'])
    expect(changes[1]?.ballotsFrom).toEqual(['a'])
  })

  test('keeps several parts in their order', () => {
    let next = 0
    const newId = () => ids[next++] ?? 'g'
    const changes = splitNote(notes, { note: a, parts: ['1', '2', '3'], newId }, half)
    expect(idsAfter(changes)).toEqual(['a', 'e', 'f', 'b', 'c'])
  })

  test('at the beginning or the end changes nothing', () => {
    expect(split(['', 'all'])).toEqual([])
    expect(split(['all', ' \n'])).toEqual([])
  })
})
