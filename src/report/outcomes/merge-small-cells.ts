/** Answers to a choice as they can be shown to people who took part: no option that fewer than k people chose. */
import type { Count } from '../analysis.ts'

/** `rest`: all who chose another option, in one number; 0 or at least k. Its options are not told apart. */
export type MergedCells = { readonly shown: readonly Count[]; readonly rest: number }

/**
 * Cells of fewer than k people go into the rest; while the rest itself has fewer than k, the smallest cell goes too,
 * since n less the others would tell it.
 *
 * @param options how many people chose each option
 * @returns       null: nothing can be told apart
 * Ties: of two smallest cells the later one of the list.
 * @example mergeSmallCells([yes 6, no 2, unsure 3], 5) // { shown: [yes 6], rest: 5 }
 * @example mergeSmallCells([yes 4, no 1], 5) // null
 */
export const mergeSmallCells = (options: readonly Count[], k: number): MergedCells | null => {
  const n = sumOf(options)
  let shown: readonly Count[] = options.filter(({ count }) => count >= k)
  while (n > sumOf(shown) && n - sumOf(shown) < k && shown.length > 0)
    shown = withoutSmallest(shown)
  return shown.length === 0 ? null : { shown, rest: n - sumOf(shown) }
}

const sumOf = (options: readonly Count[]): number =>
  options.reduce((sum, { count }) => sum + count, 0)

const withoutSmallest = (options: readonly Count[]): readonly Count[] => {
  const least = Math.min(...options.map(({ count }) => count))
  const place = options.findLastIndex(({ count }) => count === least)
  return options.toSpliced(place, 1)
}
