/** Every complete pairing counted, and each of them reached by its number. */
import { type Pairing, type PossiblePairs, type Takes, takesAt } from './possible-pairs.ts'
import { waysOfLoads } from './ways-of-loads.ts'
import { waysOfSets } from './ways-of-sets.ts'
import { emptyTable, mostPassedIn, type WaysTable, waysFrom } from './ways-table.ts'

/** One number is kept for each state: 24 × 24 people have 2²⁴ and take 0.2 GB and about half a second. */
const mostStates = 2 ** 25
const mostTakings = 2 ** 24
const mostPlaces = 24

export const canCount = (possible: PossiblePairs): boolean => {
  if (possible.places > mostPlaces) return false
  const taken = Array.from({ length: possible.places }, (_, place) => takesAt(possible, place))
  const takings = taken.reduce((product, { most }) => product * (most + 1), 1)
  return takings <= mostTakings && (mostPassedIn(possible) + 1) * takings <= mostStates
}

export type CountedPairings = {
  readonly count: bigint
  /** The pairing with this number, from 0 to count − 1; each pairing has exactly one number. */
  readonly pairingAt: (number: bigint) => Pairing
}

/**
 * How many pairings give each place as many of its candidates as it takes, no candidate twice?
 *
 * @param possible  within `canCount`
 * @returns         the count, and the pairings by number: a number drawn uniformly below the count
 *                  is a pairing drawn uniformly from all
 * Ties: none. Method: exact. Dynamic programme: candidates take their turn in order, a state says how many each place
 * has taken and how many candidates were passed over, and keeps the number of ways to finish. Time and memory grow with
 * (candidates passed over + 1) times the product of (most that a place takes + 1).
 * Source: Held and Karp, J SIAM 1962;10:196–210, doi:10.1137/0110015 (subsets);
 * Nijenhuis and Wilf, Combinatorial Algorithms, 2nd edition, 1978 (selection by counting).
 * Agrees with: full enumeration of graphs up to 6 × 6, n! and the derangements of 20 (OEIS A000166).
 * @example countPairings({ places: 2, openTo: [[0, 1], [0, 1], [1]], mayStayFree: [true, true, true] }).count // 4n
 */
export const countPairings = (possible: PossiblePairs): CountedPairings => {
  const table = emptyTable(possible)
  if (possible.takes?.every(isOne) ?? true) waysOfSets(table)
  else waysOfLoads(table)
  const count = waysFrom(table, 0)
  const pairingAt = (number: bigint): Pairing => {
    if (number < 0n || number >= count) throw new RangeError(`no pairing has the number ${number}`)
    return walk(table, number)
  }
  return { count, pairingAt }
}

const isOne = ({ least, most }: Takes): boolean => least === 1 && most === 1

/** From the first candidate to the last: the number says which of the ways to go on is taken. */
const walk = (table: WaysTable, number: bigint): Pairing => {
  let state = 0
  let left = number
  return table.possible.openTo.map((_, turn) => {
    for (const step of stepsFrom(table, state, turn)) {
      const ways = waysFrom(table, step.state)
      if (left < ways) {
        state = step.state
        return step.place
      }
      left -= ways
    }
    throw new Error('the table of pairings contradicts itself')
  })
}

type Step = { readonly state: number; readonly place: number | null }

/** First to pass over, then the places in their order. */
const stepsFrom = (table: WaysTable, state: number, turn: number): readonly Step[] => {
  const { possible, weights, takings, mostPassed } = table
  const filling = (possible.openTo[turn] ?? []).flatMap((place) => {
    const [weight = 1, { most }] = [weights[place], takesAt(possible, place)]
    const isFull = Math.floor((state % takings) / weight) % (most + 1) === most
    return isFull ? [] : [{ state: state + weight, place }]
  })
  const passes = possible.mayStayFree[turn] === true && state < mostPassed * takings
  return passes ? [{ state: state + takings, place: null }, ...filling] : filling
}
