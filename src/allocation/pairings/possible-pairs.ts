/** Who can be paired with whom, by position: what the counting needs, without names. */
import type { AllocationInput, Pair, SideName } from '../model.ts'

/** Places are the people of the smaller side; each is filled by one candidate, of the larger side. */
export type PossiblePairs = {
  readonly places: number
  /** For each candidate the places they could fill, ascending. */
  readonly openTo: readonly (readonly number[])[]
  /** For each candidate whether a pairing may leave them without a place. */
  readonly mayStayFree: readonly boolean[]
}

/** For each candidate the place they fill; null = none. */
export type Pairing = readonly (number | null)[]

export type Side = { readonly name: SideName; readonly ids: readonly string[] }
export type Sides = { readonly smaller: Side; readonly larger: Side }

/** In the order of the ids, so that the order of the input rows cannot matter. */
export const sidesOf = (input: AllocationInput): Sides => {
  const mentors: Side = { name: 'mentors', ids: [...new Set(input.mentors)].sort() }
  const mentees: Side = { name: 'mentees', ids: [...new Set(input.mentees)].sort() }
  if (mentors.ids.length < mentees.ids.length) return { smaller: mentors, larger: mentees }
  return { smaller: mentees, larger: mentors }
}

export const possiblePairs = (input: AllocationInput, sides: Sides): PossiblePairs => {
  const supervised = input.supervisorRule === 'forbid' ? input.supervised : []
  const forbidden = new Set([...supervised, ...(input.excluded ?? [])].map(keyOf))
  const { smaller, larger } = sides
  const placeOf = new Map(smaller.ids.map((id, place) => [id, place]))
  const candidateOf = new Map(larger.ids.map((id, candidate) => [id, candidate]))
  const openTo = larger.ids.map(() => new Set<number>())
  const allowed = input.willing.filter(
    (pair) => forbidden.size === 0 || !forbidden.has(keyOf(pair)),
  )
  for (const { mentor, mentee } of allowed) {
    const [one, other] = larger.name === 'mentors' ? [mentor, mentee] : [mentee, mentor]
    const [candidate, place] = [candidateOf.get(one), placeOf.get(other)]
    if (candidate !== undefined && place !== undefined) openTo[candidate]?.add(place)
  }
  return {
    places: smaller.ids.length,
    openTo: openTo.map((open) => [...open].sort((a, b) => a - b)),
    mayStayFree: larger.ids.map(() => smaller.ids.length < larger.ids.length),
  }
}

/** The same relation seen from the other side: for each place its candidates, ascending. */
export const candidatesOf = ({ places, openTo }: PossiblePairs): number[][] => {
  const candidates: number[][] = Array.from({ length: places }, () => [])
  for (const [candidate, open] of openTo.entries()) {
    for (const place of open) candidates[place]?.push(candidate)
  }
  return candidates
}

/** Who fills which place, seen from the candidates. */
export const pairingOf = ({ openTo }: PossiblePairs, filledBy: Int32Array): Pairing => {
  const pairing: (number | null)[] = openTo.map(() => null)
  for (const [place, candidate] of filledBy.entries()) pairing[candidate] = place
  return pairing
}

/** The names back, in the order of the mentors. */
export const pairsOf = (sides: Sides, pairing: Pairing): Pair[] =>
  pairing
    .flatMap((place, candidate) => (place === null ? [] : [pairAt(sides, candidate, place)]))
    .sort(byMentor)

export const pairAt = ({ smaller, larger }: Sides, candidate: number, place: number): Pair =>
  larger.name === 'mentors'
    ? { mentor: idAt(larger, candidate), mentee: idAt(smaller, place) }
    : { mentor: idAt(smaller, place), mentee: idAt(larger, candidate) }

export const idAt = (side: Side, position: number): string => {
  const id = side.ids[position]
  if (id === undefined) throw new RangeError(`the ${side.name} have no position ${position}`)
  return id
}

const byMentor = (a: Pair, b: Pair): number => (a.mentor < b.mentor ? -1 : 1)

/** One text for a pair, different for different pairs whatever the ids contain. */
export const keyOf = ({ mentor, mentee }: Pair): string => JSON.stringify([mentor, mentee])
