/** The rows and cells of a table in text: commas, semicolons or tabs, quoted as RFC 4180 says. */
import { CsvError, parse } from 'csv-parse/sync'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { countUnderstood } from './headings.ts'
import type { TableProblem } from './model.ts'

/** A row as a spreadsheet counts it: the first is 1, and an empty row takes a number. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] }

/** People in one go. */
export const mostPeople = 5000
/** More is no list of 5,000 people: that would be 600 characters for each, or 20 lines, or 100 cells. */
const most = { characters: 3_000_000, lines: 100_000, separators: 500_000, columns: 500 }

/** The rows in which something stands; the first holds the headings. */
export const readRows = (text: string): Result<readonly TableRow[], TableProblem> => {
  if (text.length > most.characters) return fail(tooLarge)
  if (Math.max(countOf('\n', text), countOf('\r', text)) > most.lines) return fail(tooLarge)
  const { separator, columns } = separatorOf(text)
  if (columns > most.columns || countOf(separator, text) > most.separators) return fail(tooLarge)
  return parsed(text, separator)
}

const tooLarge: TableProblem = { kind: 'people_table.too_large' }

const countOf = (sign: string, text: string): number => {
  let count = 0
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1
  return count
}

const separators = [',', ';', '\t'] as const
type Separator = (typeof separators)[number]

const longestHeader = 100_000

/** That by which most headings are understood; if it is not clear, that which makes most columns. */
const separatorOf = (text: string): { separator: Separator; columns: number } => {
  const [header = ''] = text
    .trimStart()
    .slice(0, longestHeader)
    .split(/[\r\n]/, 1)
  const candidates = separators.map((separator) => {
    const cells = header.split(separator)
    return { separator, columns: cells.length, understood: countUnderstood(cells) }
  })
  return candidates.reduce((best, one) => {
    if (one.understood !== best.understood) return one.understood > best.understood ? one : best
    return one.columns > best.columns ? one : best
  })
}

const parsed = (text: string, delimiter: Separator): Result<readonly TableRow[], TableProblem> => {
  try {
    const record_delimiter = ['\r\n', '\n', '\r']
    const rows = parse(text, { delimiter, record_delimiter, relax_column_count: true })
    return ok(
      rows
        .map((cells, index) => ({ row: index + 1, cells }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED'
    const [row, column] = [Number(error.records) + 1, Number(error.column) + 1]
    return fail({ kind: 'people_table.quote', row, column, isOpen })
  }
}
