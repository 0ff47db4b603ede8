/** Why not everybody can be paired: the groups that have too few possible partners. */
import { matchPlaces } from './match-places.ts'
import { sizeOf } from './size-of-set.ts'

export type Shortage = {
  readonly members: readonly number[]
  readonly neighbours: readonly number[]
}
export type Shortages = {
  /** Smallest first, then by position; the first 100,000. */
  readonly listed: readonly Shortage[]
  /** Null: not all were looked for. */
  readonly total: number | null
  /** All whom some maximum matching leaves out, and all their partners. */
  readonly whole: Shortage
}

/** More would take longer than anybody waits. */
const mostSearched = 24

const mostListed = 100_000

/**
 * Which groups of people have, all together, fewer possible partners than they are?
 *
 * @param partners  for each person of a side their possible partners
 * @returns         every minimal group: it has one partner too few, and any part of it has enough. Where more than 24
 *                  people could be left out, only one such group for each person whom one best matching leaves out
 * Missing: groups beyond the first 100,000 are not listed, but counted in `total`.
 * Method: exact. The search is over all subsets of those whom some maximum matching leaves out; no
 * minimal group reaches beyond them, and they have fewer partners than they are.
 * Source: Hall, J London Math Soc 1935;10:26–30, doi:10.1112/jlms/s1-10.37.26;
 * Dulmage and Mendelsohn, Can J Math 1958;10:517–34, doi:10.4153/CJM-1958-052-0.
 * Agrees with: search over all subsets of graphs up to 6 × 6.
 * @example deficientGroups([[0], [0], [0, 1, 2]]).listed // [{ members: [0, 1], neighbours: [0] }]
 */
export const deficientGroups = (partners: readonly (readonly number[])[]): Shortages => {
  const { filledBy, leftOut } = matched(partners)
  const members = reachedFrom(partners, filledBy, leftOut)
  const whole = { members, neighbours: unionOf(partners, members) }
  if (members.length > mostSearched) {
    const listed = leftOut.map((member) => groupAround(partners, filledBy, member)).sort(byLength)
    return { listed, total: null, whole }
  }
  const neighbours = unionOf(partners, members)
  const masks = members.map((member) =>
    (partners[member] ?? []).reduce((mask, one) => mask | (1 << neighbours.indexOf(one)), 0),
  )
  const minimal = minimalSets(masks).sort(bySize)
  const listed = minimal.slice(0, mostListed).map((set) => {
    const group = members.filter((_, index) => (set & (1 << index)) !== 0)
    return { members: group, neighbours: unionOf(partners, group) }
  })
  return { listed, total: minimal.length, whole }
}

const unionOf = (partners: Partners, members: readonly number[]): number[] =>
  [...new Set(members.flatMap((member) => partners[member] ?? []))].sort((a, b) => a - b)

type Partners = readonly (readonly number[])[]
/** For each partner the member they are matched with. */
type FilledBy = ReadonlyMap<number, number>

const matched = (partners: Partners) => {
  const partnerOf = matchPlaces(partners)
  const filledBy: FilledBy = new Map(
    [...partnerOf.entries()].flatMap(([member, partner]) =>
      partner === null ? [] : [[partner, member]],
    ),
  )
  return { filledBy, leftOut: [...partners.keys()].filter((member) => partnerOf[member] === null) }
}

/** Those whom one maximum matching leaves out, and whoever could be left out in their stead. */
const reachedFrom = (
  partners: Partners,
  filledBy: FilledBy,
  leftOut: readonly number[],
): number[] => {
  const reached = new Set(leftOut)
  // A set also visits what is added while it is walked.
  for (const member of reached) {
    for (const partner of partners[member] ?? []) {
      const instead = filledBy.get(partner)
      if (instead !== undefined) reached.add(instead)
    }
  }
  return [...reached].sort((a, b) => a - b)
}

/**
 * The minimal group that one person left out is in: all its partners are matched within it, and whoever is taken out of
 * it takes a partner along, so that the others have enough.
 */
const groupAround = (partners: Partners, filledBy: FilledBy, member: number): Shortage => {
  const members = reachedFrom(partners, filledBy, [member])
  return { members, neighbours: unionOf(partners, members) }
}

const byLength = (a: Shortage, b: Shortage): number =>
  a.members.length - b.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0)

/** Subsets come before what contains them, so a set is minimal if it is short and holds no short set. */
const minimalSets = (masks: readonly number[]): number[] => {
  const sets = 2 ** masks.length
  const union = new Int32Array(sets)
  const holdsShort = new Uint8Array(sets)
  const minimal: number[] = []
  for (let set = 1; set < sets; set += 1) {
    const first = masks[31 - Math.clz32(set & -set)] ?? 0
    union[set] = (union[set & (set - 1)] ?? 0) | first
    if (partHoldsShort(holdsShort, set)) {
      holdsShort[set] = 1
    } else if (sizeOf(union[set] ?? 0) < sizeOf(set)) {
      holdsShort[set] = 1
      minimal.push(set)
    }
  }
  return minimal
}

const partHoldsShort = (holdsShort: Uint8Array, set: number): boolean => {
  for (let rest = set; rest !== 0; rest &= rest - 1) {
    if (holdsShort[set ^ (rest & -rest)] === 1) return true
  }
  return false
}

const bySize = (a: number, b: number): number => {
  const lowest = (a ^ b) & -(a ^ b)
  return sizeOf(a) - sizeOf(b) || ((a & lowest) === 0 ? 1 : -1)
}
