/**
 * The same possible pairs, seen as seats: exactly one sitter takes each seat, and each sitter takes from `least` to `most`
 * of them. Where every place takes a fixed number, it has so many seats, and the candidates are the sitters. Else nobody
 * may stay free, so that each candidate is a seat, and the places are the sitters.
 */
import { matchPlaces } from './match-places.ts'
import {
  candidatesOf,
  type Pairing,
  type PossiblePairs,
  type Takes,
  takesAt,
} from './possible-pairs.ts'

export type Seats = {
  /** For each seat who could take it. */
  readonly sitters: readonly (readonly number[])[]
  /** For each sitter. */
  readonly takes: readonly Takes[]
}

/** For each seat who takes it. */
export type TakenBy = ArrayLike<number>

export type Seating = Seats & { readonly pairingFrom: (takenBy: TakenBy) => Pairing }

/** Whether every place takes as many in one pairing as in another. */
export const isFixed = ({ takes }: PossiblePairs): boolean =>
  takes === undefined || takes.every(({ least, most }) => least === most)

/** For each seat of the places, its place. */
export const placesOfSeats = (possible: PossiblePairs): readonly number[] =>
  Array.from({ length: possible.places }, (_, place) =>
    new Array<number>(takesAt(possible, place).most).fill(place),
  ).flat()

export const seatingOf = (possible: PossiblePairs): Seating =>
  isFixed(possible) ? seatsInPlaces(possible) : seatForEachCandidate(possible)

const seatsInPlaces = (possible: PossiblePairs): Seating => {
  const candidates = candidatesOf(possible)
  const placeOf = placesOfSeats(possible)
  return {
    sitters: placeOf.map((place) => candidates[place] ?? []),
    takes: possible.mayStayFree.map((may) => ({ least: may ? 0 : 1, most: 1 })),
    pairingFrom: (takenBy) => {
      const pairing = new Array<number | null>(possible.openTo.length).fill(null)
      for (const [seat, place] of placeOf.entries()) pairing[takenBy[seat] ?? 0] = place
      return pairing
    },
  }
}

const seatForEachCandidate = (possible: PossiblePairs): Seating => ({
  sitters: possible.openTo,
  takes: Array.from({ length: possible.places }, (_, place) => takesAt(possible, place)),
  pairingFrom: (takenBy) => Array.from(takenBy),
})

/**
 * Any way to take all seats, or null where there is none. Sitters who have to take seats get them first; a matching only
 * grows from there, so that they keep as many (Mendelsohn and Dulmage, Can J Math 1958;10:230–41, doi:10.4153/CJM-1958-027-8).
 */
export const takeSeats = ({ sitters, takes }: Seats): readonly number[] | null => {
  const owners = takes.flatMap(({ most }, sitter) => new Array<number>(most).fill(sitter))
  const copies = Map.groupBy(owners.keys(), (copy) => owners[copy] ?? 0)
  const open = sitters.map((some) => some.flatMap((sitter) => copies.get(sitter) ?? []))
  const start = owners.length === sitters.length ? [] : takeRequired({ sitters, takes }, copies)
  if (start === null) return null
  const taken = matchPlaces(open, start)
  return taken.includes(null) ? null : taken.map((copy) => owners[copy ?? 0] ?? 0)
}

/** For each seat the copy of a sitter who has to take one; null: not all of them can. */
const takeRequired = (
  { sitters, takes }: Seats,
  copies: ReadonlyMap<number, readonly number[]>,
): readonly (number | null)[] | null => {
  const required = takes.flatMap(({ least }, sitter) =>
    (copies.get(sitter) ?? []).slice(0, least).map((copy) => ({ copy, sitter })),
  )
  const seatsOf = candidatesOf({ places: takes.length, openTo: sitters })
  const seatTaken = matchPlaces(required.map(({ sitter }) => seatsOf[sitter] ?? []))
  if (seatTaken.includes(null)) return null
  const start = new Array<number | null>(sitters.length).fill(null)
  for (const [index, { copy }] of required.entries()) start[seatTaken[index] ?? 0] = copy
  return start
}

export const completePairing = (possible: PossiblePairs): Pairing | null => {
  const seating = seatingOf(possible)
  const takenBy = takeSeats(seating)
  return takenBy === null ? null : seating.pairingFrom(takenBy)
}
