/** Who can be paired with whom, by position: what the counting needs, without names. */
import type { AllocationInput, Pair, SideName } from '../model.ts'

/** Places are people of one side; each takes candidates, who are of the other side and fill one place at most. */
export type PossiblePairs = {
  readonly places: number
  /** For each candidate the places they could fill, ascending. */
  readonly openTo: readonly (readonly number[])[]
  /** For each candidate whether a pairing may leave them without a place. */
  readonly mayStayFree: readonly boolean[]
  /** For each place; absent: each takes exactly one. Where least and most differ, no candidate may stay free. */
  readonly takes?: readonly Takes[] | undefined
}

/** How many partners somebody has, in any possible pairing. */
export type Takes = { readonly least: number; readonly most: number }

/** For each candidate the place they fill; null = none. */
export type Pairing = readonly (number | null)[]

/** What is possible, and one complete pairing of it. */
export type Found = { readonly possible: PossiblePairs; readonly pairing: Pairing }

export type Side = {
  readonly name: SideName
  readonly ids: readonly string[]
  /** For each person how many partners at most: their seats. */
  readonly most: readonly number[]
}

export type Sides = {
  readonly places: Side
  readonly candidates: Side
  /** One of the two: everybody on it has as many partners as they have seats. */
  readonly filled: Side
}

/** In the order of the ids, so that the order of the input rows cannot matter. */
export const sidesOf = (input: AllocationInput): Sides => {
  const mentors = sideOf('mentors', input)
  const mentees = sideOf('mentees', input)
  const filled = seatsOf(mentors) < seatsOf(mentees) ? mentors : mentees
  const sharing = [mentors, mentees].find(({ most }) => most.some((seats) => seats !== 1))
  const places = sharing ?? filled
  return { places, candidates: places === mentors ? mentees : mentors, filled }
}

const sideOf = (name: SideName, { capacity, ...people }: AllocationInput): Side => {
  const ids = [...new Set(people[name])].sort()
  const most = new Map(capacity?.side === name ? Object.entries(capacity.most) : [])
  return { name, ids, most: ids.map((id) => most.get(id) ?? 1) }
}

export const seatsOf = ({ most }: Side): number => most.reduce((sum, seats) => sum + seats, 0)

export const possiblePairs = (input: AllocationInput, sides: Sides): PossiblePairs => {
  const supervised = input.supervisorRule === 'forbid' ? input.supervised : []
  const forbidden = new Set([...supervised, ...(input.excluded ?? [])].map(keyOf))
  const { places, candidates, filled } = sides
  const placeOf = new Map(places.ids.map((id, place) => [id, place]))
  const candidateOf = new Map(candidates.ids.map((id, candidate) => [id, candidate]))
  const openTo = candidates.ids.map(() => new Set<number>())
  const allowed = input.willing.filter(
    (pair) => forbidden.size === 0 || !forbidden.has(keyOf(pair)),
  )
  for (const { mentor, mentee } of allowed) {
    const [one, other] = candidates.name === 'mentors' ? [mentor, mentee] : [mentee, mentor]
    const [candidate, place] = [candidateOf.get(one), placeOf.get(other)]
    if (candidate !== undefined && place !== undefined) openTo[candidate]?.add(place)
  }
  const isPlaceFilled = filled === places
  const takes = places.most.map((most) => ({ least: isPlaceFilled ? most : 0, most }))
  const mayStayFree = isPlaceFilled && seatsOf(places) < candidates.ids.length
  return {
    places: places.ids.length,
    openTo: openTo.map((open) => [...open].sort((a, b) => a - b)),
    mayStayFree: candidates.ids.map(() => mayStayFree),
    takes: takes.every(isExactlyOne) ? undefined : takes,
  }
}

const exactlyOne: Takes = { least: 1, most: 1 }
const isExactlyOne = ({ least, most }: Takes): boolean => least === 1 && most === 1

export const takesAt = ({ takes }: PossiblePairs, place: number): Takes =>
  takes?.[place] ?? exactlyOne

/** For each place how many candidates fill it. */
export const loadsOf = ({ places }: PossiblePairs, pairing: Pairing): Int32Array => {
  const loads = new Int32Array(places)
  for (const place of pairing) if (place !== null) loads[place] = (loads[place] ?? 0) + 1
  return loads
}

/** The same relation seen from the other side: for each place its candidates, ascending. */
export const candidatesOf = ({
  places,
  openTo,
}: Pick<PossiblePairs, 'places' | 'openTo'>): number[][] => {
  const candidates: number[][] = Array.from({ length: places }, () => [])
  for (const [candidate, open] of openTo.entries()) {
    for (const place of open) candidates[place]?.push(candidate)
  }
  return candidates
}

/** The names back, in the order of the mentors, then of the mentees. */
export const pairsOf = (sides: Sides, pairing: Pairing): Pair[] =>
  pairing
    .flatMap((place, candidate) => (place === null ? [] : [pairAt(sides, candidate, place)]))
    .sort(byMentor)

export const pairAt = ({ places, candidates }: Sides, candidate: number, place: number): Pair =>
  candidates.name === 'mentors'
    ? { mentor: idAt(candidates, candidate), mentee: idAt(places, place) }
    : { mentor: idAt(places, place), mentee: idAt(candidates, candidate) }

export const idAt = (side: Side, position: number): string => {
  const id = side.ids[position]
  if (id === undefined) throw new RangeError(`the ${side.name} have no position ${position}`)
  return id
}

const byMentor = (a: Pair, b: Pair): number => {
  if (a.mentor !== b.mentor) return a.mentor < b.mentor ? -1 : 1
  return a.mentee < b.mentee ? -1 : 1
}

/** One text for a pair, different for different pairs whatever the ids contain. */
export const keyOf = ({ mentor, mentee }: Pair): string => JSON.stringify([mentor, mentee])
