import { expect, test } from 'vitest'
import { readTypedDate, typedDateOf } from './typed-dates.ts'

const typed = (day: string, month: string, year: string) => readTypedDate({ day, month, year })

test('a day is read with or without leading zeros, and nothing typed is no day', () => {
  expect(typed('3', ' 11 ', '2026')).toEqual({ ok: true, value: '2026-11-03' })
  expect(typed('03', '11', '2026')).toEqual({ ok: true, value: '2026-11-03' })
  expect(typed('', ' ', '')).toEqual({ ok: true, value: null })
})

test.each([
  ['31', '2', '2026'],
  ['1', '13', '2026'],
  ['1', '1', '26'],
  ['', '1', '2026'],
  ['one', '1', '2026'],
  ['-1', '1', '2026'],
])('%s %s %s is no day', (day, month, year) => {
  expect(typed(day, month, year)).toEqual({ ok: false, problem: { kind: 'date.not_a_day' } })
})

test('a kept day goes back into the fields', () => {
  expect(typedDateOf('2026-11-03')).toEqual({ day: '3', month: '11', year: '2026' })
  expect(typedDateOf(null)).toEqual({ day: '', month: '', year: '' })
})
