/**
 * The draw is uniform: many draws against full enumeration, for groups of every kind. `npm run draws` makes 300,000 of each.
 * Blocks that cannot be counted: `large-draws.test.ts`.
 */
import { describe, expect, test } from 'vitest'
import fixture from '../../tests/fixtures/allocation/binomial.json' with { type: 'json' }
import { binomialLimits, drawOf, evidenceOf } from '../../tests/support/draw-evidence.ts'
import {
  drawInstances,
  fewWilling,
  fiveOfThePaper,
  moreMentees,
  moreMentors,
  sixOfThePaper,
} from '../../tests/support/draw-instances.ts'
import { everyAllocation } from '../../tests/support/every-allocation.ts'
import { droppingPairs, shareStuck, untilComplete } from '../../tests/support/naive-draws.ts'
import { relabelled, shuffledRows } from '../../tests/support/relabelled.ts'
import { createRandom } from '../lib/random.ts'
import { programme } from './pairings/every-pairing.ts'
import { prepareDraw } from './rules.ts'

const draws = Number(process.env.DRAWS ?? 40_000)
const instances = Object.entries(drawInstances)

test.each(instances)('every allocation is drawn equally often: %s', (name, input) => {
  const draw = prepareDraw(input)
  expect(draw.ok && draw.value.count).toBe(BigInt(everyAllocation(input).length))
  const { chiSquare, limit, oddPairs } = evidenceOf(input, drawOf(input), { draws, seed: name })
  expect(chiSquare).toBeLessThan(limit)
  expect(oddPairs).toEqual([])
})

test.each(instances)('whatever people are called, the law is the same: %s', (name, input) => {
  const { renamed, back } = relabelled(input, createRandom('names'))
  const draw = drawOf(renamed)
  const evidence = evidenceOf(input, (random) => draw(random).map(back), {
    draws: draws / 8,
    seed: `renamed ${name}`,
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

describe('with a quarter of the draws, the same test finds out', () => {
  const downTheList = { side: 'mentors', isShuffled: false } as const
  const shuffledMentors = { side: 'mentors', isShuffled: true } as const
  const shuffledMentees = { side: 'mentees', isShuffled: true } as const

  test.each([
    ['six mentors down the list', untilComplete, sixOfThePaper, downTheList],
    ['five mentors down the list', untilComplete, fiveOfThePaper, downTheList],
    ['few willing mentors down the list', untilComplete, fewWilling, downTheList],
    ['a shuffled list of mentees', untilComplete, sixOfThePaper, shuffledMentees],
    ['a shuffled list of more mentors', untilComplete, moreMentors, shuffledMentors],
    ['a shuffled list of fewer mentors', untilComplete, moreMentees, shuffledMentors],
    ['five mentors, of whom some go without', droppingPairs, fiveOfThePaper, downTheList],
    ['a shuffled list, of whom some go without', droppingPairs, fiveOfThePaper, shuffledMentors],
  ])('%s', (_, byHand, input, turns) => {
    const few = { draws: draws / 4, seed: 'by hand' }
    const { chiSquare, limit } = evidenceOf(input, byHand(input, turns), few)
    expect(chiSquare).toBeGreaterThan(2 * limit)
  })

  test.each([
    ['five mentors of the paper down the list', fiveOfThePaper, downTheList, 0.289],
    ['in an order of chance', fiveOfThePaper, shuffledMentors, 0.152],
    ['their mentees in an order of chance', fiveOfThePaper, shuffledMentees, 0.184],
    ['few willing mentors in an order of chance', fewWilling, shuffledMentors, 0.438],
  ])('that drawing by hand gets stuck: %s', (_, input, turns, share) => {
    const attempts = { attempts: 20_000, random: createRandom('stuck') }
    expect(Math.abs(shareStuck(input, turns, attempts) - share)).toBeLessThan(0.01)
  })
})

test('the limits of a binomial number are those of R', () => {
  for (const { n, p, tail, lower, upper } of fixture.cases)
    expect([n, p, tail, binomialLimits(n, p, tail)]).toEqual([n, p, tail, { lower, upper }])
})
