/**
 * How one pairing becomes another: people move round in cycles, each to the place that the next one leaves. All who have
 * no place wait together in one more, `waiting`. Where a place may take one more or one fewer, a row of moves from place
 * to place is a cycle too, closed by moves of nobody through `spare`: the place at its end keeps one more, and the
 * place at its beginning gives one up. Every other pairing is reached from this one by such cycles, and every such
 * cycle gives another pairing.
 */
import { loadsOf, type Pairing, type PossiblePairs, takesAt } from './possible-pairs.ts'

export type Move = {
  /** Null: nobody moves, a place only keeps one more or gives one up. */
  readonly candidate: number | null
  readonly from: number
  readonly to: number
}

export const waitingPlace = ({ places }: PossiblePairs): number => places
export const sparePlace = ({ places }: PossiblePairs): number => places + 1

export const movesFrom = (possible: PossiblePairs, pairing: Pairing): Move[] => {
  const waiting = waitingPlace(possible)
  const moves = possible.openTo.flatMap((open, candidate) => {
    const from = pairing[candidate] ?? waiting
    const destinations = possible.mayStayFree[candidate] ? [...open, waiting] : open
    return destinations.filter((to) => to !== from).map((to): Move => ({ candidate, from, to }))
  })
  return possible.takes === undefined ? moves : [...moves, ...spareMoves(possible, pairing)]
}

const spareMoves = (possible: PossiblePairs, pairing: Pairing): Move[] => {
  const spare = sparePlace(possible)
  return [...loadsOf(possible, pairing).entries()].flatMap(([place, load]) => {
    const { least, most } = takesAt(possible, place)
    return [
      ...(load < most ? [{ candidate: null, from: place, to: spare }] : []),
      ...(load > least ? [{ candidate: null, from: spare, to: place }] : []),
    ]
  })
}

/** For each place, then the waiting and the spare one, the places to which somebody could move from there. */
export const movesAtPlaces = (possible: PossiblePairs, pairing: Pairing): readonly number[][] => {
  const to: number[][] = Array.from({ length: possible.places + 2 }, () => [])
  for (const move of movesFrom(possible, pairing)) to[move.from]?.push(move.to)
  return to
}
