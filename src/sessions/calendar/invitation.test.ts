import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  instantOf,
  onlyValue,
  readCalendar,
  unescaped,
} from '../../../tests/support/calendar-file.ts'
import { anInvitation } from '../../../tests/support/reschedulings.ts'
import { calendarText, summaryOf } from './invitation.ts'

const entryOf = (text: string) => readCalendar(text).entry

test('an invitation says all that calendars need, and of the session nothing but whose it is', () => {
  const { around, entry } = readCalendar(calendarText(anInvitation))
  expect(around.map(({ name, value }) => [name, value])).toEqual([
    ['VERSION', '2.0'],
    ['PRODID', '-//Turnabout//Turnabout//EN'],
    ['METHOD', 'REQUEST'],
  ])
  expect(entry.map(({ name, value }) => [name, unescaped(value)])).toEqual([
    ['UID', anInvitation.uid],
    ['SEQUENCE', '0'],
    ['DTSTAMP', '20261001T080000Z'],
    ['DTSTART', '20261122T090500Z'],
    ['DTEND', '20261122T095000Z'],
    ['SUMMARY', 'Session of Turnabout at the Northern'],
    ['LOCATION', 'Library, room 4'],
    ['DESCRIPTION', `To move or cancel it: ${anInvitation.link}`],
    ['ORGANIZER', 'mailto:turnabout@hospital.example'],
    ['ATTENDEE', 'MAILTO:nadia.rahman@hospital.example'],
    ['ATTENDEE', 'MAILTO:zoe.oneill@hospital.example'],
    ['STATUS', 'CONFIRMED'],
    ['X-MICROSOFT-DISALLOW-COUNTER', 'TRUE'],
    ['CLASS', 'PRIVATE'],
  ])
})

test('nobody is asked to reply: what they said to each other is in Turnabout', () => {
  const attendees = entryOf(calendarText(anInvitation)).filter(({ name }) => name === 'ATTENDEE')
  expect(attendees.map(({ parameters }) => parameters)).toEqual(
    ['Nadia Rahman', 'Zoë O’Neill'].map((name) => ({
      ...{ ROLE: 'REQ-PARTICIPANT', CUTYPE: 'INDIVIDUAL', PARTSTAT: 'NEEDS-ACTION' },
      ...{ RSVP: 'FALSE', CN: name },
    })),
  )
})

test('a cancellation says so in its method and in its status', () => {
  const { around, entry } = readCalendar(
    calendarText({ ...anInvitation, method: 'CANCEL', sequence: 4 }),
  )
  expect(onlyValue(around, 'METHOD')).toBe('CANCEL')
  expect(onlyValue(entry, 'STATUS')).toBe('CANCELLED')
  expect(onlyValue(entry, 'SEQUENCE')).toBe('4')
})

test('no place and no link leave no trace', () => {
  const text = calendarText({ ...anInvitation, place: null, link: null })
  expect(text).not.toMatch(/LOCATION|DESCRIPTION|null/)
})

test('the hour that comes twice in October has one meaning', () => {
  const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((time) =>
    onlyValue(entryOf(calendarText({ ...anInvitation, startsAt: new Date(time) })), 'DTSTART'),
  )
  expect([first, second]).toEqual(['20261025T003000Z', '20261025T013000Z'])
  expect(instantOf(String(second)).getTime() - instantOf(String(first)).getTime()).toBe(3_600_000)
})

const plain = (text: string): string =>
  text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/\p{Cc}/gu, '')

test('whatever people type stays one text in its own place, folded between signs', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }).filter((text) => text.isWellFormed()),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('a\r\nATTENDEE:mailto:x@y.example', 'END:VEVENT\nEND:VCALENDAR', '\\n;,:"^'),
  )
  fc.assert(
    fc.property(typed, typed, typed, (programme, place, name) => {
      const organizer = { name, email: 'a@b.example' }
      const text = calendarText({
        ...anInvitation,
        summary: summaryOf(programme),
        place,
        organizer,
      })
      const entry = entryOf(text)
      expect(unescaped(onlyValue(entry, 'SUMMARY'))).toBe(plain(summaryOf(programme)))
      if (plain(place) !== '') expect(unescaped(onlyValue(entry, 'LOCATION'))).toBe(plain(place))
      expect(onlyValue(entry, 'ORGANIZER')).toBe('mailto:a@b.example')
      expect(entry.filter((property) => property.name === 'ATTENDEE')).toHaveLength(2)
    }),
    { seed: 75, numRuns: 300 },
  )
})
