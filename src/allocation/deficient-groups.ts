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
  readonly total: number
}

const mostListed = 100_000

/**
 * Which groups of people have, all together, fewer possible partners than they are?
 *
 * @param partners  for each person of a side of at most 24 their possible partners
 * @returns         every minimal group: it has one partner too few, and any part of it has enough
 * Missing: groups beyond the first 100,000 are not listed, but counted in `total`.
 * Method: exact. The search is over all subsets of those whom some maximum matching leaves out; no
 * minimal group reaches beyond them, and they have fewer partners than they are.
 * Source: Hall, J London Math Soc 1935;10:26–30, doi:10.1112/jlms/s1-10.37.26;
 * Dulmage and Mendelsohn, Can J Math 1958;10:517–34, doi:10.4153/CJM-1958-052-0.
 * Agrees with: search over all subsets of graphs up to 6 × 6.
 * @example deficientGroups([[0], [0], [0, 1, 2]]).listed // [{ members: [0, 1], neighbours: [0] }]
 */
export const deficientGroups = (partners: readonly (readonly number[])[]): Shortages => {
  const members = membersLeftOut(partners)
  const neighbours = unionOf(partners, members)
  const masks = members.map((member) =>
    (partners[member] ?? []).reduce((mask, one) => mask | (1 << neighbours.indexOf(one)), 0),
  )
  const minimal = minimalSets(masks).sort(bySize)
  const listed = minimal.slice(0, mostListed).map((set) => {
    const group = members.filter((_, index) => (set & (1 << index)) !== 0)
    return { members: group, neighbours: unionOf(partners, group) }
  })
  return { listed, total: minimal.length }
}

const unionOf = (partners: readonly (readonly number[])[], members: readonly number[]): number[] =>
  [...new Set(members.flatMap((member) => partners[member] ?? []))].sort((a, b) => a - b)

/** Those whom one maximum matching leaves out, and whoever could be left out in their stead. */
const membersLeftOut = (partners: readonly (readonly number[])[]): number[] => {
  const partnerOf = matchPlaces(partners)
  const memberOf = new Map([...partnerOf.entries()].map(([member, partner]) => [partner, member]))
  const reached = new Set([...partners.keys()].filter((member) => partnerOf[member] === null))
  // A set also visits what is added while it is walked.
  for (const member of reached) {
    for (const partner of partners[member] ?? []) {
      const instead = memberOf.get(partner)
      if (instead !== undefined) reached.add(instead)
    }
  }
  return [...reached].sort((a, b) => a - b)
}

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
