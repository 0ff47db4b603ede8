import { quartiles } from '../../statistics/quartiles.ts'
import type { Spread } from '../analysis.ts'

/** Median and quartiles of numbers that were read and checked; nulls when there are none. */
export const spreadOf = (values: readonly number[]): Spread => {
  if (values.length === 0) return { n: 0, median: null, quartiles: null }
  const result = quartiles(values)
  if (!result.ok) throw new Error(`the values of a study are not finite: ${result.problem.kind}`)
  const { n, median, ...definitions } = result.value
  return { n, median, quartiles: definitions }
}

export const smallest = (values: readonly number[]): number | null =>
  values.reduce<number | null>((least, value) => Math.min(least ?? value, value), null)

export const largest = (values: readonly number[]): number | null =>
  values.reduce<number | null>((most, value) => Math.max(most ?? value, value), null)
