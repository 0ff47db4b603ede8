/** How chance decides within one block, by the method that its size and shape allow. */
import type { Random } from '../../lib/random.ts'
import { type ChainDiagnostics, walkFrom } from './chain-draw.ts'
import { type CountedPairings, canCount, countPairings } from './count-pairings.ts'
import { candidatesOf, type Pairing, type PossiblePairs, takesAt } from './possible-pairs.ts'
import { isFixed, type Seating, seatingOf } from './seating.ts'
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

export const prepareBlock = (possible: PossiblePairs): BlockDraw => {
  if (isBetterTurned(possible)) return turnBack(prepareBlock(turned(possible)), possible.openTo)
  if (canCount(possible)) return { method: 'exact', ...countPairings(possible) }
  const seating = seatingOf(possible)
  const openings = seating.sitters.map(({ length }) => length)
  const isLikely = logShareOfFits(openings, possible.openTo.length) >= leastLogShare
  if (isFixed(possible) && isLikely)
    return { method: 'rejection', draw: (random) => drawByShuffling(seating, random) }
  return { method: 'chain', draw: (random) => drawByWalking(seating, random) }
}

const drawByWalking = (seating: Seating, random: Random): Drawn => ({
  method: 'chain',
  ...walkFrom(seating, random),
})

/** Where the pairs that are excluded are so arranged that no shuffle fits, the chain walks after all. */
const drawByShuffling = (seating: Seating, random: Random): Drawn => {
  const sitters = seating.sitters.map((some) => new Set(some))
  const deal = {
    places: sitters.length,
    candidates: seating.takes.length,
    isPossible: (candidate: number, seat: number) => sitters[seat]?.has(candidate) === true,
    mayStayFree: (candidate: number) => seating.takes[candidate]?.least === 0,
  }
  const takenBy = shuffleAndReject(deal, random, mostShuffles)
  if (takenBy === null) return drawByWalking(seating, random)
  return { method: 'rejection', pairing: seating.pairingFrom(takenBy), diagnostics: null }
}

/** Where nobody takes more than one, but some places may stay empty, candidates and places can change parts. */
const isBetterTurned = (possible: PossiblePairs): boolean =>
  !isFixed(possible) && (possible.takes ?? []).every(({ most }) => most <= 1)

const turned = (possible: PossiblePairs): PossiblePairs => {
  const candidates = candidatesOf(possible)
  return {
    places: possible.openTo.length,
    openTo: candidates,
    mayStayFree: candidates.map((_, place) => takesAt(possible, place).least === 0),
  }
}

const turnBack = (draw: BlockDraw, candidates: readonly unknown[]): BlockDraw => {
  const back = (pairing: Pairing): Pairing => {
    const turnedBack = candidates.map((): number | null => null)
    for (const [place, candidate] of pairing.entries()) {
      if (candidate !== null) turnedBack[candidate] = place
    }
    return turnedBack
  }
  if (draw.method === 'exact')
    return { ...draw, pairingAt: (number) => back(draw.pairingAt(number)) }
  const drawn = (random: Random): Drawn => {
    const one = draw.draw(random)
    return { ...one, pairing: back(one.pairing) }
  }
  return { method: draw.method, draw: drawn }
}
