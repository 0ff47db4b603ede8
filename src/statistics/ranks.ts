/** Midranks, the ground of every rank test here. */

type Entry = { readonly value: number; readonly tolerance: number; readonly index: number }

const isTied = (lower: Entry, upper: Entry): boolean =>
  upper.value - lower.value <= Math.max(lower.tolerance, upper.tolerance)

const tiedGroups = (sorted: readonly Entry[]): readonly (readonly Entry[])[] => {
  const groups: Entry[][] = []
  for (const entry of sorted) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && isTied(last, entry)) group.push(entry)
    else groups.push([entry])
  }
  return groups
}

/**
 * Midranks: where does each value stand among all of them, from 1 for the smallest?
 *
 * @param values      finite numbers in any order; one entry per person, pair or answer
 * @param tolerances  how far each value may be off by rounding, in its unit; none = exact
 * @returns           the rank of each value, in the order given; whole or half
 * Missing: not accepted; leave them out before ranking.
 * Ties: share the mean of their ranks. Two neighbours in size are tied when their distance is
 *   within the larger of their tolerances.   Method: exact.
 * Source: Kruskal and Wallis 1952, doi:10.1080/01621459.1952.10483441.
 * Agrees with: R 4.2.2 `rank`, by way of every fixture in tests/fixtures/statistics/signed-rank.json.
 * @example midranks([20, 10, 20]) // [2.5, 1, 2.5]
 */
export const midranks = (
  values: readonly number[],
  tolerances: readonly number[] = [],
): readonly number[] => {
  const entries = values.map((value, index) => ({
    value,
    tolerance: tolerances[index] ?? 0,
    index,
  }))
  const sorted = entries.toSorted((a, b) => a.value - b.value || a.tolerance - b.tolerance)
  const ranks = values.map(() => 0)
  let below = 0
  for (const group of tiedGroups(sorted)) {
    for (const { index } of group) ranks[index] = below + (group.length + 1) / 2
    below += group.length
  }
  return ranks
}
