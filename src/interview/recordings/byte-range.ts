/** Which bytes a player asks for: RFC 9110, section 14. */
import type { Range } from './read-recording.ts'

/** Null: nothing of what is asked for is there. What we do not understand asks for everything. */
export const rangeOf = (asked: string | null, bytes: number): Range | null | 'all' => {
  const found = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '')
  if (found === null) return 'all'
  const [, first = '', last = ''] = found
  if (first === '' && last === '') return 'all'
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first)
  const end = first === '' || last === '' ? bytes : Math.min(bytes, Number(last) + 1)
  return start < end ? { start, end } : null
}
