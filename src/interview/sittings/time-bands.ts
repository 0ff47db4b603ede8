/** Time in bands of a quarter of an hour: what is kept of how long a step took says no more than that. */

const bandMinutes = 15

/** `to` is in the band: 15 to 29. */
export type Band = { readonly from: number; readonly to: number }

/** Full minutes; a minute that has begun does not count. */
export const minutesOf = (seconds: number): number => Math.floor(seconds / 60)

/** @example bandOf(900) // { from: 15, to: 29 } */
export const bandOf = (seconds: number): Band => {
  const from = Math.floor(minutesOf(seconds) / bandMinutes) * bandMinutes
  return { from, to: from + bandMinutes - 1 }
}

export const bandInWords = ({ from, to }: Band): string =>
  from === 0 ? `under ${bandMinutes} minutes` : `${from} to ${to} minutes`
