/**
 * Fewer possibilities, such that the complete pairings of the result are exactly the cheapest complete
 * pairings of what was given.
 *
 * @param found      what is possible, and any one of the possible pairings
 * @param cost       what it costs that a candidate fills a place, a whole number; waiting costs nothing
 * @param firstCost  what it costs besides that a place that may stay empty takes anybody at all: 0 or less
 * @returns          one of the cheapest pairings, and what is possible for all of them: places as before, fewer
 *                   possibilities; a candidate whom every cheapest pairing needs may no longer stay free, and a place
 *                   takes no fewer and no more than in some cheapest pairing
 * Method: exact. While a cycle of moves makes the pairing cheaper, it is made (Klein 1967). Then the
 * shortest distances between places are prices: every move costs at least the difference of the
 * prices at its ends, so that a cycle of moves costs nothing exactly if each of its moves costs that
 * difference. Those moves are kept (complementary slackness). The price of the spare place above that of a place says
 * how many it takes: all that cost less, and as many as you like of those that cost just that.
 * Source: Klein, Manage Sci 1967;14:205–20, doi:10.1287/mnsc.14.3.205.
 * Agrees with: full enumeration of graphs up to 6 × 6, and the derangements of 20 for everybody's own
 * supervisor avoided.
 */
import { type Move, movesFrom, sparePlace, waitingPlace } from './moves.ts'
import {
  type Found,
  loadsOf,
  type Pairing,
  type PossiblePairs,
  type Takes,
  takesAt,
} from './possible-pairs.ts'

export type Cost = (candidate: number, place: number) => number

export const keepCheapest = ({ possible, pairing }: Found, cost: Cost, firstCost = 0): Found => {
  const [waiting, spare] = [waitingPlace(possible), sparePlace(possible)]
  const costAt: Cost = (candidate, place) => (place === waiting ? 0 : cost(candidate, place))
  const costOf: CostOfMove = ({ candidate, from, to }, loads) => {
    if (candidate !== null) return costAt(candidate, to) - costAt(candidate, from)
    if (to === spare) return loads[from] === 0 ? firstCost : 0
    return loads[to] === 1 ? -firstCost : 0
  }
  const { best, prices } = cheapest(possible, pairing, costOf)
  const isKept = (candidate: number, to: number): boolean => {
    const from = best[candidate] ?? waiting
    const difference = priceOf(prices, to) - priceOf(prices, from)
    return difference === costAt(candidate, to) - costAt(candidate, from)
  }
  const takesFor = (place: number): Takes => {
    const price = priceOf(prices, spare) - priceOf(prices, place)
    return takesAtPrice(takesAt(possible, place), firstCost, price)
  }
  const kept = {
    places: possible.places,
    openTo: possible.openTo.map((open, candidate) => open.filter((to) => isKept(candidate, to))),
    mayStayFree: possible.mayStayFree.map((may, candidate) => may && isKept(candidate, waiting)),
    takes: possible.takes?.map((_, place) => takesFor(place)),
  }
  return { possible: kept, pairing: best }
}

const takesAtPrice = ({ least, most }: Takes, firstCost: number, price: number): Takes => {
  const costs = Array.from({ length: most - least }, (_, k) => (least + k === 0 ? firstCost : 0))
  return {
    least: least + costs.filter((cost) => cost < price).length,
    most: least + costs.filter((cost) => cost <= price).length,
  }
}

type CostOfMove = (move: Move, loads: Int32Array) => number
type Best = { readonly best: Pairing; readonly prices: readonly number[] }

const cheapest = (possible: PossiblePairs, pairing: Pairing, costOf: CostOfMove): Best => {
  let best = pairing
  for (;;) {
    const loads = loadsOf(possible, best)
    const moves = movesFrom(possible, best).map((move) => ({ ...move, cost: costOf(move, loads) }))
    const { prices, cheaper } = priced(moves, sparePlace(possible))
    if (cheaper.length === 0) return { best, prices }
    best = afterMoves(possible, best, cheaper)
  }
}

const afterMoves = ({ places }: PossiblePairs, pairing: Pairing, moves: readonly Move[]) => {
  const moved = [...pairing]
  for (const { candidate, to } of moves) {
    if (candidate !== null) moved[candidate] = to < places ? to : null
  }
  return moved
}

type PricedMove = Move & { readonly cost: number }
type Priced = { readonly prices: readonly number[]; readonly cheaper: readonly Move[] }

/** Bellman–Ford from everywhere at once: distances, or a cycle of moves that costs less than nothing. */
const priced = (moves: readonly PricedMove[], lastPlace: number): Priced => {
  const prices = new Array<number>(lastPlace + 1).fill(0)
  const cameBy = new Map<number, Move>()
  let changed: number | null = null
  for (let round = 0; round <= lastPlace + 1; round += 1) {
    changed = null
    for (const move of moves) {
      const price = priceOf(prices, move.from) + move.cost
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
