/** What must hold of the signed-rank test for any pairs at all. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { midranks } from './ranks.ts'
import { signedRank } from './signed-rank.ts'

type Pair = readonly [before: number, after: number]

const score = fc.integer({ min: 1, max: 5 })
const measurement = fc.double({ min: -100, max: 100, noNaN: true })
const pairsOf = (value: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<readonly Pair[]> =>
  fc
    .array(fc.tuple(value, value), { minLength: 1, maxLength })
    .filter((pairs) => pairs.some(([before, after]) => Math.abs(after - before) > 1e-9))
const anyPairs = fc.oneof(pairsOf(score, 40), pairsOf(measurement, 40))

const computed = (pairs: readonly Pair[]) => {
  const outcome = signedRank({
    before: pairs.map(([before]) => before),
    after: pairs.map(([, after]) => after),
  })
  if (!outcome.ok) throw new Error(outcome.problem.kind)
  return outcome.value
}

/** Tries all 2ⁿ sign assignments: how many have a smaller rank sum no larger than the observed. */
const enumerated = (ranks: readonly number[], isRise: readonly boolean[]): number => {
  const all = ranks.reduce((sum, rank) => sum + rank, 0)
  const smaller = (plus: number) => Math.min(plus, all - plus)
  const observed = smaller(ranks.reduce((sum, rank, k) => sum + (isRise[k] ? rank : 0), 0))
  return Array.from({ length: 2 ** ranks.length }, (_, signs) =>
    smaller(ranks.reduce((sum, rank, k) => sum + ((signs >> k) & 1 ? rank : 0), 0)),
  ).filter((sum) => sum <= observed).length
}

test('the exact p is the share of all sign assignments tried one by one', () => {
  fc.assert(
    fc.property(pairsOf(score, 12), (pairs) => {
      const { signedRank: test } = computed(pairs)
      const changes = pairs.map(([before, after]) => after - before)
      const moved = changes.filter((change) => change !== 0)
      const isRise = moved.map((change) => change > 0)
      const count = enumerated(midranks(moved.map(Math.abs)), isRise)
      expect(test.pExactFraction).toBe(`${count}/${2 ** moved.length}`)
      expect(test.pExact).toBe(count / 2 ** moved.length)
      const prattRanks = midranks(changes.map(Math.abs)).filter((_, index) => changes[index] !== 0)
      expect(test.pratt.pExact).toBe(enumerated(prattRanks, isRise) / 2 ** moved.length)
    }),
    { numRuns: 40 },
  )
})

test('after and before exchanged mirror the sums and the estimate, and leave every p', () => {
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      const one = computed(pairs)
      const other = computed(pairs.map(([before, after]) => [after, before]))
      const { wPlus, wMinus } = one.signedRank
      expect(other.signedRank).toEqual({ ...one.signedRank, wPlus: wMinus, wMinus: wPlus })
      expect(other.rankBiserial).toBeCloseTo(-one.rankBiserial, 14)
      expect(other.hodgesLehmann.lower).toBeCloseTo(-one.hodgesLehmann.upper, 12)
      expect(other.hodgesLehmann.estimate).toBeCloseTo(-one.hodgesLehmann.estimate, 12)
    }),
  )
})

test('the order of the pairs changes nothing', () => {
  const shuffled = anyPairs.chain((pairs) =>
    fc.tuple(
      fc.constant(pairs),
      fc.shuffledSubarray([...pairs], { minLength: pairs.length, maxLength: pairs.length }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([pairs, permuted]) => {
      const { z, ...others } = computed(pairs).signedRank
      expect(computed(permuted).signedRank).toMatchObject({
        wPlus: others.wPlus,
        wMinus: others.wMinus,
        pExact: others.pExact,
        z: expect.closeTo(z, 12),
      })
      expect(computed(permuted).hodgesLehmann).toEqual(computed(pairs).hodgesLehmann)
    }),
  )
})

test('z is never positive and no p is below the floor or above 1', () => {
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      const { z, pExact, pratt, smallestAttainableP } = computed(pairs).signedRank
      expect(z).toBeLessThanOrEqual(0)
      expect(pratt.z).toBeLessThanOrEqual(0)
      expect(pExact).toBeGreaterThanOrEqual(smallestAttainableP ?? 0)
      expect(pExact).toBeLessThanOrEqual(1)
    }),
  )
})
