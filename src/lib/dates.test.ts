import { expect, test } from 'vitest'
import { daysAfter, monthsAfter } from './dates.ts'

test.each([
  ['2026-11-22', 3, '2027-02-22'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-12-31', 3, '2027-03-31'],
  ['2026-03-31', 3, '2026-06-30'],
  ['2026-10-25', 12, '2027-10-25'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(monthsAfter(day, months)).toBe(expected)
})

test('any day and 12 months is a day of the same month of the next year', () => {
  const start = Date.UTC(2024, 0, 1)
  for (let index = 0; index < 366 * 4; index += 1) {
    const day = new Date(start + index * 86_400_000).toISOString().slice(0, 10)
    const later = monthsAfter(day, 12)
    expect(later.slice(0, 7)).toBe(`${Number(day.slice(0, 4)) + 1}${day.slice(4, 7)}`)
    expect(monthsAfter(day, 3) > day).toBe(true)
  }
})

test('days go over the ends of months and years', () => {
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysAfter('2026-12-10', 28)).toBe('2027-01-07')
})
