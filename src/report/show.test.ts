import { expect, test } from 'vitest'
import { showExactP, showNumber, showNumberOrDash, showP, showPercent, showRange } from './show.ts'

test('numbers have at most two decimals and none that is zero', () => {
  expect([23, 27.5, 27.75, 1 / 3].map(showNumber)).toEqual(['23', '27.5', '27.75', '0.33'])
  expect(showNumberOrDash(null)).toBe('–')
})

test('percentages have one decimal', () => {
  expect([200 / 3, 80, 100].map(showPercent)).toEqual(['66.7%', '80.0%', '100.0%'])
})

test('a p is never shown as 0, and the smallest exact p of five pairs keeps its digits', () => {
  expect([0.04311, 0.0001, 1, null].map(showP)).toEqual(['0.043', '<0.001', '1', '–'])
  expect([0.0625, 0.0001, 1, null].map(showExactP)).toEqual(['0.0625', '<0.001', '1', '–'])
})

test('a range with a negative end is not written with dashes', () => {
  expect([showRange(20, 25), showRange(-1, 3), showRange(-2, -1)]).toEqual([
    ...['20–25', '−1 to 3', '−2 to −1'],
  ])
})
