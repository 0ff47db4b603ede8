/**
 * How one pairing becomes another: people move round in cycles, each to the place that the next one
 * leaves. All who have no place wait together in one more, `waiting`. Every other pairing is reached
 * from this one by such cycles, and every such cycle gives another pairing.
 */
import type { Pairing, PossiblePairs } from './possible-pairs.ts'

export type Move = { readonly candidate: number; readonly from: number; readonly to: number }

export const waitingPlace = ({ places }: PossiblePairs): number => places

export const movesFrom = (possible: PossiblePairs, pairing: Pairing): Move[] => {
  const waiting = waitingPlace(possible)
  return possible.openTo.flatMap((open, candidate) => {
    const from = pairing[candidate] ?? waiting
    const destinations = possible.mayStayFree[candidate] ? [...open, waiting] : open
    return destinations.filter((to) => to !== from).map((to) => ({ candidate, from, to }))
  })
}

/** For each place, the waiting one last, the places to which somebody could move from there. */
export const movesAtPlaces = (possible: PossiblePairs, pairing: Pairing): readonly number[][] => {
  const to: number[][] = Array.from({ length: possible.places + 1 }, () => [])
  for (const move of movesFrom(possible, pairing)) to[move.from]?.push(move.to)
  return to
}
