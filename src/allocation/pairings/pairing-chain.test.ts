import { describe, expect, test } from 'vitest'
import { createRandom } from '../../lib/random.ts'
import { everyOne, keyOf, transitions } from './chain-transitions.ts'
import { none, one, plus } from './fractions.ts'
import { pairingChain } from './pairing-chain.ts'
import type { PossiblePairs } from './possible-pairs.ts'

/** A row for each candidate, a cell for each place. @param stay who has to be seated in any case: '!' at the end */
const graph = (rows: readonly string[]): PossiblePairs => {
  const places = (rows[0] ?? '').replace('!', '').length
  return {
    places,
    openTo: rows.map((row) => [...row].flatMap((cell, place) => (cell === '1' ? [place] : []))),
    mayStayFree: rows.map((row) => rows.length > places && !row.endsWith('!')),
  }
}

const instances: readonly (readonly [string, readonly string[]])[] = [
  ['everybody willing, three and three', ['111', '111', '111']],
  ['a ring of four', ['1100', '0110', '0011', '1001']],
  ['different numbers of willing', ['1110', '1100', '0111', '1011']],
  ['five mentors and three mentees', ['110', '011', '101', '111', '010']],
  ['one who has to be seated', ['110!', '011', '101', '111']],
  ['a forced pair', ['100', '111', '111']],
]

describe('the chain, in exact fractions', () => {
  test.each(instances)('goes there and back with the same probability: %s', (_, rows) => {
    const matrix = transitions(graph(rows))
    expect(matrix.length).toBeGreaterThan(1)
    for (const [i, row] of matrix.entries()) {
      expect(row.reduce(plus, none)).toEqual(one)
      for (const [j, probability] of row.entries()) expect(probability).toEqual(matrix[j]?.[i])
    }
  })

  test.each(instances)('reaches every pairing from every other: %s', (_, rows) => {
    const matrix = transitions(graph(rows))
    const reached = new Set([0])
    for (const i of reached) {
      for (const [j, probability] of (matrix[i] ?? []).entries())
        if (probability.up > 0n) reached.add(j)
    }
    expect(reached.size).toBe(matrix.length)
  })
})

test('the program makes the steps that the fractions describe', () => {
  const possible = graph(['110', '011', '101', '111', '010'])
  const every = everyOne(possible)
  const [first = []] = every
  const expected = transitions(possible)[0] ?? []
  const random = createRandom('steps')
  const counts = every.map(() => 0)
  const times = 100_000
  for (let n = 0; n < times; n += 1) {
    const chain = pairingChain(possible, first)
    chain.step(random)
    const reached = possible.openTo.map((_, candidate) => {
      const place = chain.filledBy.indexOf(candidate)
      return place < 0 ? null : place
    })
    const to = every.findIndex((pairing) => keyOf(pairing) === keyOf(reached))
    counts[to] = (counts[to] ?? 0) + 1
  }
  for (const [to, count] of counts.entries()) {
    const p = Number(expected[to]?.up ?? 0n) / Number(expected[to]?.down ?? 1n)
    expect(Math.abs(count / times - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / times) + 1e-9)
  }
})
