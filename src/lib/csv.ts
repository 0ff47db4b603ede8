/**
 * Comma-separated tables as RFC 4180 describes them, in UTF-8.
 *
 * A row is what a spreadsheet shows as one: the header is row 1, a record with a line break inside
 * quotes is one row, and an empty line takes a number though it holds nothing.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { fail, ok, type Result } from './result.ts'

export type CsvRow = { readonly row: number; readonly cells: readonly string[] }
export type CsvTable = { readonly header: readonly string[]; readonly rows: readonly CsvRow[] }

export type RaggedRow = { readonly row: number; readonly cells: number }

export type CsvProblem =
  | {
      readonly kind: 'csv.not_utf8'
      readonly guess: 'UTF-16' | 'Windows-1252'
      readonly row: number
    }
  | { readonly kind: 'csv.too_large'; readonly bytes: number }
  | { readonly kind: 'csv.empty' }
  | { readonly kind: 'csv.separator'; readonly found: 'semicolons' | 'tabs' }
  | { readonly kind: 'csv.quote'; readonly row: number; readonly isOpen: boolean }
  | {
      readonly kind: 'csv.ragged'
      readonly header: readonly string[]
      /** The first rows of another length, at most 1,000; `total` counts them all. */
      readonly rows: readonly RaggedRow[]
      readonly total: number
    }

const keptRaggedRows = 1000
/** Five million short rows; more would need more memory than a small server has. */
const largestFile = 256 * 1024 * 1024

/** Reads a table. Cells come as written, not trimmed; empty lines are left out but counted as rows. */
export const readCsv = (bytes: Uint8Array): Result<CsvTable, CsvProblem> => {
  const text = decodeUtf8(bytes)
  if (!text.ok) return text
  const records = text.value.includes('"') ? quotedRecords(bytes) : ok(plainRecords(text.value))
  if (!records.ok) return records
  const [header, ...rows] = numberedRows(records.value)
  if (header === undefined || header.row !== 1) return fail({ kind: 'csv.empty' })
  const separator = wrongSeparator(header.cells)
  if (separator !== null) return fail(separator)
  const ragged = rows.filter((row) => row.cells.length !== header.cells.length)
  if (ragged.length > 0) return fail(raggedProblem(header.cells, ragged))
  return ok({ header: header.cells, rows })
}

const raggedProblem = (header: readonly string[], rows: readonly CsvRow[]): CsvProblem => ({
  kind: 'csv.ragged',
  header,
  rows: rows.slice(0, keptRaggedRows).map(({ row, cells }) => ({ row, cells: cells.length })),
  total: rows.length,
})

/** Without a quotation mark every comma and line end is a separator: ten times as fast as parsing. */
const plainRecords = (text: string): string[][] => {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  const shared = shareEqualCells()
  return lines.map((line) => line.split(',').map(shared))
}

/** Tables say the same things over and over: equal cells are kept once, in half the memory. */
const shareEqualCells = (): ((cell: string) => string) => {
  const known = new Map<string, string>()
  return (cell) => {
    const same = known.get(cell)
    if (same !== undefined) return same
    known.set(cell, cell)
    return cell
  }
}

const quotedRecords = (bytes: Uint8Array): Result<string[][], CsvProblem> => {
  try {
    const options = { bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }
    return ok(parse(bytes, options))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error.records) + 1
    return fail({ kind: 'csv.quote', row, isOpen: error.code === 'CSV_QUOTE_NOT_CLOSED' })
  }
}

const numberedRows = (records: readonly (readonly string[])[]): readonly CsvRow[] =>
  records
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '')

/** Spreadsheets of some countries write semicolons: then the whole header is one cell. */
const wrongSeparator = (header: readonly string[]): CsvProblem | null => {
  if (header.length > 1) return null
  if (header[0]?.includes(';')) return { kind: 'csv.separator', found: 'semicolons' }
  if (header[0]?.includes('\t')) return { kind: 'csv.separator', found: 'tabs' }
  return null
}

/** A zero byte is never in a text table, and in every other byte of western UTF-16. */
const decodeUtf8 = (bytes: Uint8Array): Result<string, CsvProblem> => {
  if (bytes.length > largestFile) return fail({ kind: 'csv.too_large', bytes: bytes.length })
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  if (isUtf16 || bytes.includes(0)) return fail({ kind: 'csv.not_utf8', guess: 'UTF-16', row: 1 })
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return fail({ kind: 'csv.not_utf8', guess: 'Windows-1252', row: rowOfFirstBadByte(bytes) })
  }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const rowOfFirstBadByte = (bytes: Uint8Array): number => {
  const [before = ''] = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)
  return before.split('\n').length
}

/** Each thing that is wrong, with the row where there is one: for lists of everything wrong in a file. */
export const csvErrors = (
  problem: CsvProblem,
): readonly { readonly row: number | null; readonly sentence: string }[] => {
  switch (problem.kind) {
    case 'csv.not_utf8':
      return [{ row: problem.row, sentence: encodingSentence(problem.guess) }]
    case 'csv.too_large':
      return [{ row: null, sentence: 'the file is larger than 256 MB; split it' }]
    case 'csv.empty':
      return [
        {
          row: null,
          sentence: 'the file has no header in its first row; write the column names there',
        },
      ]
    case 'csv.separator':
      return [
        {
          row: 1,
          sentence: `the cells are separated by ${problem.found}; save the file with commas`,
        },
      ]
    case 'csv.quote':
      return [{ row: problem.row, sentence: quoteSentence(problem.isOpen) }]
    case 'csv.ragged':
      return problem.rows.map(({ row, cells }) => ({
        row,
        sentence: `${countOfCells(cells)} where the header has ${problem.header.length}; add or remove cells`,
      }))
  }
}

const countOfCells = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`)

const encodingSentence = (guess: 'UTF-16' | 'Windows-1252'): string => {
  const found = guess === 'UTF-16' ? 'UTF-16, or not a text file' : 'probably Windows-1252'
  return `the text is not UTF-8 (${found}); open the file in a spreadsheet and save it as “CSV UTF-8 (comma delimited)”`
}

const quoteSentence = (isOpen: boolean): string =>
  isOpen
    ? 'a quotation mark is opened and never closed; close it, or write "" for a quotation mark inside a cell'
    : 'a quotation mark stands in the middle of a cell; put the whole cell in quotation marks and write "" for the one inside'

/** The whole problem in one sentence, for a person who opened or sent the file. */
export const sentenceOfCsvProblem = (problem: CsvProblem, file: string): string => {
  const [first] = csvErrors(problem)
  const place = first?.row == null ? file : `${file}, row ${first.row}`
  const more = problem.kind === 'csv.ragged' ? problem.total - 1 : 0
  const others = more === 0 ? '' : ` (and ${more} more ${more === 1 ? 'row' : 'rows'})`
  return `${place}: ${first?.sentence ?? problem.kind}${others}.`
}

export type CsvCell = string | number | null

/**
 * Writes a table: line feed at the end of each row, quotation marks only where they are needed, null
 * as an empty cell. These files carry data from program to program, so a cell that starts with = + - @
 * is written as it is: nothing is put before it that a reader would take for data. What is offered
 * for opening in a spreadsheet needs its own guard.
 */
export const writeCsv = (
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string => [header, ...rows].map(writeRow).join('')

const writeRow = (cells: readonly CsvCell[]): string => {
  const line = cells.map(writeCell).join(',')
  return `${line === '' ? '""' : line}\n`
}

const writeCell = (cell: CsvCell): string => {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
