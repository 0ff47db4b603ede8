/**
 * Fewer possibilities, such that the complete pairings of the result are exactly the cheapest complete
 * pairings of what was given.
 *
 * @param cost      what it costs that a candidate fills a place, a whole number; waiting costs nothing
 * @param pairing   any one of the possible pairings
 * @returns         one of the cheapest pairings, and what is possible for all of them: places as before, fewer possibilities; a candidate whom every cheapest pairing needs
 *                  may no longer stay free
 * Method: exact. While a cycle of moves makes the pairing cheaper, it is made (Klein 1967). Then the
 * shortest distances between places are prices: every move costs at least the difference of the
 * prices at its ends, so that a cycle of moves costs nothing exactly if each of its moves costs that
 * difference. Those moves are kept (complementary slackness).
 * Source: Klein, Manage Sci 1967;14:205–20, doi:10.1287/mnsc.14.3.205.
 * Agrees with: full enumeration of graphs up to 6 × 6, and the derangements of 20 for everybody's own
 * supervisor avoided.
 */
import { type Move, movesFrom, waitingPlace } from './moves.ts'
import type { Pairing, PossiblePairs } from './possible-pairs.ts'

export type Cost = (candidate: number, place: number) => number

export const keepCheapest = (
  possible: PossiblePairs,
  pairing: Pairing,
  cost: Cost,
): { readonly possible: PossiblePairs; readonly pairing: Pairing } => {
  const waiting = waitingPlace(possible)
  const costAt: Cost = (candidate, place) => (place === waiting ? 0 : cost(candidate, place))
  const costOf = ({ candidate, from, to }: Move): number =>
    costAt(candidate, to) - costAt(candidate, from)
  const { best, prices } = cheapest(possible, pairing, costOf)
  const isKept = (candidate: number, to: number): boolean => {
    const from = best[candidate] ?? waiting
    return priceOf(prices, to) - priceOf(prices, from) === costOf({ candidate, from, to })
  }
  const kept = {
    places: possible.places,
    openTo: possible.openTo.map((open, candidate) => open.filter((to) => isKept(candidate, to))),
    mayStayFree: possible.mayStayFree.map((may, candidate) => may && isKept(candidate, waiting)),
  }
  return { possible: kept, pairing: best }
}

type CostOfMove = (move: Move) => number
type Best = { readonly best: Pairing; readonly prices: readonly number[] }

const cheapest = (possible: PossiblePairs, pairing: Pairing, costOf: CostOfMove): Best => {
  const best = [...pairing]
  for (;;) {
    const { prices, cheaper } = priced(movesFrom(possible, best), waitingPlace(possible), costOf)
    if (cheaper.length === 0) return { best, prices }
    for (const { candidate, to } of cheaper) best[candidate] = to < possible.places ? to : null
  }
}

type Priced = { readonly prices: readonly number[]; readonly cheaper: readonly Move[] }

/** Bellman–Ford from everywhere at once: distances, or a cycle of moves that costs less than nothing. */
const priced = (moves: readonly Move[], lastPlace: number, costOf: CostOfMove): Priced => {
  const prices = new Array<number>(lastPlace + 1).fill(0)
  const cameBy = new Map<number, Move>()
  let changed: number | null = null
  for (let round = 0; round <= lastPlace + 1; round += 1) {
    changed = null
    for (const move of moves) {
      const price = priceOf(prices, move.from) + costOf(move)
      if (price >= priceOf(prices, move.to)) continue
      prices[move.to] = price
      cameBy.set(move.to, move)
      changed = move.to
    }
    if (changed === null) return { prices, cheaper: [] }
  }
  return { prices, cheaper: cycleBefore(cameBy, changed ?? 0) }
}

/** Going back as often as there are places ends inside the cycle. */
const cycleBefore = (cameBy: ReadonlyMap<number, Move>, start: number): Move[] => {
  let inside = start
  for (let step = 0; step <= cameBy.size; step += 1) inside = cameBy.get(inside)?.from ?? inside
  const cycle: Move[] = []
  let at = inside
  do {
    const move = cameBy.get(at)
    if (move === undefined) throw new Error('a cheaper cycle of moves is not closed')
    cycle.push(move)
    at = move.from
  } while (at !== inside)
  return cycle
}

const priceOf = (prices: readonly number[], place: number): number => prices[place] ?? 0
