/** Why not everybody can be paired: the groups whose possible partners are too few. */
import { matchPlaces } from './match-places.ts'
import { minimalSets } from './minimal-sets.ts'

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
const mostNeighbours = 30

const mostListed = 100_000

/** Who could be a partner of whom, and how many partners each needs and each can take; absent: one. */
export type Wanted = {
  /** For each person of a side their possible partners. */
  readonly partners: readonly (readonly number[])[]
  readonly needed?: readonly number[] | undefined
  readonly given?: readonly number[] | undefined
}

/**
 * Which groups of people need more partners, all together, than their possible partners can take?
 *
 * @returns         every minimal group: any part of it has enough. Where more than 24 people could be left out, only one
 *                  such group for each person whom one best matching leaves out
 * Missing: groups beyond the first 100,000 are not listed, but counted in `total`.
 * Method: exact. The search is over all subsets of those whom some maximum matching leaves out; no
 * minimal group reaches beyond them, and they need more partners than theirs can take.
 * Source: Hall, J London Math Soc 1935;10:26–30, doi:10.1112/jlms/s1-10.37.26;
 * Dulmage and Mendelsohn, Can J Math 1958;10:517–34, doi:10.4153/CJM-1958-052-0.
 * Agrees with: search over all subsets of graphs up to 6 × 6, and of 4 × 4 where people have several partners.
 * @example deficientGroups({ partners: [[0], [0], [0, 1, 2]] }).listed // [{ members: [0, 1], neighbours: [0] }]
 */
export const deficientGroups = (wanted: Wanted): Shortages => {
  const matching = matched(wanted)
  const members = reachedFrom(matching, matching.leftOut)
  const whole = { members, neighbours: neighboursOf(wanted, members) }
  if (members.length > mostSearched || whole.neighbours.length > mostNeighbours) {
    const around = matching.leftOut.map((copy) =>
      minimalWithin(wanted, reachedFrom(matching, [copy])),
    )
    return { listed: different(around), total: null, whole }
  }
  const minimal = minimalSets(wanted, whole)
  const listed = minimal.slice(0, mostListed).map((set) => {
    const group = members.filter((_, index) => (set & (1 << index)) !== 0)
    return { members: group, neighbours: neighboursOf(wanted, group) }
  })
  return { listed, total: minimal.length, whole }
}

const neighboursOf = ({ partners }: Wanted, members: readonly number[]): number[] =>
  [...new Set(members.flatMap((member) => partners[member] ?? []))].sort((a, b) => a - b)

/** A maximum matching, of copies: each person has as many as they need or can take. */
type Matching = {
  /** For each copy the copies of its possible partners. */
  readonly copies: readonly (readonly number[])[]
  /** For each copy whose it is. */
  readonly owners: readonly number[]
  /** For each partner's copy the copy it is matched with. */
  readonly filledBy: ReadonlyMap<number, number>
  readonly leftOut: readonly number[]
}

const matched = ({ partners, needed, given }: Wanted): Matching => {
  const copiesOf = copiesBy(partners.flat(), given)
  const owners = partners.flatMap((_, member) =>
    new Array<number>(needed?.[member] ?? 1).fill(member),
  )
  const copies = owners.map((member) =>
    (partners[member] ?? []).flatMap((partner) => copiesOf.get(partner) ?? []),
  )
  const partnerOf = matchPlaces(copies)
  const filledBy = new Map(
    partnerOf.flatMap((partner, copy) => (partner === null ? [] : [[partner, copy] as const])),
  )
  return {
    ...{ copies, owners, filledBy },
    leftOut: [...copies.keys()].filter((copy) => partnerOf[copy] === null),
  }
}

const copiesBy = (
  partners: readonly number[],
  given: readonly number[] | undefined,
): ReadonlyMap<number, readonly number[]> => {
  let copies = 0
  return new Map(
    [...new Set(partners)]
      .sort((a, b) => a - b)
      .map((partner) => {
        const own = Array.from({ length: given?.[partner] ?? 1 }, (_, copy) => copies + copy)
        copies += own.length
        return [partner, own]
      }),
  )
}

/** Those whom one maximum matching leaves out, and whoever could be left out in their stead. */
const reachedFrom = (
  { copies, owners, filledBy }: Matching,
  leftOut: readonly number[],
): number[] => {
  const reached = new Set(leftOut)
  // A set also visits what is added while it is walked.
  for (const copy of reached) {
    for (const partner of copies[copy] ?? []) {
      const instead = filledBy.get(partner)
      if (instead !== undefined) reached.add(instead)
    }
  }
  return [...new Set([...reached].map((copy) => owners[copy] ?? 0))].sort((a, b) => a - b)
}

/**
 * The minimal group that one person left out is in. Where each needs one, it is all who can be reached: all their
 * partners are matched among them, and whoever is taken out takes a partner along, so that the others have enough. Else
 * people are taken out as long as the others still have too few.
 */
const minimalWithin = (wanted: Wanted, reached: readonly number[]): Shortage => {
  let members = reached
  for (const member of wanted.needed === undefined ? [] : reached) {
    const others = members.filter((one) => one !== member)
    const partners = wanted.partners.map((some, one) => (others.includes(one) ? some : []))
    const needed = partners.map((_, one) =>
      others.includes(one) ? (wanted.needed?.[one] ?? 1) : 0,
    )
    if (matched({ ...wanted, partners, needed }).leftOut.length > 0) members = others
  }
  return { members, neighbours: neighboursOf(wanted, members) }
}

/** Each group once, smallest first. */
const different = (groups: readonly Shortage[]): Shortage[] =>
  [...new Map(groups.map((group) => [group.members.join(), group])).values()].sort(
    (a, b) => a.members.length - b.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0),
  )
