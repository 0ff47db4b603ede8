import { matchPlaces } from './match-places.ts'
import { candidatesOf, type Pairing, type PossiblePairs } from './possible-pairs.ts'
import { placesOfSeats } from './seating.ts'

/**
 * Any of the pairings with the most pairs; and of these, one with the most people where places need not be filled: the
 * first seat of each is taken first, and a matching only grows from there.
 */
export const fullestPairing = (
  possible: PossiblePairs,
): { readonly pairing: Pairing; readonly pairs: number } => {
  const candidates = candidatesOf(possible)
  const placeOf = placesOfSeats(possible)
  const open = placeOf.map((place) => candidates[place] ?? [])
  const first = open.map((some, seat) => (placeOf[seat - 1] === placeOf[seat] ? [] : some))
  const takenBy = matchPlaces(open, possible.takes === undefined ? [] : matchPlaces(first))
  const pairing = new Array<number | null>(possible.openTo.length).fill(null)
  for (const [seat, candidate] of takenBy.entries()) {
    if (candidate !== null) pairing[candidate] = placeOf[seat] ?? null
  }
  return { pairing, pairs: takenBy.filter((candidate) => candidate !== null).length }
}
