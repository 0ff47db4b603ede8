/** Exact fractions, for what the tests prove about the chain. */

export type Fraction = { readonly up: bigint; readonly down: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

export const fraction = (up: bigint, down: bigint): Fraction => {
  const shared = gcd(up, down) * (down < 0n ? -1n : 1n)
  return { up: up / shared, down: down / shared }
}

export const none = fraction(0n, 1n)
export const one = fraction(1n, 1n)
export const plus = (a: Fraction, b: Fraction) =>
  fraction(a.up * b.down + b.up * a.down, a.down * b.down)
export const times = (a: Fraction, b: Fraction) => fraction(a.up * b.up, a.down * b.down)
const minus = (a: Fraction, b: Fraction) => plus(a, fraction(-b.up, b.down))
const over = (a: Fraction, b: Fraction) => fraction(a.up * b.down, a.down * b.up)

type Matrix = readonly (readonly Fraction[])[]

/** The x for which x = known + weights · x, by elimination. */
export const solve = (weights: Matrix, known: Matrix): Matrix => {
  const rows = weights.map((row, i) => [
    ...row.map((weight, j) => minus(i === j ? one : none, weight)),
    ...(known[i] ?? []),
  ])
  return weights.reduce<Matrix>(eliminate, rows).map((row) => row.slice(weights.length))
}

const eliminate = (rows: Matrix, _: unknown, column: number): Matrix => {
  const pivot = rows.findIndex((row, at) => at >= column && row[column]?.up !== 0n)
  const swapped = rows.with(column, rows[pivot] ?? []).with(pivot, rows[column] ?? [])
  const lead = swapped[column]?.[column] ?? one
  const top = (swapped[column] ?? []).map((value) => over(value, lead))
  return swapped.map((row, at) => {
    const factor = row[column] ?? none
    if (at === column) return top
    return factor.up === 0n
      ? row
      : row.map((value, j) => minus(value, times(factor, top[j] ?? none)))
  })
}
