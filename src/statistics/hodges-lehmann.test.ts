import fc from 'fast-check'
import { expect, test } from 'vitest'
import fixture from '../../tests/fixtures/statistics/hodges-lehmann.json' with { type: 'json' }
import { hodgesLehmann } from './hodges-lehmann.ts'

const computed = (differences: readonly number[]) => {
  const outcome = hodgesLehmann(differences)
  if (!outcome.ok) throw new Error(outcome.problem.kind)
  return outcome.value
}

const closeTo = (expected: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(expected).map(([name, value]) => [name, expect.closeTo(value, 12)]),
  )

test('five changes give the full range at 93.75%', () => {
  expect(computed([1, 2, 3, 4, 5])).toEqual({ estimate: 3, lower: 1, upper: 5, level: 0.9375 })
})

test('one change is its own range, with no confidence', () => {
  expect(computed([4])).toEqual({ estimate: 4, lower: 4, upper: 4, level: 0 })
})

test('equal changes and unchanged pairs have a range of nothing', () => {
  expect(computed([2, 2, 2])).toMatchObject({ estimate: 2, lower: 2, upper: 2 })
  expect(computed([0, 0, 0, 0, 0, 0])).toMatchObject({ estimate: 0, lower: 0, upper: 0 })
})

test('no differences are refused', () => {
  expect(hodgesLehmann([])).toEqual({ ok: false, problem: { kind: 'statistic.no_values' } })
})

test('95% is first had with six changes', () => {
  const levels = [1, 2, 3, 4, 5, 6].map((n) => computed(Array(n).fill(1)).level)
  expect(levels).toEqual([0, 0.5, 0.75, 0.875, 0.9375, 0.96875])
})

test('the estimate is the median of all Walsh averages written out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 }),
      (differences) => {
        const averages = differences
          .flatMap((a, index) => differences.slice(index).map((b) => a / 2 + b / 2))
          .toSorted((a, b) => a - b)
        const middle = (place: number) => averages[Math.floor(place)] ?? 0
        const last = averages.length - 1
        expect(computed(differences).estimate).toBeCloseTo(
          middle(last / 2) / 2 + middle((last + 1) / 2) / 2,
          12,
        )
      },
    ),
  )
})

const isExact = ({ differences }: { readonly differences: readonly number[] }) =>
  differences.length <= 400

test(`agrees with the definition written in ${fixture.program}`, () => {
  for (const { differences, byDefinition } of fixture.cases.filter(isExact)) {
    expect(computed(differences)).toEqual(closeTo(byDefinition))
  }
})

test('beyond 400 changes the estimate is exact, the interval and its level approximate', () => {
  const [beyond] = fixture.cases.filter((each) => !isExact(each))
  const { estimate, lower, upper, level } = computed(beyond?.differences ?? [])
  expect(beyond?.differences).toHaveLength(450)
  expect(estimate).toBe(beyond?.byDefinition.estimate)
  expect(lower).toBeCloseTo(beyond?.byDefinition.lower ?? 0, 0)
  expect(upper).toBeCloseTo(beyond?.byDefinition.upper ?? 0, 0)
  expect(level).toBeCloseTo(beyond?.byDefinition.level ?? 0, 4)
})

test(`agrees with ${fixture.program} wilcox.test where nothing is tied or zero`, () => {
  const untied = fixture.cases.filter(({ byTest }) => byTest)
  expect(untied.length).toBeGreaterThan(25)
  for (const { differences, byTest } of untied) {
    expect(computed(differences)).toMatchObject(closeTo(byTest ?? {}))
  }
})
