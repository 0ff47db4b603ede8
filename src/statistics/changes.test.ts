import { expect, test } from 'vitest'
import { pairedChanges } from './changes.ts'

const differencesOf = (before: readonly (number | null)[], after: readonly (number | null)[]) => {
  const paired = pairedChanges({ before, after })
  return paired.ok ? paired.value.changes.map(({ difference }) => difference) : paired.problem
}

test('a pair with a missing side is left out and counted', () => {
  const paired = pairedChanges({ before: [1, 2, null], after: [3, 2, 4] })
  expect(paired).toMatchObject({
    ok: true,
    value: { changes: [{ difference: 2 }, { difference: 0, tolerance: 0 }], excluded: 1 },
  })
})

test('a difference that is only rounding is no change', () => {
  expect(differencesOf([0.1 + 0.2, 1e10], [0.3, 1e10])).toEqual([0, 0])
})

test('a small difference between small values is a change', () => {
  expect(differencesOf([0, 1e10], [1e-20, 1e10 + 1])).toEqual([1e-20, 1])
})

test('lists of different lengths, without a complete pair or with no finite change are refused', () => {
  expect(differencesOf([1, 2], [1])).toEqual({
    kind: 'statistic.different_lengths',
    before: 2,
    after: 1,
  })
  expect(differencesOf([1, null], [null, 2])).toEqual({ kind: 'statistic.no_pairs', excluded: 2 })
  expect(differencesOf([], [])).toEqual({ kind: 'statistic.no_pairs', excluded: 0 })
  expect(differencesOf([1, 2], [1, Number.NaN])).toEqual({
    kind: 'statistic.not_finite',
    position: 2,
  })
  expect(differencesOf([-1e308], [1e308])).toEqual({ kind: 'statistic.not_finite', position: 1 })
})
