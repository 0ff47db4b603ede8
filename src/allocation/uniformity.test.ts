/**
 * The draw is uniform: many draws against full enumeration, for groups of every kind. `npm run draws` makes 300,000 of each.
 * Blocks that cannot be counted: `large-draws.test.ts`.
 */
import { describe, expect, test } from 'vitest'
import fixture from '../../tests/fixtures/allocation/binomial.json' with { type: 'json' }
import { binomialLimits, drawOf, evidenceOf, isUniform } from '../../tests/support/draw-evidence.ts'
import {
  drawInstances,
  fewWilling,
  fiveOfThePaper,
  sixOfThePaper,
} from '../../tests/support/draw-instances.ts'
import { everyAllocation } from '../../tests/support/every-allocation.ts'
import { naiveDraws, shareStuck } from '../../tests/support/naive-draws.ts'
import { relabelled, shuffledRows } from '../../tests/support/relabelled.ts'
import { createRandom } from '../lib/random.ts'
import { programme } from './pairings/every-pairing.ts'
import { prepareDraw } from './rules.ts'

const draws = Number(process.env.DRAWS ?? 40_000)
const instances = Object.entries(drawInstances)

test.each(instances)('every allocation is drawn equally often: %s', (_, input) => {
  const draw = prepareDraw(input)
  expect(draw.ok && draw.value.count).toBe(BigInt(everyAllocation(input).length))
  const { chiSquare, limit, oddPairs } = evidenceOf(input, drawOf(input), { draws, seed: 'draws' })
  expect(chiSquare).toBeLessThan(limit)
  expect(oddPairs).toEqual([])
})

test.each(instances)('whatever people are called, the law is the same: %s', (_, input) => {
  const { renamed, back } = relabelled(input, createRandom('names'))
  const draw = drawOf(renamed)
  const evidence = evidenceOf(input, (random) => draw(random).map(back), {
    draws: draws / 4,
    seed: 'renamed',
  })
  expect(evidence.chiSquare).toBeLessThan(evidence.limit)
  expect(evidence.oddPairs).toEqual([])
})

test.each(instances)('rows in any order, the same pairs: %s', (_, input) => {
  const pairs = drawOf(input)(createRandom('rows'))
  for (const seed of ['one', 'another', 'a third'])
    expect(drawOf(shuffledRows(input, createRandom(seed)))(createRandom('rows'))).toEqual(pairs)
})

describe('a block too large to count, in which nobody has their own supervisor', () => {
  const n = 40
  const rows = Array.from({ length: n }, (_, own) => 's'.padStart(own + 1, '1').padEnd(n, '1'))
  const input = programme(rows, 'forbid')

  test('has every other pair equally often', () => {
    const times = draws / 10
    const found = new Map<string, number>()
    const [draw, random] = [drawOf(input), createRandom('large')]
    for (let drawn = 0; drawn < times; drawn += 1)
      for (const { mentor, mentee } of draw(random))
        found.set(mentor + mentee, (found.get(mentor + mentee) ?? 0) + 1)
    expect(found.size).toBe(n * (n - 1))
    const { lower, upper } = binomialLimits(times, 1 / (n - 1), 0.001 / (2 * n * (n - 1)))
    const counts = [...found.values()]
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(lower)
    expect(Math.max(...counts)).toBeLessThanOrEqual(upper)
  })
})

describe('draws by hand are found out by the same test', () => {
  const patterns = { sixOfThePaper, fiveOfThePaper, fewWilling }

  test.each(
    Object.entries(naiveDraws).flatMap(([name, draw]) =>
      Object.entries(patterns).map(([pattern, input]) => [name, pattern, draw, input] as const),
    ),
  )('%s: %s', (_, __, draw, input) => {
    const evidence = evidenceOf(input, draw(input), { draws, seed: 'by hand' })
    expect(evidence.chiSquare).toBeGreaterThan(evidence.limit)
    expect(isUniform(evidence)).toBe(false)
  })

  test('and get stuck in many attempts', () => {
    const shares = Object.values(patterns).map((input) =>
      shareStuck(input, 20_000, createRandom('stuck')),
    )
    expect(shares.map((share) => share.toFixed(2))).toEqual(['0.00', '0.00', '0.00'])
  })
})

test('the limits of a binomial number are those of R', () => {
  for (const { n, p, tail, lower, upper } of fixture.cases)
    expect([n, p, tail, binomialLimits(n, p, tail)]).toEqual([n, p, tail, { lower, upper }])
})
