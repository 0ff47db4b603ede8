import type { Random } from '../lib/random.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { canCount, countPairings } from './count-pairings.ts'
import { deficientGroups, type Shortage } from './deficient-groups.ts'
import { keepCheapest } from './keep-cheapest.ts'
import { matchPlaces } from './match-places.ts'
import type {
  Allocation,
  AllocationInput,
  AllocationProblem,
  DeficientGroup,
  Nobody,
  NoCompletePairing,
  Tally,
  TooLarge,
} from './model.ts'
import { forcedCandidates } from './moves.ts'
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
} from './possible-pairs.ts'

/** Everything that is known before chance decides: all possible pairings, by number. */
export type Draw = {
  readonly count: bigint
  readonly method: 'exact'
  /** The allocation with this number, from 0 to count − 1. */
  readonly allocationAt: (number: bigint) => Allocation
}

/**
 * Which allocations are possible, and how many?
 *
 * @param input  who takes part, who is willing, who supervises whom and what that means
 * @returns      all pairings that give everybody of the smaller side a partner within the willingness;
 *               with `forbid` those without a supervisor pair, with `avoid` those with the fewest
 *               supervisor pairs; or the problem: nobody on a side, too large, no complete pairing
 * Missing: willingness and supervision of people who do not take part are left out.
 * Method: exact counting (`countPairings`); the order of the input has no influence.
 */
export const prepareDraw = (input: AllocationInput): Result<Draw, AllocationProblem> => {
  const sides = sidesOf(input)
  const problem = sizeProblem(sides)
  if (problem !== null) return fail(problem)
  const possible = possiblePairs(input, sides)
  const filledBy = matchPlaces(candidatesOf(possible))
  const maximum = filledBy.filter((candidate) => candidate !== null).length
  if (maximum < possible.places) return fail(noCompletePairing(sides, possible, maximum))
  const placeOf = new Map(filledBy.map((candidate, place) => [candidate, place]))
  const pairing = possible.openTo.map((_, candidate) => placeOf.get(candidate) ?? null)
  const best =
    input.supervisorRule === 'avoid'
      ? withFewestSupervisors(input, sides, { possible, pairing })
      : possible
  return ok(drawFrom(input, sides, best))
}

/**
 * One allocation, drawn at random.
 *
 * @param random  seeded; the same seed and people give the same allocation on every platform
 * @returns       a draw that is uniform over all allocations of `prepareDraw`, each with 1 / count
 * Method: an unbiased whole number below the count, and the allocation that has this number.
 * @example drawAllocation(draw, createRandom('sheffield')).pairs
 */
export const drawAllocation = (draw: Draw, random: Random): Allocation =>
  draw.allocationAt(random.belowBig(draw.count))

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
  const first = random.belowBig(draw.count)
  const counts = new Map([[first, 1]])
  for (let drawn = 1; drawn < times; drawn += 1) {
    const number = random.belowBig(draw.count)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  const tally = [...counts].map(([number, n]) => {
    const { pairs } = draw.allocationAt(number)
    return { pairs, n, key: pairs.map(keyOf).join() }
  })
  tally.sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
  return {
    first: draw.allocationAt(first),
    tally: tally.map(({ pairs, n }) => ({ pairs, n })),
  }
}

const drawFrom = (input: AllocationInput, sides: Sides, possible: PossiblePairs): Draw => {
  const { count, pairingAt } = countPairings(possible)
  const forced = new Set(forcedCandidates(possible, pairingAt(0n)))
  const supervised = new Set(input.supervised.map(keyOf))
  const allocationAt = (number: bigint): Allocation => {
    const pairing = pairingAt(number)
    const pairs = pairsOf(sides, pairing)
    return {
      count,
      method: 'exact',
      pairs,
      forced: pairsOf(
        sides,
        pairing.map((place, candidate) => (forced.has(candidate) ? place : null)),
      ),
      unpaired: sides.larger.ids.filter((_, candidate) => pairing[candidate] === null),
      supervisorPairs: pairs.filter((pair) => supervised.has(keyOf(pair))).length,
    }
  }
  return { count, method: 'exact', allocationAt }
}

/** `avoid`: a supervisor pair costs one, so that the cheapest pairings have the fewest. */
const withFewestSupervisors = (
  input: AllocationInput,
  sides: Sides,
  { possible, pairing }: { readonly possible: PossiblePairs; readonly pairing: Pairing },
): PossiblePairs => {
  const supervised = new Set(input.supervised.map(keyOf))
  return keepCheapest(possible, pairing, (candidate, place) =>
    supervised.has(keyOf(pairAt(sides, candidate, place))) ? 1 : 0,
  )
}

const sizeProblem = ({ smaller, larger }: Sides): Nobody | TooLarge | null => {
  if (smaller.ids.length === 0) return { kind: 'allocation.nobody', side: smaller.name }
  if (canCount(smaller.ids.length, larger.ids.length)) return null
  let possible = smaller.ids.length
  while (possible > 0 && !canCount(possible, larger.ids.length)) possible -= 1
  return {
    kind: 'allocation.too_large',
    smaller: { side: smaller.name, people: smaller.ids.length },
    larger: { side: larger.name, people: larger.ids.length },
    possible,
  }
}

/** The smaller side is to be paired completely; where both are equal, both are. */
const noCompletePairing = (
  { smaller, larger }: Sides,
  possible: PossiblePairs,
  maximum: number,
): NoCompletePairing => {
  const ofSmaller = deficientGroups(candidatesOf(possible))
  const both = smaller.ids.length === larger.ids.length
  const ofLarger = both ? deficientGroups(possible.openTo) : { listed: [], total: 0 }
  const because = [
    ...ofSmaller.listed.map((shortage) => named(shortage, smaller, larger)),
    ...ofLarger.listed.map((shortage) => named(shortage, larger, smaller)),
  ]
  return {
    kind: 'allocation.no_complete_pairing',
    side: smaller.name,
    people: smaller.ids.length,
    maximum,
    because,
    groups: ofSmaller.total + ofLarger.total,
  }
}

const named = (shortage: Shortage, side: Side, other: Side): DeficientGroup => ({
  side: side.name,
  members: shortage.members.map((member) => idAt(side, member)),
  neighbours: shortage.neighbours.map((neighbour) => idAt(other, neighbour)),
})
