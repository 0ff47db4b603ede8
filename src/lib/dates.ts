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
