/** Dates and times as people in the United Kingdom read them. */
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
