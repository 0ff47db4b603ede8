import { describe, expect, test } from 'vitest'
import { createRandom } from '../../lib/random.ts'
import { everySeating, keyOf, transitions } from './chain-transitions.ts'
import { none, one, plus } from './fractions.ts'
import { pairingChain } from './pairing-chain.ts'
import type { PossiblePairs, Takes } from './possible-pairs.ts'
import { type Seats, seatingOf } from './seating.ts'

/** A row for each candidate, a cell for each place. @param stay who has to be seated in any case: '!' at the end */
const graph = (rows: readonly string[]): PossiblePairs => {
  const places = (rows[0] ?? '').replace('!', '').length
  return {
    places,
    openTo: rows.map((row) => [...row].flatMap((cell, place) => (cell === '1' ? [place] : []))),
    mayStayFree: rows.map((row) => rows.length > places && !row.endsWith('!')),
  }
}

/** A row for each candidate, all of whom are seated; for each place how many it takes. */
const shared = (rows: readonly string[], takes: readonly Takes[]): PossiblePairs => ({
  ...graph(rows),
  mayStayFree: rows.map(() => false),
  takes,
})

const [noneOrMore, oneOrMore] = [
  { least: 0, most: 2 },
  { least: 1, most: 2 },
]

const fixed = (...numbers: readonly number[]): readonly Takes[] =>
  numbers.map((most) => ({ least: most, most }))

const instances: readonly (readonly [string, PossiblePairs])[] = [
  ['everybody willing, three and three', graph(['111', '111', '111'])],
  ['a ring of four', graph(['1100', '0110', '0011', '1001'])],
  ['different numbers of willing', graph(['1110', '1100', '0111', '1011'])],
  ['five mentors and three mentees', graph(['110', '011', '101', '111', '010'])],
  ['one who has to be seated', graph(['110!', '011', '101', '111'])],
  ['a forced pair', graph(['100', '111', '111'])],
  ['one mentor for two mentees', { ...graph(['11', '11', '11']), takes: fixed(2, 1) }],
  ['two mentors for two mentees each', { ...graph(['11', '11', '10', '01']), takes: fixed(2, 2) }],
  ['at least none', shared(['11', '11', '11'], [noneOrMore, noneOrMore])],
  ['at least one', shared(['110', '011', '111', '101'], [oneOrMore, oneOrMore, oneOrMore])],
  ['one of each', shared(['110', '111', '011'], [noneOrMore, oneOrMore, { least: 0, most: 1 }])],
  ['up to three', shared(['11', '10', '11', '11'], [{ least: 1, most: 3 }, noneOrMore])],
]

describe('the chain, in exact fractions', () => {
  test.each(instances)('goes there and back with the same probability: %s', (_, possible) => {
    const matrix = transitions(seatingOf(possible))
    expect(matrix.length).toBeGreaterThan(1)
    for (const [i, row] of matrix.entries()) {
      expect(row.reduce(plus, none)).toEqual(one)
      for (const [j, probability] of row.entries()) expect(probability).toEqual(matrix[j]?.[i])
    }
  })

  test.each(instances)('reaches every pairing from every other: %s', (_, possible) => {
    const matrix = transitions(seatingOf(possible))
    const reached = new Set([0])
    for (const i of reached) {
      for (const [j, probability] of (matrix[i] ?? []).entries())
        if (probability.up > 0n) reached.add(j)
    }
    expect(reached.size).toBe(matrix.length)
  })
})

/** How often so many steps from the first way lead to each. */
const countSteps = (seats: Seats, times: number): readonly number[] => {
  const every = everySeating(seats).map(keyOf)
  const [first = []] = everySeating(seats)
  const random = createRandom('steps')
  const counts = every.map(() => 0)
  for (let n = 0; n < times; n += 1) {
    const chain = pairingChain(seats, first)
    chain.step(random)
    const to = every.indexOf(keyOf([...chain.takenBy]))
    counts[to] = (counts[to] ?? 0) + 1
  }
  return counts
}

test.each(instances.filter((_, index) => [3, 4, 9, 10].includes(index)))(
  'the program makes the steps that the fractions describe: %s',
  (_, possible) => {
    const seats = seatingOf(possible)
    const expected = transitions(seats)[0] ?? []
    const times = 100_000
    for (const [to, count] of countSteps(seats, times).entries()) {
      const p = Number(expected[to]?.up ?? 0n) / Number(expected[to]?.down ?? 1n)
      expect(Math.abs(count / times - p)).toBeLessThan(
        4.5 * Math.sqrt((p * (1 - p)) / times) + 1e-9,
      )
    }
  },
)
