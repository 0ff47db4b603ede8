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

/**
 * The candidates whose place is the same in every possible pairing.
 *
 * @param pairing  any one of the possible pairings
 * Method: a candidate can leave their place exactly if a cycle of moves leads through it.
 */
export const forcedCandidates = (possible: PossiblePairs, pairing: Pairing): number[] => {
  const moves = movesFrom(possible, pairing)
  return [...pairing.entries()]
    .filter(([, place]) => place !== null && !leadsBack(moves, place))
    .map(([candidate]) => candidate)
}

const leadsBack = (moves: readonly Move[], start: number): boolean => {
  const reached = new Set<number>()
  const next = [start]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const { from, to } of moves) {
      if (from !== at || reached.has(to)) continue
      reached.add(to)
      next.push(to)
    }
  }
  return reached.has(start)
}
