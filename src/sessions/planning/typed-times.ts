/** A day and a time of day in the United Kingdom, as somebody types them and as they are shown. */
import { dateAndTime } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTypedDate, typedDateOf } from '../../questionnaires/windows/typed-dates.ts'
import type { TypedDate } from '../../web/components/date-input.tsx'

/** Four fields: `<name>-day`, `<name>-month`, `<name>-year` and `<name>-time`. */
export type TypedTime = TypedDate & { readonly time: string }

export const nothingTyped: TypedTime = { ...typedDateOf(null), time: '' }

export type TypedTimeProblem =
  | { readonly kind: 'time.no_day' }
  | { readonly kind: 'time.no_time' }
  | { readonly kind: 'time.not_a_day' }
  | { readonly kind: 'time.not_a_time' }
  /** `options`: how the two that may be meant are written. */
  | { readonly kind: 'time.morning_or_afternoon'; readonly options: readonly [string, string] }
  /** The clocks go forward over it. */
  | { readonly kind: 'time.left_out'; readonly time: string; readonly day: string }
  /** The clocks go back over it. */
  | { readonly kind: 'time.comes_twice'; readonly time: string; readonly day: string }

export const typedTimeIn = (form: Readonly<Record<string, unknown>>, name: string): TypedTime => {
  const part = (suffix: string): string => String(form[`${name}-${suffix}`] ?? '')
  return { day: part('day'), month: part('month'), year: part('year'), time: part('time') }
}

/**
 * Null: nothing was typed.
 * @example readTypedTime({ day: '25', month: '10', year: '2026', time: '01:30 GMT' }) // 2026-10-25T01:30:00Z
 */
export const readTypedTime = (typed: TypedTime): Result<Date | null, TypedTimeProblem> => {
  const day = readTypedDate(typed)
  if (!day.ok) return fail({ kind: 'time.not_a_day' })
  const text = typed.time.trim()
  if (day.value === null) return text === '' ? ok(null) : fail({ kind: 'time.no_day' })
  if (text === '') return fail({ kind: 'time.no_time' })
  const clock = readClock(text)
  return clock.ok ? instantOf(day.value, clock.value) : clock
}

const clockForm = /^(\d{1,2})(?:[:.]?(\d\d))?\s*(am|pm)?\s*(gmt|bst)?$/i

/** `time`: `09:05`. `zone`: which of two is meant, where a time comes twice. */
type Clock = { readonly time: string; readonly zone: string | null }

const readClock = (text: string): Result<Clock, TypedTimeProblem> => {
  const [, hours = '', minutes = '00', half, zone] = clockForm.exec(text) ?? []
  const hour = hourOf(Number(hours), half?.toLowerCase())
  if (hours === '' || hour === null || Number(minutes) > 59)
    return fail({ kind: 'time.not_a_time' })
  // “3:30” is in the night by the clock, and after lunch for whoever says it.
  if (half === undefined && /^[1-6]$/.test(hours)) {
    const options = [`0${hours}:${minutes}`, `${hour + 12}:${minutes}`] as const
    return fail({ kind: 'time.morning_or_afternoon', options })
  }
  const time = `${String(hour).padStart(2, '0')}:${minutes}`
  return ok({ time, zone: zone?.toUpperCase() ?? null })
}

const hourOf = (hour: number, half: string | undefined): number | null => {
  if (half === undefined) return hour <= 23 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

/** The two clocks of the year: one hour ahead of UTC in summer, none in winter. */
const zones = [
  { zone: 'BST', offset: '+01:00' },
  { zone: 'GMT', offset: 'Z' },
] as const

const inLondon = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/London',
})

/** What is shown at that time on the clocks that go then: none, one, or two an hour apart. */
const instantsAt = (day: string, time: string) =>
  zones
    .map(({ zone, offset }) => ({ zone, instant: new Date(`${day}T${time}:00${offset}`) }))
    .filter(({ instant }) => inLondon.format(instant) === `${day} ${time}`)

const instantOf = (day: string, { time, zone }: Clock): Result<Date, TypedTimeProblem> => {
  const all = instantsAt(day, time)
  if (all.length === 0) return fail({ kind: 'time.left_out', time, day })
  const [one, ...others] = all.filter((found) => zone === null || found.zone === zone)
  if (one === undefined) return fail({ kind: 'time.not_a_time' })
  return others.length === 0 ? ok(one.instant) : fail({ kind: 'time.comes_twice', time, day })
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/London' })

/** Behind the time of day where it comes twice: ` GMT`, ` BST`; elsewhere nobody needs it. */
const zoneBehind = (instant: Date): string => {
  const [day = '', time = ''] = inLondon.format(instant).split(' ')
  const all = instantsAt(day, time)
  const own = all.find((one) => one.instant.getTime() === instant.getTime())
  return all.length < 2 || own === undefined ? '' : ` ${own.zone}`
}

/** `Tuesday 24 November 2026 at 14:30`, in London’s time. */
export const timeInWords = (instant: Date): string =>
  `${weekday.format(instant)} ${dateAndTime(instant)}${zoneBehind(instant)}`

/** As it would be typed. */
export const typedTimeOf = (instant: Date): TypedTime => {
  const [day = '', time = ''] = inLondon.format(instant).split(' ')
  return { ...typedDateOf(day), time: `${time}${zoneBehind(instant)}` }
}
