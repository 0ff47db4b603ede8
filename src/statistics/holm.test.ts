import { expect, test } from 'vitest'
import fixture from '../../tests/fixtures/statistics/holm.json' with { type: 'json' }
import { holm } from './holm.ts'

const adjusted = (p: readonly (number | null)[]) => {
  const outcome = holm(p)
  return outcome.ok ? outcome.value.adjusted : outcome.problem
}

test('the smallest of three is tripled, the next doubled and the last carried along', () => {
  expect(adjusted([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
})

test('a missing p stays missing and does not enlarge the family', () => {
  expect(adjusted([0.02, null, 0.03])).toEqual([0.04, null, 0.04])
  expect(adjusted([null])).toEqual([null])
  expect(adjusted([])).toEqual([])
})

test('what is not between 0 and 1 is refused by its place', () => {
  expect(adjusted([0.1, 1.1])).toEqual({ kind: 'statistic.not_a_probability', position: 2 })
  expect(adjusted([Number.NaN])).toEqual({ kind: 'statistic.not_a_probability', position: 1 })
})

test.each(fixture.cases)(`agrees with ${fixture.program} p.adjust for $p`, (expected) => {
  const values = adjusted(expected.p)
  expect(values).toEqual(expected.adjusted.map((p) => (p === null ? null : expect.closeTo(p, 14))))
})
