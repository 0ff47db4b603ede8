import type { Random } from '../lib/random.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import type {
  Allocation,
  AllocationInput,
  AllocationProblem,
  Method,
  Pair,
  Tally,
} from './model.ts'
import { noCompletePairing } from './no-complete-pairing.ts'
import { type Block, blocksOf } from './pairings/blocks.ts'
import { combineBlocks, type DrawnPairing } from './pairings/combine-blocks.ts'
import { fullestPairing } from './pairings/fullest-pairing.ts'
import { keepCheapest } from './pairings/keep-cheapest.ts'
import { keepPreferred } from './pairings/keep-preferred.ts'
import {
  type Found,
  keyOf,
  type Pairing,
  pairAt,
  pairsOf,
  possiblePairs,
  type Sides,
  seatsOf,
  sidesOf,
} from './pairings/possible-pairs.ts'

/** Everything that is known before chance decides. */
export type Draw = {
  /** The weakest of the methods that the blocks need: exact, rejection, chain. */
  readonly method: Method
  /** How many allocations are possible; null where they are not counted. */
  readonly count: bigint | null
  /** The pairs that every possible allocation has. */
  readonly forced: readonly Pair[]
  readonly draw: (random: Random) => Allocation
  /** The allocation with this number, from 0 to count − 1; null where they are not counted. */
  readonly allocationAt: ((number: bigint) => Allocation) | null
}

/**
 * Which allocations are possible, and how is one of them drawn?
 *
 * @param input  who takes part, who is willing, who supervises whom and what that means
 * @returns      a draw from all pairings that fill the side with fewer seats within the willingness (the mentees where
 *               both have as many), give as many people as possible a partner, and under `forbid` have no supervisor
 *               pair, under `avoid` the fewest, and then serve the preferences best; or the problem: nobody on a side,
 *               no complete pairing
 * Missing: willingness and supervision of people who do not take part are left out.
 * Method: exact where the blocks (`blocksOf`) can be counted (`countPairings`) or a shuffle is likely to fit
 * (`shuffleAndReject`), else approximate (`walkFrom`), and it says so; the order of the input has no influence.
 */
export const prepareDraw = (input: AllocationInput): Result<Draw, AllocationProblem> => {
  const sides = sidesOf(input)
  if (seatsOf(sides.filled) === 0)
    return fail({ kind: 'allocation.nobody', side: sides.filled.name })
  const possible = possiblePairs(input, sides)
  const { pairing, pairs } = fullestPairing(possible)
  if (pairs < seatsOf(sides.filled)) return fail(noCompletePairing(sides, possible, pairs))
  const rules = [withMostPeople, withFewestSupervisors, withPreferences]
  const best = rules.reduce((found, rule) => rule(input, sides, found), { possible, pairing })
  return ok(drawFrom(input, sides, best))
}

/**
 * One allocation, drawn at random.
 *
 * @param random  seeded; the same seed and people give the same allocation on every platform
 * @returns       a draw that is uniform over all allocations of `prepareDraw`; by the chain approximately so
 * Method: of the blocks that are counted, one unbiased whole number below the product of their counts, which is one
 * pairing of each; of the others one after the other.
 * @example drawAllocation(draw, createRandom('sheffield')).pairs
 */
export const drawAllocation = (draw: Draw, random: Random): Allocation => draw.draw(random)

/**
 * How often does each allocation come up in so many draws, one after the other from the same chance?
 *
 * @returns  `first` is what `drawAllocation` gives; the tally, most frequent first, then by pairs,
 *           without allocations that never came up; its n add up to `times`
 */
export const tallyDraws = (
  draw: Draw,
  random: Random,
  times: number,
): { readonly first: Allocation; readonly tally: readonly Tally[] } => {
  const first = draw.draw(random)
  const tally = new Map<string, { readonly pairs: readonly Pair[]; n: number }>()
  let drawn = first
  for (let n = 1; ; n += 1) {
    const key = drawn.pairs.map(keyOf).join()
    const counted = tally.get(key) ?? { pairs: drawn.pairs, n: 0 }
    counted.n += 1
    tally.set(key, counted)
    if (n === times) break
    drawn = draw.draw(random)
  }
  const sorted = [...tally].sort(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1))
  return { first, tally: sorted.map(([, counted]) => counted) }
}

const drawFrom = (input: AllocationInput, sides: Sides, { possible, pairing }: Found): Draw => {
  const blocks = blocksOf(possible, pairing)
  const { method, count, draw, pairingAt } = combineBlocks(blocks, possible.openTo.length)
  const forced = pairsOf(sides, forcedPlaces(blocks, possible.openTo.length))
  const supervised = new Set(input.supervised.map(keyOf))
  const allocationFrom = ({ pairing: seated, ...how }: DrawnPairing): Allocation => {
    const pairs = pairsOf(sides, seated)
    return {
      ...how,
      count,
      pairs,
      forced,
      unpaired: unpairedIn(sides, seated),
      supervisorPairs: pairs.filter((pair) => supervised.has(keyOf(pair))).length,
    }
  }
  const counted = { method: 'exact', diagnostics: [] } as const
  const allocationAt = (number: bigint) =>
    allocationFrom({ ...counted, pairing: pairingAt(number) })
  return {
    ...{ method, count, forced },
    draw: (random) => allocationFrom(draw(random)),
    allocationAt: method === 'exact' ? allocationAt : null,
  }
}

const unpairedIn = ({ places, candidates }: Sides, pairing: Pairing): readonly string[] => {
  const filled = new Set(pairing)
  return [
    ...places.ids.filter((_, place) => !filled.has(place)),
    ...candidates.ids.filter((_, candidate) => pairing[candidate] === null),
  ]
}

/** In a block are only pairs that some possible pairing has; so who has no other leaves nothing to chance. */
const forcedPlaces = (blocks: readonly Block[], candidates: number): Pairing => {
  const forced = new Array<number | null>(candidates).fill(null)
  for (const { places, candidates: some, possible } of blocks) {
    for (const [index, candidate] of some.entries()) {
      const [place, ...others] = possible.openTo[index] ?? []
      const isForced = others.length === 0 && possible.mayStayFree[index] === false
      if (isForced && place !== undefined) forced[candidate] = places[place] ?? null
    }
  }
  return forced
}

/** A place that takes anybody at all saves one, so that as many people as possible have a partner. */
const withMostPeople = (_: AllocationInput, { filled, candidates }: Sides, found: Found): Found =>
  filled === candidates ? keepCheapest(found, () => 0, -1) : found

/** `avoid`: a supervisor pair costs one, so that the cheapest pairings have the fewest. */
const withFewestSupervisors = (input: AllocationInput, sides: Sides, found: Found): Found => {
  if (input.supervisorRule !== 'avoid') return found
  const supervised = new Set(input.supervised.map(keyOf))
  return keepCheapest(found, (candidate, place) =>
    supervised.has(keyOf(pairAt(sides, candidate, place))) ? 1 : 0,
  )
}

/** After the supervisor rule: among the pairings that it leaves, those that serve the preferences best. */
const withPreferences = ({ preferences }: AllocationInput, sides: Sides, found: Found): Found => {
  if (preferences === undefined) return found
  const ranks = new Map(preferences.ranked.map(({ rank, ...pair }) => [keyOf(pair), rank]))
  const last = 1 + preferences.ranked.reduce((worst, { rank }) => Math.max(worst, rank), 0)
  return keepPreferred(
    found,
    preferences.objective,
    (candidate, place) => ranks.get(keyOf(pairAt(sides, candidate, place))) ?? last,
  )
}
