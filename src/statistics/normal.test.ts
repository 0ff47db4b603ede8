import { expect, test } from 'vitest'
import fixture from '../../tests/fixtures/statistics/normal.json' with { type: 'json' }
import { normalProbability } from './normal.ts'

test('2.5% of normal values are at most −1.96, half are at most 0', () => {
  expect(normalProbability(-1.96)).toBeCloseTo(0.025, 4)
  expect(normalProbability(0)).toBe(0.5)
})

test(`agrees with ${fixture.program} pnorm far into the tails`, () => {
  for (const { z, probability } of fixture.cases) {
    expect(Math.abs(normalProbability(z) / probability - 1), `z = ${z}`).toBeLessThan(1e-13)
  }
})
