import { expect, test } from 'vitest'
import fixture from '../../tests/fixtures/statistics/signed-rank.json' with { type: 'json' }
import { signedRank } from './signed-rank.ts'

const computed = (before: readonly (number | null)[], after: readonly (number | null)[]) => {
  const outcome = signedRank({ before, after })
  if (!outcome.ok) throw new Error(outcome.problem.kind)
  return outcome.value
}

const afterChanges = (...differences: readonly number[]) =>
  computed(
    differences.map(() => 20),
    differences.map((difference) => 20 + difference),
  ).signedRank

test('five rises without ties have z −2.023, p .043 and the smallest exact p, 2/32', () => {
  expect(computed([20, 21, 22, 23, 24], [21, 23, 25, 27, 29])).toEqual({
    pairs: 5,
    excluded: 0,
    signedRank: {
      wPlus: 15,
      wMinus: 0,
      nonZero: 5,
      z: expect.closeTo(-2.023, 3),
      pAsymptotic: expect.closeTo(0.0431, 4),
      pExact: 0.0625,
      pExactFraction: '2/32',
      smallestAttainableP: 0.0625,
      pratt: {
        z: expect.closeTo(-2.023, 3),
        pAsymptotic: expect.closeTo(0.0431, 4),
        pExact: 0.0625,
      },
    },
    hodgesLehmann: { estimate: 3, lower: 1, upper: 5, level: 0.9375 },
    rankBiserial: 1,
  })
})

test.each([
  { published: '.043', changes: [1, 2, 3, 4, 5], p: 0.0431, fraction: '2/32' },
  { published: '.041', changes: [1, 1, 2, 2, 3], p: 0.0412, fraction: '2/32' },
  { published: '.07', changes: [0, 1, 2, 3, 4], p: 0.0679, fraction: '2/16' },
  { published: '.08', changes: [-1, 2, 3, 4, 5], p: 0.0796, fraction: '4/32' },
])('the published p = $published comes from changes like $changes', ({ changes, p, fraction }) => {
  const test = afterChanges(...changes)
  expect(test.pAsymptotic).toBeCloseTo(p, 4)
  expect(test.pExactFraction).toBe(fraction)
})

test('rises that outweigh falls by nothing have z 0 and p 1', () => {
  expect(afterChanges(1, -1)).toMatchObject({
    z: 0,
    pAsymptotic: 1,
    pExact: 1,
    pExactFraction: '4/4',
  })
})

test('one change has an exact p of 2/2', () => {
  expect(afterChanges(3)).toMatchObject({ z: -1, pExactFraction: '2/2', smallestAttainableP: 1 })
})

test('differences that differ by rounding alone are tied', () => {
  const decimal = computed([0.1, 0.3, 0.5], [0.3, 0.5, 0.1]).signedRank
  const whole = computed([1, 3, 5], [3, 5, 1]).signedRank
  expect(0.3 - 0.1).not.toBe(0.5 - 0.3)
  expect(decimal).toEqual(whole)
})

test('missing pairs are counted and change nothing else', () => {
  const some = computed([1, null, 2, 3, 7], [3, 5, 3, null, 4])
  expect(some).toEqual({ ...computed([1, 2, 7], [3, 3, 4]), excluded: 2 })
})

test('pairs that all stayed the same have no test', () => {
  expect(signedRank({ before: [1, 2], after: [1, 2] })).toEqual({
    ok: false,
    problem: { kind: 'statistic.no_change' },
  })
})

test('a pair list that cannot be paired is refused', () => {
  expect(signedRank({ before: [1], after: [] })).toMatchObject({
    problem: { kind: 'statistic.different_lengths' },
  })
})

test('beyond 100 changes there is no fraction, beyond 1000 no exact p', () => {
  const rises = (n: number) => afterChanges(...Array.from({ length: n }, (_, index) => index + 1))
  expect(rises(100).pExactFraction).toBe(`2/${2n ** 100n}`)
  expect(rises(101)).toMatchObject({ pExactFraction: null, pExact: 2 ** -100 })
  expect(rises(1001)).toMatchObject({ pExact: null, smallestAttainableP: null })
})

test.each(fixture.cases)(`agrees with ${fixture.program}: $kind, $nonZero changes`, (expected) => {
  const { signedRank: test, rankBiserial } = computed(expected.before, expected.after)
  expect(test).toMatchObject({
    wPlus: expected.wPlus,
    wMinus: expected.wMinus,
    nonZero: expected.nonZero,
  })
  expect(rankBiserial).toBeCloseTo(expected.rankBiserial, 14)
  const ours = [test, test.pratt].map(({ z, pAsymptotic, pExact }) => ({ z, pAsymptotic, pExact }))
  const theirs = [expected.wilcoxon, expected.pratt].map(({ z, pAsymptotic, pExact }) => ({
    z: expect.closeTo(z, 12),
    pAsymptotic: expect.closeTo(pAsymptotic, 12),
    pExact: expect.closeTo(pExact, 12),
  }))
  expect(ours).toEqual(theirs)
})
