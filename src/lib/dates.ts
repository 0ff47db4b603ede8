/** Dates and times as people in the United Kingdom read them, and days some days or months later. */
const inBritain = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})

/** `22 November 2026 at 09:05`, in London's time. */
export const dateAndTime = (time: Date): string => inBritain.format(time).replace(', ', ' at ')

const dayInBritain = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' })

/** `2026-11-22`: the day that it is in London at this time. */
export const dayOf = (time: Date): string => dayInBritain.format(time)

const inFull = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** `22 November 2026`. @param day `2026-11-22` */
export const dayInWords = (day: string): string => inFull.format(new Date(day))

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
