/** The independent parts of a draw: what happens in one block has no influence on any other. */
import { movesAtPlaces, sparePlace, waitingPlace } from './moves.ts'
import { loadsOf, type Pairing, type PossiblePairs, takesAt } from './possible-pairs.ts'
import { componentsOf } from './strong-components.ts'

/** Places and candidates that only pair among themselves; `possible` numbers them anew, in their order. */
export type Block = {
  readonly places: readonly number[]
  readonly candidates: readonly number[]
  readonly possible: PossiblePairs
}

/**
 * Which places can exchange their candidates at all?
 *
 * @param pairing  any one of the possible pairings
 * @returns        every place in exactly one block, smallest place first, and within the blocks only pairs that some
 *                 possible pairing has: the possible pairings are all combinations of one pairing for each block.
 *                 Whoever may stay free is in the block of the waiting place, if it has a place at all; and a place
 *                 takes no fewer and no more than in some pairing
 * Method: exact. Two places belong together if a cycle of moves leads through both: the strongly connected components
 * of the moves, in time that grows with the possible pairs. The component of the spare place falls into the parts that
 * share no candidate: as nobody may stay free, each part takes as many in one pairing as in another.
 * Source: Dulmage and Mendelsohn, Can J Math 1958;10:517–34, doi:10.4153/CJM-1958-052-0.
 * Agrees with: full enumeration of graphs up to 6 × 6.
 */
export const blocksOf = (possible: PossiblePairs, pairing: Pairing): readonly Block[] => {
  const blockOf = componentsOf(movesAtPlaces(possible, pairing))
  const waiting = waitingPlace(possible)
  const isWaiting = (place: number) => blockOf[place] === blockOf[waiting]
  const isSharing = (place: number) => blockOf[place] === blockOf[sparePlace(possible)]
  const partOf = partsAt(possible, pairing, isSharing)
  const keyOf = (place: number) => `${blockOf[place]} ${isSharing(place) ? partOf[place] : ''}`
  const places = Map.groupBy(new Array(possible.places).keys(), keyOf)
  const candidates = Map.groupBy(pairing.keys(), (candidate) =>
    keyOf(pairing[candidate] ?? waiting),
  )
  const within = withinPlaces(possible, pairing, { isWaiting, isSharing })
  return [...places].map(([key, some]) => blockFrom(within, some, candidates.get(key) ?? []))
}

type Is = (place: number) => boolean

/** Who may stay free, and what a place takes, only where a cycle of moves makes it so. */
const withinPlaces = (
  possible: PossiblePairs,
  pairing: Pairing,
  { isWaiting, isSharing }: { readonly isWaiting: Is; readonly isSharing: Is },
): PossiblePairs => {
  const loads = loadsOf(possible, pairing)
  const waiting = waitingPlace(possible)
  return {
    ...possible,
    mayStayFree: possible.mayStayFree.map((may, one) => may && isWaiting(pairing[one] ?? waiting)),
    takes: possible.takes?.map((takes, place) => {
      const load = loads[place] ?? 0
      return isSharing(place) ? takes : { least: load, most: load }
    }),
  }
}

const blockFrom = (
  possible: PossiblePairs,
  places: readonly number[],
  candidates: readonly number[],
): Block => {
  const position = new Map(places.map((place, index) => [place, index]))
  const openTo = candidates.map((candidate) =>
    (possible.openTo[candidate] ?? []).flatMap((place) => position.get(place) ?? []),
  )
  const mayStayFree = candidates.map((candidate) => possible.mayStayFree[candidate] === true)
  const takes = possible.takes && places.map((place) => takesAt(possible, place))
  return { places, candidates, possible: { places: places.length, openTo, mayStayFree, takes } }
}

/** For each place the smallest that it is joined with, by candidates who could go from one to the other. */
const partsAt = (possible: PossiblePairs, pairing: Pairing, isSharing: Is): Int32Array => {
  const part = Int32Array.from({ length: possible.places }, (_, place) => place)
  const partOf = (place: number): number => {
    let at = place
    while (part[at] !== at) at = part[at] ?? at
    part[place] = at
    return at
  }
  for (const [candidate, place] of pairing.entries()) {
    if (place === null || !isSharing(place)) continue
    for (const to of (possible.openTo[candidate] ?? []).filter(isSharing)) {
      const [one, other] = [partOf(place), partOf(to)]
      part[Math.max(one, other)] = Math.min(one, other)
    }
  }
  return part.map((_, place) => partOf(place))
}
