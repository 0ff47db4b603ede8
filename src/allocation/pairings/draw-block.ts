/** How chance decides within one block, by the method that its size and shape allow. */
import type { Random } from '../../lib/random.ts'
import type { Block } from './blocks.ts'
import { type ChainDiagnostics, walkFrom } from './chain-draw.ts'
import { type CountedPairings, canCount, countPairings } from './count-pairings.ts'
import { candidatesOf, type Pairing, type PossiblePairs, pairingOf } from './possible-pairs.ts'
import { logShareOfFits, shuffleAndReject } from './shuffle-and-reject.ts'

export type BlockDraw =
  /** All pairings of the block, by number. */
  | ({ readonly method: 'exact' } & CountedPairings)
  | { readonly method: 'rejection' | 'chain'; readonly draw: (random: Random) => Drawn }

export type Drawn = {
  readonly method: 'rejection' | 'chain'
  readonly pairing: Pairing
  /** Of the chain; null: no chain was needed. */
  readonly diagnostics: ChainDiagnostics | null
}

/** Shuffling is tried where one of about a thousand shuffles fits, or more. */
const leastLogShare = Math.log(1e-3)
/** With a share of 1 in 1,000 this many shuffles all fail once in e²⁰ draws. */
const mostShuffles = 20_000

export const prepareBlock = ({ possible, candidates }: Block): BlockDraw => {
  if (canCount(possible.places, candidates.length))
    return { method: 'exact', ...countPairings(possible) }
  const openings = candidatesOf(possible).map(({ length }) => length)
  if (logShareOfFits(openings, candidates.length) >= leastLogShare)
    return { method: 'rejection', draw: (random) => drawByShuffling(possible, random) }
  return { method: 'chain', draw: (random) => drawByWalking(possible, random) }
}

const drawByWalking = (possible: PossiblePairs, random: Random): Drawn => ({
  method: 'chain',
  ...walkFrom(possible, random),
})

/** Where the pairs that are excluded are so arranged that no shuffle fits, the chain walks after all. */
const drawByShuffling = (possible: PossiblePairs, random: Random): Drawn => {
  const open = possible.openTo.map((places) => new Set(places))
  const seats = {
    places: possible.places,
    candidates: possible.openTo.length,
    isPossible: (candidate: number, place: number) => open[candidate]?.has(place) === true,
    mayStayFree: (candidate: number) => possible.mayStayFree[candidate] === true,
  }
  const filledBy = shuffleAndReject(seats, random, mostShuffles)
  if (filledBy === null) return drawByWalking(possible, random)
  return { method: 'rejection', pairing: pairingOf(possible, filledBy), diagnostics: null }
}
