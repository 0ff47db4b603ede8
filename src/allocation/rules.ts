import type { Random } from '../lib/random.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import type {
  Allocation,
  AllocationInput,
  AllocationProblem,
  DeficientGroup,
  Method,
  NoCompletePairing,
  Pair,
  Tally,
} from './model.ts'
import { type Block, blocksOf } from './pairings/blocks.ts'
import { combineBlocks, type DrawnPairing } from './pairings/combine-blocks.ts'
import { deficientGroups, type Shortage } from './pairings/deficient-groups.ts'
import { keepCheapest } from './pairings/keep-cheapest.ts'
import { keepPreferred } from './pairings/keep-preferred.ts'
import { matchPlaces } from './pairings/match-places.ts'
import {
  candidatesOf,
  idAt,
  keyOf,
  type Pairing,
  type PossiblePairs,
  pairAt,
  pairsOf,
  possiblePairs,
  type Side,
  type Sides,
  sidesOf,
} from './pairings/possible-pairs.ts'

/** What is possible, and one complete pairing of it. */
type Found = { readonly possible: PossiblePairs; readonly pairing: Pairing }

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
 * @returns      a draw from all pairings that give everybody of the smaller side a partner within the willingness;
 *               with `forbid` those without a supervisor pair, with `avoid` those with the fewest supervisor pairs; or
 *               the problem: nobody on a side, no complete pairing
 * Missing: willingness and supervision of people who do not take part are left out.
 * Method: exact where the blocks (`blocksOf`) can be counted (`countPairings`) or a shuffle is likely to fit
 * (`shuffleAndReject`), else approximate (`walkFrom`), and it says so; the order of the input has no influence.
 */
export const prepareDraw = (input: AllocationInput): Result<Draw, AllocationProblem> => {
  const sides = sidesOf(input)
  if (sides.smaller.ids.length === 0)
    return fail({ kind: 'allocation.nobody', side: sides.smaller.name })
  const possible = possiblePairs(input, sides)
  const filledBy = matchPlaces(candidatesOf(possible))
  const maximum = filledBy.filter((candidate) => candidate !== null).length
  if (maximum < possible.places) return fail(noCompletePairing(sides, possible, maximum))
  const placeOf = new Map(filledBy.map((candidate, place) => [candidate, place]))
  const pairing = possible.openTo.map((_, candidate) => placeOf.get(candidate) ?? null)
  const best =
    input.supervisorRule === 'avoid'
      ? withFewestSupervisors(input, sides, { possible, pairing })
      : { possible, pairing }
  return ok(drawFrom(input, sides, withPreferences(input, sides, best)))
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
  const seats = forcedSeats(blocks, possible.openTo.length)
  const forced = pairsOf(sides, seats)
  const supervised = new Set(input.supervised.map(keyOf))
  const allocationFrom = ({ pairing: seated, ...how }: DrawnPairing): Allocation => {
    const pairs = pairsOf(sides, seated)
    return {
      ...how,
      count,
      pairs,
      forced,
      unpaired: sides.larger.ids.filter((_, candidate) => seated[candidate] === null),
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

/** A block of one place and one candidate leaves nothing to chance. */
const forcedSeats = (blocks: readonly Block[], candidates: number): Pairing => {
  const seats = new Array<number | null>(candidates).fill(null)
  for (const { places, candidates: some } of blocks) {
    const [candidate, place] = [some[0], places[0]]
    if (some.length === 1 && candidate !== undefined && place !== undefined)
      seats[candidate] = place
  }
  return seats
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

/** `avoid`: a supervisor pair costs one, so that the cheapest pairings have the fewest. */
const withFewestSupervisors = (
  input: AllocationInput,
  sides: Sides,
  { possible, pairing }: Found,
): Found => {
  const supervised = new Set(input.supervised.map(keyOf))
  return keepCheapest(possible, pairing, (candidate, place) =>
    supervised.has(keyOf(pairAt(sides, candidate, place))) ? 1 : 0,
  )
}

/** The smaller side is to be paired completely; where both are equal, both are. */
const noCompletePairing = (
  { smaller, larger }: Sides,
  possible: PossiblePairs,
  maximum: number,
): NoCompletePairing => {
  const both = smaller.ids.length === larger.ids.length
  const shortages = [
    { ...deficientGroups(candidatesOf(possible)), side: smaller, other: larger },
    ...(both ? [{ ...deficientGroups(possible.openTo), side: larger, other: smaller }] : []),
  ]
  return {
    kind: 'allocation.no_complete_pairing',
    side: smaller.name,
    people: smaller.ids.length,
    maximum,
    because: shortages.flatMap(({ listed, side, other }) =>
      listed.map((shortage) => named(shortage, side, other)),
    ),
    groups: shortages.reduce<number | null>(
      (sum, { total }) => (sum === null || total === null ? null : sum + total),
      0,
    ),
    deficient: shortages.map(({ whole, side, other }) => named(whole, side, other)),
  }
}

const named = (shortage: Shortage, side: Side, other: Side): DeficientGroup => ({
  side: side.name,
  members: shortage.members.map((member) => idAt(side, member)),
  neighbours: shortage.neighbours.map((neighbour) => idAt(other, neighbour)),
})
