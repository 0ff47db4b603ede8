/** Why not everybody can be paired, with names. */
import type { DeficientGroup, NoCompletePairing } from './model.ts'
import { deficientGroups, type Shortage } from './pairings/deficient-groups.ts'
import {
  candidatesOf,
  idAt,
  type PossiblePairs,
  type Side,
  type Sides,
  seatsOf,
} from './pairings/possible-pairs.ts'

/**
 * The side with fewer seats is to be filled; where both have as many, both are.
 *
 * @param maximum  the most pairs that can be had at once
 */
export const noCompletePairing = (
  sides: Sides,
  possible: PossiblePairs,
  maximum: number,
): NoCompletePairing => {
  const { places, candidates, filled } = sides
  const other = filled === places ? candidates : places
  const sidesToFill = seatsOf(filled) === seatsOf(other) ? [filled, other] : [filled]
  const shortages = sidesToFill.map((side) => shortagesOf(side, sides, possible))
  const people = filled.ids.length
  const seats = seatsOf(filled)
  return {
    kind: 'allocation.no_complete_pairing',
    ...{ side: filled.name, people, maximum },
    ...(seats === people ? {} : { seats }),
    because: shortages.flatMap(({ listed }) => listed),
    groups: shortages.reduce<number | null>(
      (sum, { total }) => (sum === null || total === null ? null : sum + total),
      0,
    ),
    deficient: shortages.map(({ whole }) => whole),
  }
}

const shortagesOf = (side: Side, { places, candidates }: Sides, possible: PossiblePairs) => {
  const isPlaces = side === places
  const shared = possible.takes === undefined ? undefined : places.most
  const { listed, total, whole } = deficientGroups({
    partners: isPlaces ? candidatesOf(possible) : possible.openTo,
    needed: isPlaces ? shared : undefined,
    given: isPlaces ? undefined : shared,
  })
  const between = { side, other: isPlaces ? candidates : places, isShared: shared !== undefined }
  const namedGroup = (shortage: Shortage) => named(shortage, between)
  return { listed: listed.map(namedGroup), total, whole: namedGroup(whole) }
}

type Between = { readonly side: Side; readonly other: Side; readonly isShared: boolean }

const named = (
  { members, neighbours }: Shortage,
  { side, other, isShared }: Between,
): DeficientGroup => ({
  side: side.name,
  members: members.map((member) => idAt(side, member)),
  neighbours: neighbours.map((neighbour) => idAt(other, neighbour)),
  ...(isShared ? { needed: seatsIn(side, members), available: seatsIn(other, neighbours) } : {}),
})

const seatsIn = ({ most }: Side, some: readonly number[]): number =>
  some.reduce((sum, one) => sum + (most[one] ?? 0), 0)
