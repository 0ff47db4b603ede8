import { expect, test } from 'vitest'
import { mergeSmallCells } from './merge-small-cells.ts'

const cells = (...counts: readonly number[]) =>
  counts.map((count, place) => ({ value: `${place}`, label: `Option ${place}`, count }))

/** The counts that are shown, and the rest. */
const merged = (counts: readonly number[], k = 5) => {
  const result = mergeSmallCells(cells(...counts), k)
  return result === null ? null : [result.shown.map(({ count }) => count), result.rest]
}

test('an option that k people chose is shown, one that fewer chose goes into the rest', () => {
  expect(merged([6, 2, 3])).toEqual([[6], 5])
  expect(merged([5, 0])).toEqual([[5], 0])
})

test('a rest of fewer than k takes the smallest option with it', () => {
  expect(merged([9, 5, 4])).toEqual([[9], 9])
  expect(merged([6, 5, 1])).toEqual([[6], 6])
})

test('where one option is left and the rest is small, nothing is told apart', () => {
  expect(merged([4, 1])).toBeNull()
  expect(merged([8, 1])).toBeNull()
  expect(merged([0, 0])).toBeNull()
})

test('neither a shown number nor the rest is ever between 1 and k − 1', () => {
  for (let one = 0; one <= 9; one += 1)
    for (let other = 0; other <= 9; other += 1)
      for (let third = 0; third <= 9; third += 1) {
        const result = mergeSmallCells(cells(one, other, third), 4)
        const numbers =
          result === null ? [] : [result.rest, ...result.shown.map(({ count }) => count)]
        expect(numbers.filter((number) => number > 0 && number < 4)).toEqual([])
      }
})
