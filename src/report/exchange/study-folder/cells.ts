/** Readers of one cell: the value, or null with the error recorded. */
import { sliceByCodePoints } from '../../../lib/text.ts'
import type { RoleId } from '../../../protocol/model.ts'
import type { Cells } from './table.ts'

/** Participants by id; the role is null where participants.csv does not state one that exists. */
export type People = ReadonlyMap<string, RoleId | null>

const longestShown = 40

/** A cell as it is shown in a sentence: cut short, and without what would steer a terminal. */
export const inQuotes = (value: string): string => {
  const text = value.trim()
  const start = sliceByCodePoints(text.slice(0, 2 * longestShown), 0, longestShown)
  const rest = start.length < text.length ? '…' : ''
  const spaces = value === text ? '' : ' (with a space before or after it)'
  return `“${start.replaceAll(/\p{Cc}/gu, '�')}${rest}”${spaces}`
}

export const filled = (cells: Cells, column: string): string | null => {
  const value = cells.at(column)
  return value === '' ? cells.wrong(column, 'the cell is empty; fill it in') : value
}

/** One of the known values; `known` lists them in the sentence, unless there are too many to read. */
export const oneOf = <T extends string>(
  cells: Cells,
  column: string,
  known: readonly T[],
): T | null => {
  const value = filled(cells, column)
  if (value === null) return null
  const found = known.find((entry) => entry === value)
  if (found !== undefined) return found
  return cells.wrong(column, `${inQuotes(value)} is not known; use ${listOf(known)}`)
}

const mostListed = 12

const listOf = (known: readonly string[]): string => {
  if (known.length === 0) return 'nothing: the protocol has none'
  if (known.length === 1) return String(known[0])
  const listed = known.slice(0, mostListed)
  const rest = known.length - listed.length
  return `one of ${listed.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** A whole number from 0, written in digits only. */
export const wholeNumber = (cells: Cells, column: string): number | null => {
  const value = filled(cells, column)
  if (value === null) return null
  if (/^(0|[1-9]\d{0,14})$/.test(value)) return Number(value)
  return cells.wrong(
    column,
    `${inQuotes(value)} is not a whole number; write digits only, such as 3`,
  )
}

export const isNumber = (value: string): boolean => /^-?\d{1,15}(\.\d{1,15})?$/.test(value)

/** A number with a point as decimal mark. */
export const decimalNumber = (cells: Cells, column: string): number | null => {
  const value = filled(cells, column)
  if (value === null) return null
  if (isNumber(value)) return Number(value)
  return cells.wrong(column, `${inQuotes(value)} is not a number; write it such as 30 or 37.5`)
}

/** A participant who exists; `people` is null when participants.csv could not be read. */
export const participantOf = (
  cells: Cells,
  column: string,
  people: People | null,
): string | null => {
  const value = filled(cells, column)
  if (value === null || people === null || people.has(value)) return value
  return cells.wrong(
    column,
    `${inQuotes(value)} is not in the participants file; add the participant or mend the name`,
  )
}

/** A participant who exists in that role. */
export const personInRole = (
  cells: Cells,
  column: string,
  { people, role }: { readonly people: People | null; readonly role: RoleId },
): string | null => {
  const value = participantOf(cells, column, people)
  if (value === null) return null
  const actual = people?.get(value) ?? role
  if (actual === role) return value
  return cells.wrong(column, `${inQuotes(value)} is a ${actual}, but a ${role} belongs here`)
}
