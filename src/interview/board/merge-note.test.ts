import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NoteState } from '../model.ts'
import { mergeNote } from './merge-note.ts'
import { mergeTexts } from './merge-texts.ts'

const note = (text: string, where: Partial<NoteState> = {}): NoteState => ({
  menteeId: 'A',
  domain: 'strengths',
  place: 'm',
  text,
  ...where,
})

describe('a note that one screen changes', () => {
  test('is what the screen made of it', () => {
    const to = note('Explains well', { domain: 'approachability', place: 'x' })
    expect(mergeNote(note('Explains'), note('Explains'), to)).toEqual(to)
    expect(mergeNote(null, null, to)).toEqual(to)
    expect(mergeNote(note('Explains'), note('Explains'), null)).toBeNull()
  })

  test('stays gone when it is deleted twice', () => {
    expect(mergeNote(null, note('Explains'), null)).toBeNull()
  })
})

describe('a note that two screens change at once', () => {
  test('has both changes where they are of different words', () => {
    const stored = note('She explains very well')
    const merged = mergeNote(stored, note('She explains well'), note('Dr B explains well'))
    expect(merged?.text).toBe('Dr B explains very well')
    expect(mergeTexts('One two three four', 'One two three', 'Zero two three')).toBe(
      'Zero two three four',
    )
  })

  test('has both texts, the sender’s own first, where they are of the same words', () => {
    expect(mergeTexts('Explains slowly', 'Explains well', 'Explains clearly')).toBe(
      'Explains clearly\nExplains slowly',
    )
  })

  test('is moved by one and reworded by the other', () => {
    const moved = note('Explains', { domain: 'approachability', place: 'x' })
    expect(mergeNote(moved, note('Explains'), note('Explains well'))).toEqual({
      ...moved,
      text: 'Explains well',
    })
    expect(mergeNote(note('Explains well'), note('Explains'), moved)).toEqual({
      ...moved,
      text: 'Explains well',
    })
  })

  test('is where it was moved last, mentee and domain together', () => {
    const first = note('Explains', { menteeId: 'B' })
    const second = note('Explains', { domain: 'approachability' })
    expect(mergeNote(first, note('Explains'), second)).toEqual(second)
  })

  test('stays, changed, when one deletes it', () => {
    const [before, changed] = [note('Explains'), note('Explains well')]
    expect(mergeNote(changed, before, null)).toEqual(changed)
    expect(mergeNote(null, before, changed)).toEqual(changed)
  })
})

test('a new note that is sent again later does not undo what has become of it', () => {
  const stored = note('Explains very well', { domain: 'approachability' })
  expect(mergeNote(stored, null, note('Explains'))).toEqual(stored)
})

test('two long texts of thousands of words are both kept, without comparing all their words', () => {
  const from = 'a '.repeat(2500)
  const [stored, to] = [`${from}b`, `c ${from}`]
  expect(mergeTexts(stored, from, to)).toBe(`${to}\n${stored}`)
  const usual = 'explains '.repeat(500)
  expect(mergeTexts(`${usual}b`, usual, `c ${usual}`)).toBe(`c ${usual}b`)
})

/** Few words, so that the same ones come again and again and everything collides. */
const phrase = fc
  .array(fc.constantFrom('a', 'b', 'c', 'aa', ' ', ' ', '\n'), { maxLength: 7 })
  .map((parts) => parts.join(''))
const text = fc.oneof(phrase, fc.string({ maxLength: 8 }))
const state = fc.record({
  menteeId: fc.constantFrom('A', 'B'),
  domain: fc.constantFrom('strengths', 'approachability'),
  place: fc.constantFrom('m', 'n'),
  text,
})
const maybe = fc.option(state, { nil: null, freq: 5 })
const many = { numRuns: 4000 }

test('merging the same change again changes nothing', () => {
  fc.assert(
    fc.property(maybe, maybe, maybe, (stored, from, to) => {
      const once = mergeNote(stored, from, to)
      expect(mergeNote(once, from, to)).toEqual(once)
    }),
    many,
  )
})

const wordsIn = (of: string): readonly string[] => of.match(/\S+/g) ?? []

test('a word that either of two texts has, and the text they came from has not, is never lost', () => {
  fc.assert(
    fc.property(text, text, text, (stored, from, to) => {
      const merged = mergeTexts(stored, from, to)
      const known = new Set(wordsIn(from))
      const written = wordsIn(`${stored} ${to}`).filter((word) => !known.has(word))
      for (const word of written) expect(merged).toContain(word)
    }),
    many,
  )
})

test('between a change and a deletion the change holds, whichever comes first', () => {
  fc.assert(
    fc.property(state, state, (from, to) => {
      fc.pre(JSON.stringify(from) !== JSON.stringify(to))
      expect(mergeNote(mergeNote(from, from, to), from, null)).toEqual(to)
      expect(mergeNote(mergeNote(from, from, null), from, to)).toEqual(to)
    }),
  )
})
