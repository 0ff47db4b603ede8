import { describe, expect, test } from 'vitest'
import { type Band, lengthInWords, summariseBands } from './bands.ts'
import { timeBands } from './model.ts'

test('every band has words of its own', () => {
  expect(timeBands.map(lengthInWords)).toEqual([
    'less than 10 minutes',
    '10 to 19 minutes',
    '20 to 39 minutes',
    '40 to 59 minutes',
    '1 to 2 hours',
    'more than 2 hours',
  ])
})

test.each([
  [{ from: 0, to: 19 }, 'less than 20 minutes'],
  [{ from: 0, to: 60 }, 'up to 60 minutes'],
  [{ from: 0, to: 120 }, 'up to 2 hours'],
  [{ from: 45, to: 60 }, '45 to 60 minutes'],
  [{ from: 40, to: 120 }, '40 minutes to 2 hours'],
  [{ from: 40, to: null }, 'more than 39 minutes'],
  [{ from: 61, to: null }, 'more than 60 minutes'],
  [{ from: 0, to: null }, 'any length'],
])('bands together have words: %j', (band, words) => {
  expect(lengthInWords(band)).toBe(words)
})

const bands = [
  { id: 'a', from: 0, to: 9 },
  { id: 'b', from: 10, to: 19 },
  { id: 'c', from: 20, to: 39 },
  { id: 'd', from: 40, to: null },
] as const satisfies readonly Band[]
type Id = (typeof bands)[number]['id']
const said = (text: string): readonly Id[] =>
  [...text].flatMap((letter) => bands.flatMap(({ id }) => (id === letter ? [id] : [])))

describe('how long it took a group', () => {
  test.each(['', 'a', 'abcd'])('is not told of fewer than five: %j', (text) => {
    expect(summariseBands(bands, said(text), 5)).toBeNull()
  })

  test('is told of five in one band together, as in the example', () => {
    expect(summariseBands(bands, said('aabbb'), 5)).toEqual({
      n: 5,
      median: { from: 10, to: 19 },
      shares: [{ from: 0, to: null, n: 5 }],
    })
  })

  test('has bands of its own where each holds enough', () => {
    expect(summariseBands(bands, said('aaaaaddddd'), 5)?.shares).toEqual([
      { from: 0, to: 9, n: 5 },
      { from: 10, to: null, n: 5 },
    ])
  })

  test('adds a small band to the next longer one, and the last to the one before', () => {
    expect(summariseBands(bands, said('abbbbbccccccd'), 5)?.shares).toEqual([
      { from: 0, to: 19, n: 6 },
      { from: 20, to: null, n: 7 },
    ])
  })

  test('spans both middle bands where the number is even', () => {
    expect(summariseBands(bands, said('aaaddd'), 5)?.median).toEqual({ from: 0, to: null })
    expect(summariseBands(bands, said('aaabbb'), 5)?.median).toEqual({ from: 0, to: 19 })
  })

  test('never shows a number below the floor, and loses nobody', () => {
    const six = Array.from({ length: 4 ** 6 }, (_, some) =>
      said(Array.from({ length: 6 }, (__, at) => 'abcd'[Math.floor(some / 4 ** at) % 4]).join('')),
    )
    const wrong = six.filter((chosen) => {
      const numbers = summariseBands(bands, chosen, 3)?.shares.map(({ n }) => n) ?? []
      return numbers.reduce((sum, n) => sum + n, 0) !== 6 || Math.min(...numbers) < 3
    })
    expect(wrong).toEqual([])
  })
})
