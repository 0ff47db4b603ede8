/**
 * Every allocation that the draw may give, found by going through all sets of pairs, straight from the definition and
 * without any idea in common with the draw. Slow, and therefore for small groups.
 */
import type { AllocationInput, Objective, Pair, SideName } from '../../src/allocation/model.ts'

export const written = (pairs: readonly Pair[]): string =>
  pairs
    .map(({ mentor, mentee }) => `${mentor}–${mentee}`)
    .sort()
    .join(' ')

const isAmong = (pairs: readonly Pair[], { mentor, mentee }: Pair): boolean =>
  pairs.some((pair) => pair.mentor === mentor && pair.mentee === mentee)

const mostOf = ({ capacity }: AllocationInput, side: SideName, id: string): number =>
  capacity?.side === side ? (capacity.most[id] ?? 1) : 1

const placesOf = (input: AllocationInput, side: SideName): number =>
  input[side].reduce((places, id) => places + mostOf(input, side, id), 0)

/** Willing, both taking part, not excluded, and with `forbid` not the own supervisor. */
export const allowedPairs = (input: AllocationInput): readonly Pair[] =>
  input.willing.filter(
    (pair) =>
      input.mentors.includes(pair.mentor) &&
      input.mentees.includes(pair.mentee) &&
      !isAmong(input.excluded ?? [], pair) &&
      !(input.supervisorRule === 'forbid' && isAmong(input.supervised, pair)),
  )

/** All sets of so many of these pairs in which nobody has more partners than they may. */
const setsOf = (input: AllocationInput, pairs: readonly Pair[], size: number): Pair[][] => {
  if (size === 0) return [[]]
  const [first, ...others] = pairs
  if (first === undefined || pairs.length < size) return []
  const { mentor, mentee } = first
  const hasRoom = (set: readonly Pair[]): boolean =>
    set.filter((pair) => pair.mentor === mentor).length < mostOf(input, 'mentors', mentor) &&
    set.filter((pair) => pair.mentee === mentee).length < mostOf(input, 'mentees', mentee)
  return [
    ...setsOf(input, others, size),
    ...setsOf(input, others, size - 1)
      .filter(hasRoom)
      .map((set) => [first, ...set]),
  ]
}

/** Smaller in the first number in which they differ. */
const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

const smallest = (sets: readonly Pair[][], costOf: (set: Pair[]) => readonly number[]) => {
  const priced = sets.map((set) => ({ set, cost: costOf(set) }))
  const [best] = priced.toSorted((a, b) => compare(a.cost, b.cost))
  return priced.flatMap(({ set, cost }) =>
    best !== undefined && compare(cost, best.cost) === 0 ? [set] : [],
  )
}

const costs: Readonly<Record<Objective, (ranks: readonly number[], last: number) => number[]>> = {
  least_total: (ranks) => [ranks.reduce((sum, rank) => sum + rank, 0)],
  rank_maximal: (ranks, last) =>
    Array.from({ length: last }, (_, at) => -ranks.filter((rank) => rank === at + 1).length),
  fairest: (ranks) => [Math.max(0, ...ranks)],
}

/** The ranks of the pairs; one without a rank comes after all ranks. */
const ranksOf = ({ preferences }: AllocationInput, last: number) => {
  const ranked = preferences?.ranked ?? []
  return (pairs: readonly Pair[]) =>
    pairs.map((pair) => ranked.find((one) => isAmong([one], pair))?.rank ?? last)
}

/** How many have a partner. */
export const peopleIn = (set: readonly Pair[]): number =>
  new Set(set.map(({ mentor }) => mentor)).size + new Set(set.map(({ mentee }) => mentee)).size

/**
 * As many pairs as there are places on the side that has fewer of them; of these sets those in which the most people have
 * a partner; with `avoid` those with the fewest supervisor pairs; of these the ones that serve the preferences best.
 */
export const everyAllocation = (input: AllocationInput): Pair[][] => {
  const size = Math.min(placesOf(input, 'mentors'), placesOf(input, 'mentees'))
  const full = setsOf(input, allowedPairs(input), size)
  const complete = smallest(full, (set) => [-peopleIn(set)])
  const ruled =
    input.supervisorRule === 'avoid'
      ? smallest(complete, (set) => [set.filter((pair) => isAmong(input.supervised, pair)).length])
      : complete
  const { preferences } = input
  if (preferences === undefined) return ruled
  const last = 1 + Math.max(0, ...preferences.ranked.map(({ rank }) => rank))
  const ranks = ranksOf(input, last)
  return smallest(ruled, (set) => costs[preferences.objective](ranks(set), last))
}
