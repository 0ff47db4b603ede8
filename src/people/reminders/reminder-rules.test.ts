import { describe, expect, test } from 'vitest'
import { dueReminders, isTimeToRemind, nextReminder } from './reminder-rules.ts'

const days = [3, 7, 14]
const since = '2026-10-01'
const sent = (...numbers: number[]) => ({ days, since, sent: new Set(numbers) })

describe('a reminder', () => {
  test('is due from its day on, and not before', () => {
    expect(dueReminders(sent(), '2026-10-03')).toEqual([])
    expect(dueReminders(sent(), '2026-10-04')).toEqual([1])
    expect(dueReminders(sent(1), '2026-10-07')).toEqual([])
    expect(dueReminders(sent(1), '2026-10-08')).toEqual([2])
    expect(dueReminders(sent(1, 2, 3), '2027-10-08')).toEqual([])
  })

  test('stands for those that were missed', () => {
    expect(dueReminders(sent(), '2026-10-15')).toEqual([1, 2, 3])
    expect(dueReminders(sent(1), '2026-10-15')).toEqual([2, 3])
  })

  test('counts days, not hours, over the end of summer time too', () => {
    const reminding = { days: [3], since: '2026-10-24', sent: new Set<number>() }
    expect(dueReminders(reminding, '2026-10-26')).toEqual([])
    expect(dueReminders(reminding, '2026-10-27')).toEqual([1])
  })

  test('has a day on which the next one comes, until none is left', () => {
    expect(nextReminder(sent())).toBe('2026-10-04')
    expect(nextReminder(sent(1))).toBe('2026-10-08')
    expect(nextReminder(sent(1, 2, 3))).toBeNull()
  })
})

test.each([
  ['2026-07-01T06:59:00Z', false],
  ['2026-07-01T07:00:00Z', true],
  ['2026-12-01T07:59:00Z', false],
  ['2026-12-01T08:00:00Z', true],
  ['2026-12-01T19:59:00Z', true],
  ['2026-12-01T20:00:00Z', false],
])('at %s, it is day in London: %s', (time, isDay) => {
  expect(isTimeToRemind(new Date(time))).toBe(isDay)
})
