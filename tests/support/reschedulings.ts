/** Sessions that are planned, moved and cancelled in every order, about the hours at which London's clock changes. */
import fc from 'fast-check'
import { calendarText, type Invitation, summaryOf } from '../../src/sessions/calendar/invitation.ts'
import {
  type Appointment,
  type CalendarEntry,
  cancelEntry,
  methodOf,
  moveEntry,
  planEntry,
} from '../../src/sessions/calendar/reschedule.ts'
import { succeeded } from './succeeded.ts'

export const anInvitation: Invitation = {
  method: 'REQUEST',
  uid: '0d0f9b5e-6f0a-4c39-9d5a-5a2f6c1f7a10',
  sequence: 0,
  startsAt: new Date('2026-11-22T09:05:00Z'),
  minutes: 45,
  summary: summaryOf('Turnabout at the Northern'),
  place: 'Library, room 4',
  link: 'https://turnabout.example/programmes/1/sessions',
  organizer: { name: 'Turnabout', email: 'turnabout@hospital.example' },
  attendees: [
    { name: 'Nadia Rahman', email: 'nadia.rahman@hospital.example' },
    { name: 'Zoë O’Neill', email: 'zoe.oneill@hospital.example' },
  ],
  now: new Date('2026-10-01T08:00:00Z'),
}

/** The nights in which the clock goes back and forward, and the nights beside them. */
const nights = ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-27', '2027-03-28', '2027-03-29']

/** Every five minutes from 00:00 to 02:55 UTC: in London's time all of 00:30 to 02:30, in summer and in winter. */
const inTheNight = fc
  .tuple(fc.constantFrom(...nights), fc.integer({ min: -12, max: 35 }))
  .map(([night, fives]) => new Date(Date.parse(`${night}T00:00:00Z`) + fives * 300_000))
const atAnyTime = fc.date({
  min: new Date('2026-09-01T00:00:00Z'),
  max: new Date('2027-06-01T00:00:00Z'),
  noInvalidDate: true,
})
const toTheMinute = (time: Date): Date => new Date(Math.floor(time.getTime() / 60_000) * 60_000)

export const appointments: fc.Arbitrary<Appointment> = fc.record({
  startsAt: fc.oneof({ weight: 3, arbitrary: inTheNight }, atAnyTime).map(toTheMinute),
  minutes: fc.integer({ min: 1, max: 180 }),
  place: fc.option(fc.constantFrom('Library, room 4', 'https://meet.example/a;b', '図書館 🏥')),
})

type Change = { readonly to: Appointment; readonly isCancelled: boolean }

const changes: fc.Arbitrary<Change> = fc.record({
  to: appointments,
  isCancelled: fc.nat(4).map((one) => one === 0),
})

/** Every state of a session's entries in calendars, in the order in which people are told of them. */
export const histories: fc.Arbitrary<readonly CalendarEntry[]> = fc
  .tuple(
    appointments,
    fc.array(changes, { minLength: 1, maxLength: 6 }),
    fc.infiniteStream(fc.uuid()),
  )
  .map(([first, steps, ids]) => {
    const newId = (): string => ids.next().value
    const told = [succeeded(planEntry(newId(), first))]
    for (const step of steps) {
      const last = told.at(-1)
      const next = last === undefined ? null : afterChange(last, step, newId)
      if (next !== null) told.push(next)
    }
    return told
  })

/** Null: it is there already. */
const afterChange = (
  entry: CalendarEntry,
  { to, isCancelled }: Change,
  newId: () => string,
): CalendarEntry | null => {
  if (entry.state === 'cancelled') return succeeded(planEntry(newId(), to))
  if (isCancelled) return succeeded(cancelEntry(entry))
  const moved = moveEntry(entry, to)
  return moved.ok ? moved.value : null
}

export const textOf = (entry: CalendarEntry): string =>
  calendarText({ ...anInvitation, ...entry, method: methodOf(entry) })
