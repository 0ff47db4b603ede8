/** Days as somebody types them, and as they are kept. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { TypedDate } from '../../web/components/date-input.tsx'

export type DateProblem = { readonly kind: 'date.not_a_day' }

/**
 * Null: nothing was typed.
 * @example readTypedDate({ day: '3', month: '11', year: '2026' }) // '2026-11-03'
 */
export const readTypedDate = (typed: TypedDate): Result<string | null, DateProblem> => {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => part.trim())
  if (`${day}${month}${year}` === '') return ok(null)
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isDay(text) ? ok(text) : fail({ kind: 'date.not_a_day' })
}

const isDay = (text: string): boolean => {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

export const typedDateOf = (day: string | null): TypedDate => {
  const [year = '', month = '', date = ''] =
    day?.split('-').map((part) => part.replace(/^0/, '')) ?? []
  return { day: date, month, year }
}
