/** Draws that cannot be counted as a whole. */
import { describe, expect, test } from 'vitest'
import { createRandom, type Random } from '../lib/random.ts'
import { blocksOf } from './pairings/blocks.ts'
import { countPairings } from './pairings/count-pairings.ts'
import { deficientGroups } from './pairings/deficient-groups.ts'
import { matchPlaces } from './pairings/match-places.ts'
import { pairingChain } from './pairings/pairing-chain.ts'
import { candidatesOf, type Pairing, type PossiblePairs } from './pairings/possible-pairs.ts'
import { seatingOf } from './pairings/seating.ts'
import { shuffleAndReject } from './pairings/shuffle-and-reject.ts'

/** Everybody is open to their own place, and to others by chance. */
const anyGraph = (n: number, others: number, random: Random): PossiblePairs => ({
  places: n,
  openTo: Array.from({ length: n }, (_, own) => {
    const open = new Set([own, ...Array.from({ length: others }, () => random.below(n))])
    return [...open].sort((a, b) => a - b)
  }),
  mayStayFree: Array.from({ length: n }, () => false),
})

const ownPlaces = (n: number): Pairing => Array.from({ length: n }, (_, own) => own)

/** As the chain gets it: every pair is in some pairing, and every place can exchange its candidate with any other. */
const oneBlock = (n: number, random: Random): PossiblePairs => {
  for (;;) {
    const [block, ...others] = blocksOf(anyGraph(n, 3, random), ownPlaces(n))
    if (block !== undefined && others.length === 0) return block.possible
  }
}

/** 0.999 quantile of chi-square by Wilson and Hilferty, Proc Natl Acad Sci 1931;17:684–8. */
const quantile999 = (df: number): number =>
  df * (1 - 2 / (9 * df) + 3.0902 * Math.sqrt(2 / (9 * df))) ** 3

describe('shuffling until it fits', () => {
  const deranged = (n: number) => ({
    places: n,
    candidates: n,
    isPossible: (candidate: number, place: number) => candidate !== place,
    mayStayFree: () => false,
  })

  test('gives the nine derangements of four equally often', () => {
    const random = createRandom('derangements')
    const counts = new Map<string, number>()
    const draws = 40_000
    for (let n = 0; n < draws; n += 1) {
      const key = shuffleAndReject(deranged(4), random, 1000)?.join() ?? ''
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect(counts.size).toBe(9)
    const expected = draws / 9
    const chiSquare = [...counts.values()].reduce(
      (sum, n) => sum + (n - expected) ** 2 / expected,
      0,
    )
    expect(chiSquare).toBeLessThan(quantile999(8))
  })

  test('pairs 10,000 people with anybody but their own', () => {
    const filledBy = shuffleAndReject(deranged(10_000), createRandom('many'), 1000)
    expect(new Set(filledBy).size).toBe(10_000)
    expect(filledBy?.some((candidate, place) => candidate === place)).toBe(false)
  })

  test('gives up after so many shuffles', () => {
    const never = { ...deranged(3), isPossible: () => false }
    expect(shuffleAndReject(never, createRandom('never'), 10)).toBeNull()
  })

  test('leaves nobody out who has to be seated', () => {
    const deal = {
      places: 2,
      candidates: 4,
      isPossible: () => true,
      mayStayFree: (candidate: number) => candidate !== 3,
    }
    const random = createRandom('seated')
    for (let n = 0; n < 200; n += 1) expect(shuffleAndReject(deal, random, 1000)).toContain(3)
  })
})

/** For each possible pair, as [candidate, place]. */
const pairsIn = ({ openTo }: PossiblePairs): readonly (readonly [number, number])[] =>
  openTo.flatMap((open, candidate) => open.map((place) => [candidate, place] as const))

/** How many of the pairings have this pair. */
const countWith = (possible: PossiblePairs, [candidate, place]: readonly [number, number]) =>
  countPairings({ ...possible, openTo: possible.openTo.with(candidate, [place]) }).count

const stepsBetweenLooks = 2

/** The share of a long walk in which each pair was there, in the order of `pairsIn`. */
const sharesOfWalk = (possible: PossiblePairs, steps: number, random: Random) => {
  const n = possible.places
  const chain = pairingChain(seatingOf(possible), [...possible.openTo.keys()])
  const held = new Float64Array(n * n)
  const looks = steps / stepsBetweenLooks
  for (let look = 0; look < looks; look += 1) {
    for (let step = 0; step < stepsBetweenLooks; step += 1) chain.step(random)
    for (let place = 0; place < n; place += 1) {
      const pair = (chain.takenBy[place] ?? 0) * n + place
      held[pair] = (held[pair] ?? 0) + 1
    }
  }
  return pairsIn(possible).map(([candidate, place]) => (held[candidate * n + place] ?? 0) / looks)
}

test('the chain has each pair of 20 × 20 as often as the exact count says, within 0.002', () => {
  const possible = oneBlock(20, createRandom('graph'))
  const { count } = countPairings(possible)
  const shares = sharesOfWalk(possible, 1_600_000, createRandom('walk'))
  const exact = pairsIn(possible).map(
    (pair) => Number((countWith(possible, pair) * 10n ** 12n) / count) / 1e12,
  )
  const furthest = Math.max(...exact.map((share, at) => Math.abs(share - (shares[at] ?? 0))))
  expect(furthest).toBeLessThan(0.002)
}, 60_000)

test('a step goes round a ring of 30, between the two pairings that it has', () => {
  const n = 30
  const openTo = Array.from({ length: n }, (_, own) => [own, (own + 1) % n])
  const possible = { places: n, openTo, mayStayFree: openTo.map(() => false) }
  const chain = pairingChain(seatingOf(possible), [...openTo.keys()])
  const random = createRandom('ring')
  let own = 0
  const steps = 10_000
  for (let step = 0; step < steps; step += 1) {
    chain.step(random)
    if (chain.takenBy[0] === 0) own += 1
  }
  expect(Math.abs(own / steps - 0.5)).toBeLessThan(4.5 * Math.sqrt(0.25 / steps))
})

describe('blocks', () => {
  test('multiply to the count of the whole, and every pair in them is in some pairing', () => {
    const random = createRandom('blocks')
    for (let round = 0; round < 200; round += 1) {
      const possible = anyGraph(1 + random.below(9), random.below(3), random)
      const blocks = blocksOf(possible, ownPlaces(possible.places))
      const counts = blocks.map((block) => countPairings(block.possible).count)
      expect(counts.reduce((product, one) => product * one, 1n)).toBe(countPairings(possible).count)
      const ways = blocks.flatMap(({ possible: part }) =>
        pairsIn(part).map((pair) => countWith(part, pair)),
      )
      expect(ways).not.toContain(0n)
    }
  })

  test('of a way through 50,000 people are found without running out of stack', () => {
    const n = 50_000
    const openTo = Array.from({ length: n }, (_, own) => [own, (own + 1) % n])
    const possible = { places: n, openTo, mayStayFree: openTo.map(() => false) }
    expect(blocksOf(possible, ownPlaces(n))).toHaveLength(1)
  })
})

describe('where 200 by 200 cannot be paired', () => {
  const n = 200
  const random = createRandom('short')
  // The first 31 have 30 partners between them, and whoever comes after has others too.
  const partners = Array.from({ length: n }, (_, one) =>
    one < 31
      ? [...new Set([random.below(30), random.below(30), random.below(30)])]
      : [one, random.below(n), random.below(n)],
  )
  const { listed, total, whole } = deficientGroups({ partners })

  const neighboursOf = (members: readonly number[]) =>
    new Set(members.flatMap((member) => partners[member] ?? []))

  test('a group is named that is short by one, and any part of which is not', () => {
    expect(listed.length).toBeGreaterThan(0)
    for (const { members, neighbours } of listed) {
      expect(new Set(neighbours)).toEqual(neighboursOf(members))
      expect(neighbours.length).toBe(members.length - 1)
      for (const left of members) {
        const others = members.filter((member) => member !== left)
        const filled = matchPlaces(others.map((member) => partners[member] ?? []))
        expect(filled).not.toContain(null)
      }
    }
  })

  test('and the whole of those who could be left out, who are short by as many as go without', () => {
    const without = matchPlaces(partners).filter((partner) => partner === null).length
    expect(whole.members.length - whole.neighbours.length).toBe(without)
    expect(total === null).toBe(whole.members.length > 24)
  })
})

test('a matching of 2,000 with five partners each leaves out as few as the whole group is short by', () => {
  const { places, openTo } = anyGraph(2000, 4, createRandom('match'))
  const filledBy = matchPlaces(candidatesOf({ places, openTo }))
  expect(new Set(filledBy).size).toBe(2000)
})
