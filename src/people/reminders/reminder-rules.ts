/** When somebody is reminded. Days are YYYY-MM-DD, in London. */
import { daysAfter } from '../../lib/dates.ts'
import type { Protocol } from '../../protocol/model.ts'
import { usualReminderDays } from '../../protocol/wording/rule-lines.ts'

export const reminderDaysOf = ({ rules }: Protocol): readonly number[] =>
  rules.reminderDays ?? usualReminderDays

export type Reminding = {
  /** On which days after `since`; the first reminder is number 1. */
  readonly days: readonly number[]
  readonly since: string
  /** The numbers of those that have gone, or were made superfluous by a later one. */
  readonly sent: ReadonlySet<number>
}

const dayMilliseconds = 86_400_000

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds)

/**
 * The numbers of the reminders whose day has come. Several are due at once when no server ran for some days: one mail
 * stands for them all.
 */
export const dueReminders = ({ days, since, sent }: Reminding, today: string): readonly number[] =>
  days.flatMap((day, index) => {
    const number = index + 1
    return daysBetween(since, today) >= day && !sent.has(number) ? [number] : []
  })

/** The day of the next reminder; null: there will be none. */
export const nextReminder = ({ days, since, sent }: Reminding): string | null => {
  const coming = days.filter((_, index) => !sent.has(index + 1))
  if (coming.length === 0) return null
  return daysAfter(since, Math.min(...coming))
}

const hourInLondon = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
})

/** Nobody is reminded at night. */
export const isTimeToRemind = (now: Date): boolean => {
  const hour = Number(hourInLondon.format(now))
  return hour >= 8 && hour < 20
}
