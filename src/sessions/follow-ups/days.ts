/** Days some months or days later. Days are YYYY-MM-DD. */

const asDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/**
 * The same day of the month, so many months later; the last day of that month where it has no such day.
 *
 * @example monthsAfter('2026-08-31', 6) // '2027-02-28'
 */
export const monthsAfter = (day: string, months: number): string => {
  const from = new Date(day)
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return asDay(Date.UTC(year, month, Math.min(from.getUTCDate(), lastOfMonth)))
}

/** @example daysAfter('2026-02-28', 1) // '2026-03-01' */
export const daysAfter = (day: string, days: number): string =>
  asDay(new Date(day).getTime() + days * 86_400_000)
