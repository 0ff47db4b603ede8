/** Lengths of time in bands: what people say of them, and how many of a group said what. */

/** `from` and `to`: full minutes that are in the band; `to` is null in the last. */
export type Band<Id extends string = string> = {
  readonly id: Id
  readonly from: number
  readonly to: number | null
}

const inHours = (minutes: number): boolean => minutes % 60 === 0

const amount = (minutes: number): string => {
  if (minutes <= 60 || !inHours(minutes)) return `${minutes} minutes`
  return `${minutes / 60} hours`
}

/** @example lengthInWords({ from: 60, to: 120 }) // '1 to 2 hours' */
export const lengthInWords = ({ from, to }: Pick<Band, 'from' | 'to'>): string => {
  if (to === null) return from === 0 ? 'any length' : `more than ${amount(from - 1)}`
  if (from === 0) return to % 10 === 9 ? `less than ${amount(to + 1)}` : `up to ${amount(to)}`
  if (inHours(from) && inHours(to)) return `${from / 60} to ${to / 60} hours`
  return to > 60 ? `${from} minutes to ${amount(to)}` : `${from} to ${amount(to)}`
}

/** Neighbouring bands together. */
export type BandShare = Pick<Band, 'from' | 'to'> & { readonly n: number }

export type BandSummary = {
  readonly n: number
  /** The band of the person in the middle; of the two in the middle, from the band of one to that of the other. */
  readonly median: Pick<Band, 'from' | 'to'>
  readonly shares: readonly BandShare[]
}

/**
 * How long something took for a group: the band in the middle, and how many were in which bands.
 *
 * @param bands  all there are, the shortest first, without gaps
 * @param chosen the band of each, one entry a person (or a session)
 * @param floor  fewer than that are never shown as a number
 * @returns      null: fewer than `floor` entries. `shares` add up to n; none is below `floor`: bands are put together with
 *               the next longer one until they hold enough, and what is left at the end with the one before
 * Missing: who said nothing is no entry. Ties: all in one band. Method: the median of ordered categories; with an even
 * number both middle ones. Source: own.
 * @example summariseBands(bands, ['a', 'a', 'b', 'b', 'b'], 5)?.shares // [{ from: 0, to: null, n: 5 }]
 */
export const summariseBands = <Id extends string>(
  bands: readonly Band<Id>[],
  chosen: readonly Id[],
  floor: number,
): BandSummary | null => {
  if (chosen.length < floor || chosen.length === 0) return null
  const ordered = bands.flatMap((band) => chosen.filter((id) => id === band.id).map(() => band))
  const [low, high] = [Math.ceil(ordered.length / 2), Math.floor(ordered.length / 2) + 1]
  const [from, to] = [ordered[low - 1], ordered[high - 1]]
  if (from === undefined || to === undefined) return null
  const counts = bands.map((band) => ({
    from: band.from,
    to: band.to,
    n: chosen.filter((id) => id === band.id).length,
  }))
  return {
    n: ordered.length,
    median: { from: from.from, to: to.to },
    shares: withoutSmall(counts, floor),
  }
}

const withoutSmall = (counts: readonly BandShare[], floor: number): readonly BandShare[] => {
  const enough: BandShare[] = []
  const open = counts.reduce<BandShare | null>((small, count) => {
    const together = small === null ? count : joined(small, count)
    if (together.n < floor) return together
    enough.push(together)
    return null
  }, null)
  const last = enough.at(-1)
  if (open === null || last === undefined) return enough
  return [...enough.slice(0, -1), joined(last, open)]
}

const joined = (one: BandShare, next: BandShare): BandShare => ({
  from: one.from,
  to: next.to,
  n: one.n + next.n,
})
