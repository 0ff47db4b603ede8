/** A pairing by shuffling until it fits: for draws in which few pairs are excluded, at any size. */
import type { Random } from '../../lib/random.ts'

/** Places that are filled by exactly one candidate each. */
export type Deal = {
  readonly places: number
  readonly candidates: number
  readonly isPossible: (candidate: number, place: number) => boolean
  /** Whether a pairing may leave this candidate without a place. */
  readonly mayStayFree: (candidate: number) => boolean
}

/**
 * One pairing, drawn uniformly from all that are possible.
 *
 * @param mostShuffles  after so many without success it gives up; this is then no statement about what is possible
 * @returns             for each place its candidate; null: given up
 * Method: exact. Candidates are dealt to the places in an order of chance; at the first pair that is not possible
 * everything is dealt anew. All ways to deal are equally likely, so those that are kept are, too.
 * Source: von Neumann, Natl Bur Stand Appl Math Ser 1951;12:36–8 (rejection).
 * Agrees with: full enumeration (chi-square); the share of derangements, 1/e.
 */
export const shuffleAndReject = (
  deal: Deal,
  random: Random,
  mostShuffles: number,
): Int32Array | null => {
  const order = Int32Array.from({ length: deal.candidates }, (_, candidate) => candidate)
  for (let shuffle = 0; shuffle < mostShuffles; shuffle += 1) {
    if (dealOnce(deal, order, random)) return order.slice(0, deal.places)
  }
  return null
}

/** Fisher–Yates from the front, as far as it fits. Whatever order was left behind, the next one is uniform again. */
const dealOnce = (deal: Deal, order: Int32Array, random: Random): boolean => {
  for (let place = 0; place < deal.places; place += 1) {
    const from = place + random.below(deal.candidates - place)
    const candidate = order[from] ?? 0
    order[from] = order[place] ?? 0
    order[place] = candidate
    if (!deal.isPossible(candidate, place)) return false
  }
  return order.subarray(deal.places).every(deal.mayStayFree)
}

/**
 * The share of shuffles that fit, roughly: as if each place asked for itself. As a natural logarithm.
 *
 * @param openings  for each place how many candidates could fill it
 */
export const logShareOfFits = (openings: readonly number[], candidates: number): number =>
  openings.reduce((sum, open) => sum + Math.log(open / candidates), 0)
