import { expect, test } from 'vitest'
import { midranks } from './ranks.ts'

test('tied values share the mean of their ranks', () => {
  expect(midranks([20, 10, 20])).toEqual([2.5, 1, 2.5])
})

test('equal values all get the middle rank, one value gets 1, none gets none', () => {
  expect(midranks([3, 3, 3, 3])).toEqual([2.5, 2.5, 2.5, 2.5])
  expect(midranks([7])).toEqual([1])
  expect(midranks([])).toEqual([])
})

test('values closer than their tolerance are tied, in whatever order they come', () => {
  expect(midranks([1, 1.05, 2], [0.1, 0, 0])).toEqual([1.5, 1.5, 3])
  expect(midranks([2, 1.05, 1], [0, 0, 0.1])).toEqual([3, 1.5, 1.5])
  expect(midranks([1, 1.05, 2])).toEqual([1, 2, 3])
})
