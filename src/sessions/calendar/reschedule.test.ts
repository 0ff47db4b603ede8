import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, onlyValue, readCalendar } from '../../../tests/support/calendar-file.ts'
import { readByPython, whyNoPython } from '../../../tests/support/python-calendars.ts'
import { anInvitation, histories, textOf } from '../../../tests/support/reschedulings.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import { sentenceOf } from './problems.ts'
import {
  type Appointment,
  type CalendarEntry,
  type CalendarProblem,
  cancelEntry,
  moveEntry,
  planEntry,
} from './reschedule.ts'

const appointment: Appointment = {
  startsAt: new Date('2026-10-25T00:30:00Z'),
  minutes: 45,
  place: 'Library',
}
const later = { ...appointment, startsAt: new Date('2026-10-25T01:30:00Z') }
const planned = succeeded(planEntry('one', appointment))
const cancelled = succeeded(cancelEntry(planned))

describe('one entry', () => {
  test('is planned, moved twice and cancelled under one UID, each time with a higher SEQUENCE', () => {
    const moved = succeeded(moveEntry(planned, later))
    const movedAgain = succeeded(moveEntry(moved, { ...later, place: null }))
    const ended = succeeded(cancelEntry(movedAgain))
    expect(planned).toEqual({ ...appointment, state: 'planned', uid: 'one', sequence: 0 })
    expect(movedAgain).toEqual({
      ...{ ...later, place: null },
      ...{ state: 'planned', uid: 'one', sequence: 2 },
    })
    expect(ended).toEqual({ ...movedAgain, state: 'cancelled', sequence: 3 })
  })

  test.each<[string, ReturnType<typeof planEntry>, CalendarProblem['kind']]>([
    ['moving what is cancelled', moveEntry(cancelled, later), 'calendar.is_cancelled'],
    ['cancelling twice', cancelEntry(cancelled), 'calendar.is_cancelled'],
    ['moving to the same', moveEntry(planned, { ...appointment }), 'calendar.nothing_changes'],
    ['no length', planEntry('one', { ...appointment, minutes: 0 }), 'calendar.no_length'],
    ['half minutes', moveEntry(planned, { ...later, minutes: 1.5 }), 'calendar.no_length'],
  ])('is not changed by %s', (_, outcome, kind) => {
    expect(outcome).toEqual({ ok: false, problem: { kind } })
    expect(sentenceOf({ kind })).toMatch(/^[A-Z]/)
  })
})

/** A different sample each time would make a failure hard to find again. */
const thousand = { seed: 20_261_025, numRuns: 1000 }

/** Consecutive states, each with the one before it. */
const stepsOf = (told: readonly CalendarEntry[]) =>
  told.slice(1).map((entry, index) => ({ entry, before: told[index] }))

describe('1,000 reschedulings about both changes of London’s clock', () => {
  test('keep the UID and raise the SEQUENCE until the entry is cancelled', () => {
    fc.assert(
      fc.property(histories, (told) => {
        for (const { entry, before } of stepsOf(told)) {
          if (before?.state === 'cancelled') {
            expect(told.filter(({ uid }) => uid === before.uid)).not.toContain(entry)
            expect(entry).toMatchObject({ state: 'planned', sequence: 0 })
          } else {
            expect(entry.uid).toBe(before?.uid)
            expect(entry.sequence).toBe(Number(before?.sequence) + 1)
          }
        }
      }),
      thousand,
    )
  })

  test('are calendar files that a strict reader takes, with the very instants', () => {
    fc.assert(
      fc.property(histories, (told) => {
        for (const entry of told) {
          const { around, entry: read } = readCalendar(textOf(entry))
          expect(onlyValue(around, 'METHOD')).toBe(entry.state === 'planned' ? 'REQUEST' : 'CANCEL')
          expect(onlyValue(read, 'UID')).toBe(entry.uid)
          expect(onlyValue(read, 'SEQUENCE')).toBe(String(entry.sequence))
          const [starts, ends] = ['DTSTART', 'DTEND'].map((name) =>
            instantOf(onlyValue(read, name)),
          )
          expect(starts).toEqual(entry.startsAt)
          expect(Number(ends) - Number(starts)).toBe(entry.minutes * 60_000)
        }
      }),
      thousand,
    )
  })

  const missing = whyNoPython()
  test.skipIf(missing !== null)(
    `are read by Python’s icalendar as they were meant${missing === null ? '' : ` (left out: ${missing})`}`,
    () => {
      const told = fc.sample(histories, thousand).flat()
      expect(readByPython(told.map(textOf))).toEqual(told.map(asMeant))
    },
    60_000,
  )
})

const onLondonsClock = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/London',
})
const offset = new Intl.DateTimeFormat('en', {
  timeZoneName: 'longOffset',
  timeZone: 'Europe/London',
})

/** `2026-10-25 01:30 +0100` */
const inLondon = (time: Date): string => {
  const isSummer = offset.format(time).includes('GMT+01:00')
  return `${onLondonsClock.format(time)} ${isSummer ? '+0100' : '+0000'}`
}

const asMeant = (entry: CalendarEntry) => ({
  method: entry.state === 'planned' ? 'REQUEST' : 'CANCEL',
  uid: entry.uid,
  sequence: entry.sequence,
  status: entry.state === 'planned' ? 'CONFIRMED' : 'CANCELLED',
  starts: inLondon(entry.startsAt),
  ends: inLondon(new Date(entry.startsAt.getTime() + entry.minutes * 60_000)),
  summary: anInvitation.summary,
  place: entry.place,
  organizer: `mailto:${anInvitation.organizer.email}`,
  attendees: anInvitation.attendees.map(({ email }) => `mailto:${email}`),
})
