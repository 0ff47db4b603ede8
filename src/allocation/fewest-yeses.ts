/** The fewest further yeses with which everybody can be paired. */
import { matchPlaces } from './pairings/match-places.ts'

/** What stands between the person of a place and one of the others. */
export type Ask = (place: string, other: string) => 'yes' | 'could' | 'never'

/**
 * How many more yeses are needed at least, and are enough, to fill every place?
 *
 * Where nothing stands in the way, as many as a best pairing leaves places empty: fewer leave one empty, as each yes fills
 * at most one place more; so many are enough, given for the empty places and the people left over. Where pairs are
 * excluded or forbidden, it may be more: a complete pairing of the smallest cost is looked for, a pair without a yes
 * costing one. A best pairing of those who said yes costs nothing and is the cheapest of its size; a way of exchanges
 * that costs least makes of a cheapest pairing a cheapest one with one place more (Edmonds and Karp 1972).
 *
 * @param places  the people to be paired, as often as they are to have a partner
 * @param others  the people of the other side, as often as they may have one
 * @returns       null: not even if everybody said yes whom they may be paired with
 * Method: exact.   Source: Edmonds and Karp, J ACM 1972;19:248–64, doi:10.1145/321694.321699.
 * Agrees with: trying all sets of yeses in programmes up to 4 × 4.
 */
export const fewestYeses = (
  places: readonly string[],
  others: readonly string[],
  ask: Ask,
): number | null => {
  const asked = places.map((place) => others.map((other) => ask(place, other)))
  const filledBy = matchPlaces(
    asked.map((row) => [...row.keys()].filter((other) => row[other] === 'yes')),
  )
  const costOf = (place: number, other: number): number => {
    const stands = asked[place]?.[other]
    if (stands === 'yes') return 0
    return stands === 'could' ? 1 : Number.POSITIVE_INFINITY
  }
  while (filledBy.includes(null)) {
    if (!fillOneMore(filledBy, others.length, costOf)) return null
  }
  return filledBy.reduce<number>((sum, other, place) => sum + costOf(place, other ?? 0), 0)
}

type CostOf = (place: number, other: number) => number
type Reached = { readonly cost: Float64Array; readonly from: Int32Array }

/** The cheapest way from an empty place to somebody without one, and everybody on it moves. */
const fillOneMore = (filledBy: (number | null)[], others: number, costOf: CostOf): boolean => {
  const placeOf = new Map(filledBy.map((other, place) => [other, place]))
  const reached = cheapestWays(filledBy, { others, placeOf }, costOf)
  const free = Array.from({ length: others }, (_, other) => other).filter(
    (other) => !placeOf.has(other),
  )
  const best = free.reduce<number | null>(
    (cheapest, other) =>
      (reached.cost[other] ?? 0) < (cheapest === null ? Infinity : (reached.cost[cheapest] ?? 0))
        ? other
        : cheapest,
    null,
  )
  for (let other = best; other !== null; ) {
    const place: number = reached.from[other] ?? 0
    const before: number | null = filledBy[place] ?? null
    filledBy[place] = other
    other = before
  }
  return best !== null
}

/** For each of the others, what it costs at least to reach them from an empty place, and from which place (Bellman–Ford). */
const cheapestWays = (
  filledBy: readonly (number | null)[],
  { others, placeOf }: { others: number; placeOf: ReadonlyMap<number | null, number> },
  costOf: CostOf,
): Reached => {
  const cost = new Float64Array(others).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(others).fill(-1)
  const costAt = (place: number): number => {
    const other = filledBy[place] ?? null
    return other === null ? 0 : (cost[other] ?? 0) - costOf(place, other)
  }
  const queue = [...filledBy.keys()].filter((place) => filledBy[place] === null)
  for (const place of queue) {
    for (let other = 0; other < others; other += 1) {
      const way = costAt(place) + costOf(place, other)
      if (way >= (cost[other] ?? 0)) continue
      cost[other] = way
      from[other] = place
      const next = placeOf.get(other)
      if (next !== undefined) queue.push(next)
    }
  }
  return { cost, from }
}
