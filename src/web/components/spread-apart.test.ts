import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadApart } from './spread-apart.ts'

test('labels that have room stay where they belong', () => {
  expect(spreadApart([10, 20, 40], 6)).toEqual([10, 20, 40])
})

test('labels at one place move apart by the same distance', () => {
  expect(spreadApart([10, 10, 40], 6)).toEqual([7, 13, 40])
})

test('no two labels are nearer than the gap', () => {
  const places = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 })
  fc.assert(
    fc.property(places, (unsorted) => {
      const spread = spreadApart(
        unsorted.toSorted((one, other) => one - other),
        18,
      )
      return spread.every(
        (place, index) => index === 0 || place - (spread[index - 1] ?? 0) > 17.999,
      )
    }),
  )
})
