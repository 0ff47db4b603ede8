import { expect, test } from 'vitest'
import fixture from '../../tests/fixtures/statistics/quartiles.json' with { type: 'json' }
import { quartiles } from './quartiles.ts'

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 10))

test('the minutes of five sessions have hinges 30–50, as published, but HAVERAGE 30–115', () => {
  expect(quartiles([30, 30, 45, 50, 180])).toEqual({
    ok: true,
    value: { n: 5, median: 45, tukey: [30, 50], haverage: [30, 115], type7: [30, 50] },
  })
})

test('one value is its own median and quartiles', () => {
  const seven = [7, 7]
  expect(quartiles([7])).toEqual({
    ok: true,
    value: { n: 1, median: 7, tukey: seven, haverage: seven, type7: seven },
  })
})

test('no values and values that are not finite are refused', () => {
  expect(quartiles([])).toEqual({ ok: false, problem: { kind: 'statistic.no_values' } })
  expect(quartiles([1, Number.POSITIVE_INFINITY])).toEqual({
    ok: false,
    problem: { kind: 'statistic.not_finite', position: 2 },
  })
})

test.each(fixture.cases)(`agrees with ${fixture.program}: $n values, $kind`, (expected) => {
  expect(quartiles(expected.values)).toEqual({
    ok: true,
    value: {
      n: expected.n,
      median: expect.closeTo(expected.median, 10),
      tukey: close(expected.tukey),
      haverage: close(expected.haverage),
      type7: close(expected.type7),
    },
  })
})
