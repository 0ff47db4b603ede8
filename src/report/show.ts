/** Numbers as tables and sentences show them. Rounding happens here and nowhere before. */

/** At most two decimals, none that is zero: 23, 27.5, 27.75. */
export const showNumber = (value: number): string => String(Number(value.toFixed(2)))

/** A number, or a dash where there is none. */
export const showNumberOrDash = (value: number | null): string =>
  value === null ? '–' : showNumber(value)

/** One decimal always, so that a column of shares can be read: 66.7%, 80.0%. */
export const showPercent = (percent: number): string => `${percent.toFixed(1)}%`

/** Three decimals, as SPSS prints; a smaller p is named so, and 1 stays 1. */
export const showP = (p: number | null): string => {
  if (p === null) return '–'
  if (p < 0.001) return '<0.001'
  return p > 0.9995 ? '1' : p.toFixed(3)
}

/** An exact p: up to four decimals, since 0.0625 is the smallest that five pairs can give. */
export const showExactP = (p: number | null): string =>
  p === null || p < 0.001 ? showP(p) : String(Number(p.toFixed(4)))

/** An interval or a range: 20–25. Negative ends are set apart: −1 to 3. */
export const showRange = (low: number, high: number): string => {
  if (low >= 0) return `${showNumber(low)}–${showNumber(high)}`
  return `${withMinus(low)} to ${withMinus(high)}`
}

/** With a true minus sign. */
export const withMinus = (value: number): string => showNumber(value).replace('-', '−')
