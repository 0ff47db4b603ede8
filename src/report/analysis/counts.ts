import type { Count } from '../analysis.ts'

type Option = { readonly value: string; readonly label: string }

/**
 * Counts: how many of those who answered chose each option?
 *
 * @param options  of the question, in its order
 * @param values   one per person who answered
 * @returns        for each option the number of people, and percent of those who answered, not
 *                 rounded; null when nobody answered
 * Missing: not in `values`; counted by the caller.
 * Ties: none.   Method: 100 × count / n.
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361: "4 out of 5 (80%)".
 * Agrees with: the paper, in tests/paper.
 * @example countOptions([{ value: 'yes', label: 'Yes' }], ['yes', 'no']) // [{ …, count: 1, percent: 50 }]
 */
export const countOptions = (
  options: readonly Option[],
  values: readonly string[],
): readonly (Count & { readonly percent: number | null })[] => {
  const counts = Map.groupBy(values, (value) => value)
  return options.map(({ value, label }) => {
    const count = counts.get(value)?.length ?? 0
    return {
      value,
      label,
      count,
      percent: values.length === 0 ? null : (100 * count) / values.length,
    }
  })
}
