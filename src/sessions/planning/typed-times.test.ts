import { describe, expect, test } from 'vitest'
import { sentenceOfTypedTime } from './problems.ts'
import { readTypedTime, timeInWords, typedTimeIn, typedTimeOf } from './typed-times.ts'

const typed = (date: string, time: string) => {
  const [day = '', month = '', year = ''] = date.split(' ')
  return readTypedTime({ day, month, year, time })
}
const instant = (text: string) => ({ ok: true, value: new Date(text) })

describe('a day and a time of day', () => {
  test.each([
    ['24 11 2026', '14:30', '2026-11-24T14:30:00Z'],
    ['24 7 2026', '14:30', '2026-07-24T13:30:00Z'],
    ['24 7 2026', '2.30 pm', '2026-07-24T13:30:00Z'],
    ['24 7 2026', '1430', '2026-07-24T13:30:00Z'],
    ['24 7 2026', '12am', '2026-07-23T23:00:00Z'],
    ['24 7 2026', '12 PM', '2026-07-24T11:00:00Z'],
    ['24 7 2026', '9', '2026-07-24T08:00:00Z'],
    ['24 7 2026', '03:30', '2026-07-24T02:30:00Z'],
  ])('are an instant in London: %s at %s', (date, time, expected) => {
    expect(typed(date, time)).toEqual(instant(expected))
  })

  test.each([
    ['', '14:30', 'time.no_day'],
    ['24 11 2026', ' ', 'time.no_time'],
    ['31 11 2026', '14:30', 'time.not_a_day'],
    ['24 11 26', '14:30', 'time.not_a_day'],
    ['24 11 2026', 'noon', 'time.not_a_time'],
    ['24 11 2026', '24:00', 'time.not_a_time'],
    ['24 11 2026', '14:60', 'time.not_a_time'],
    ['24 11 2026', '14:30pm', 'time.not_a_time'],
    ['24 7 2026', '14:30 GMT', 'time.not_a_time'],
    ['24 11 2026', '3:30', 'time.morning_or_afternoon'],
  ] as const)(
    'are refused with a sentence when they are none: “%s” and “%s”',
    (date, time, kind) => {
      const read = typed(date, time)
      expect(read).toMatchObject({ ok: false, problem: { kind } })
      if (!read.ok) expect(sentenceOfTypedTime(read.problem)).toMatch(/^Enter /)
    },
  )

  test('are nothing when nothing was typed', () => {
    expect(typed('', '')).toEqual({ ok: true, value: null })
    expect(typedTimeIn({ 'time-1-day': '3', 'time-1-time': '9:00' }, 'time-1')).toEqual({
      ...{ day: '3', month: '', year: '', time: '9:00' },
    })
  })

  test('that may be in the night or after lunch are asked for again', () => {
    const read = typed('24 11 2026', '3:30')
    expect(read.ok ? '' : sentenceOfTypedTime(read.problem)).toBe(
      'Enter 03:30 for the night or 15:30 for the afternoon',
    )
  })
})

describe('when London’s clock changes', () => {
  test.each(['01:00', '01:30', '01:59'])('there is no %s on the last Sunday of March', (time) => {
    const problem = { kind: 'time.left_out', time, day: '2027-03-28' } as const
    expect(typed('28 3 2027', time)).toEqual({ ok: false, problem })
    expect(sentenceOfTypedTime(problem)).toContain(`There is no ${time} on 28 March 2027`)
  })

  test.each([
    ['28 3 2027', '00:59', '2027-03-28T00:59:00Z'],
    ['28 3 2027', '02:00', '2027-03-28T01:00:00Z'],
    ['21 3 2027', '01:30', '2027-03-21T01:30:00Z'],
    ['25 10 2026', '00:59', '2026-10-24T23:59:00Z'],
    ['25 10 2026', '02:00', '2026-10-25T02:00:00Z'],
    ['25 10 2026', '01:30 BST', '2026-10-25T00:30:00Z'],
    ['25 10 2026', '1:30am gmt', '2026-10-25T01:30:00Z'],
  ])('%s at %s is one instant', (date, time, expected) => {
    expect(typed(date, time)).toEqual(instant(expected))
  })

  test('a time that comes twice is named, with how to write each', () => {
    const problem = { kind: 'time.comes_twice', time: '01:30', day: '2026-10-25' } as const
    expect(typed('25 10 2026', '01:30')).toEqual({ ok: false, problem })
    expect(sentenceOfTypedTime(problem)).toBe(
      '01:30 comes twice on 25 October 2026, when the clocks go back. Enter 01:30 BST for the first or 01:30 GMT for the second',
    )
  })

  test('every quarter of an hour about it is shown as it can be typed again', () => {
    for (const start of ['2026-10-24T22:00:00Z', '2027-03-27T22:00:00Z']) {
      for (let quarter = 0; quarter < 24; quarter += 1) {
        const time = new Date(Date.parse(start) + quarter * 900_000)
        expect(readTypedTime(typedTimeOf(time))).toEqual({ ok: true, value: time })
      }
    }
  })

  test('the zone is said where it is needed, and nowhere else', () => {
    expect(timeInWords(new Date('2026-10-25T00:30:00Z'))).toBe(
      'Sunday 25 October 2026 at 01:30 BST',
    )
    expect(timeInWords(new Date('2026-10-25T01:30:00Z'))).toBe(
      'Sunday 25 October 2026 at 01:30 GMT',
    )
    expect(timeInWords(new Date('2026-11-24T14:30:00Z'))).toBe('Tuesday 24 November 2026 at 14:30')
  })
})
