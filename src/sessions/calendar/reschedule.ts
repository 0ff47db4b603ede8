/**
 * The life of one entry in people's calendars: planned, moved as often as need be, cancelled.
 *
 * The UID stays, and the SEQUENCE rises with every change and with the cancellation (RFC 5546, 2.1.4, 3.2.2.1 and
 * 3.2.5), so that mails that arrive in another order do no harm: the highest SEQUENCE counts.
 *
 * A cancelled entry is over. What is planned anew is a new entry with a UID of its own, although the RFC would allow a
 * REQUEST with the old one: the invited may have deleted the entry, and some calendars keep the UID of what was deleted
 * and refuse it (Google: github.com/googleapis/google-api-python-client/issues/846; Nextcloud:
 * github.com/nextcloud/calendar/issues/4412), while Outlook keeps the cancelled entry as cancelled until its owner
 * removes it (MS-OXOCAL, 3.1.4.9.2).
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { CalendarMethod } from '../../platform/mail.ts'

export type Appointment = {
  readonly startsAt: Date
  readonly minutes: number
  readonly place: string | null
}

export type CalendarEntry = Appointment & {
  readonly state: 'planned' | 'cancelled'
  /** A random UUID: it tells nothing about anybody (RFC 7986, 5.3). */
  readonly uid: string
  readonly sequence: number
}

export type CalendarProblem =
  | { readonly kind: 'calendar.no_length' }
  | { readonly kind: 'calendar.is_cancelled' }
  | { readonly kind: 'calendar.nothing_changes' }

type Outcome = Result<CalendarEntry, CalendarProblem>

/** @param uid a new one, also after a cancellation */
export const planEntry = (uid: string, appointment: Appointment): Outcome =>
  withLength({ ...partsOf(appointment), state: 'planned', uid, sequence: 0 })

/** To another time, another length or another place. */
export const moveEntry = (entry: CalendarEntry, appointment: Appointment): Outcome => {
  if (entry.state === 'cancelled') return fail({ kind: 'calendar.is_cancelled' })
  if (isSame(entry, appointment)) return fail({ kind: 'calendar.nothing_changes' })
  return withLength({ ...entry, ...partsOf(appointment), sequence: entry.sequence + 1 })
}

/** The cancellation names the time and the place that everybody has in their calendar. */
export const cancelEntry = (entry: CalendarEntry): Outcome => {
  if (entry.state === 'cancelled') return fail({ kind: 'calendar.is_cancelled' })
  return ok({ ...entry, state: 'cancelled', sequence: entry.sequence + 1 })
}

/** What the calendars of those invited are told about it. */
export const methodOf = ({ state }: CalendarEntry): CalendarMethod =>
  state === 'planned' ? 'REQUEST' : 'CANCEL'

const partsOf = ({ startsAt, minutes, place }: Appointment): Appointment => ({
  startsAt,
  minutes,
  place,
})

const isSame = (one: Appointment, other: Appointment): boolean =>
  one.startsAt.getTime() === other.startsAt.getTime() &&
  one.minutes === other.minutes &&
  one.place === other.place

/** The end must be later than the start (RFC 5545, 3.8.2.2), and calendars show whole minutes. */
const withLength = (entry: CalendarEntry): Outcome =>
  Number.isInteger(entry.minutes) && entry.minutes > 0
    ? ok(entry)
    : fail({ kind: 'calendar.no_length' })
