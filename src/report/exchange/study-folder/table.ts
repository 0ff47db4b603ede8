/** A csv file of a study folder: its columns checked, its rows handed on cell by cell. */
import {
  type CsvProblem,
  type CsvRow,
  type CsvTable,
  csvErrors,
  readCsv,
} from '../../../lib/csv.ts'
import type { ErrorList } from './errors.ts'

/** One row: its cells by column, and the way to say what is wrong with one of them. */
export type Cells = {
  readonly row: number
  /** The cell as written; empty when the column is not there. */
  readonly at: (column: string) => string
  /** Records an error and returns null, so that a reader can end with it. */
  readonly wrong: (column: string | null, sentence: string) => null
}

export type Table = {
  /** What a reader makes of each row; rows with an error are left out. */
  readonly read: <T>(readRow: (cells: Cells) => T | null) => readonly T[]
}

export type TableFile = {
  readonly file: string
  readonly bytes: Uint8Array
  readonly columns: readonly string[]
  /** Those of the columns that may be missing. */
  readonly optional: readonly string[]
  /** Columns that are not known are no error; for when it cannot be known which there are. */
  readonly allowsOthers: boolean
}

/** Null, with the errors recorded, when the file is no table with exactly these columns. */
export const readTable = (source: TableFile, errors: ErrorList): Table | null => {
  const { file, bytes } = source
  const table = readCsv(bytes)
  if (!table.ok) {
    if (table.problem.kind === 'csv.ragged') addColumnErrors(table.problem.header, source, errors)
    addCsvErrors(file, table.problem, errors)
    return null
  }
  const isRight = addColumnErrors(table.value.header, source, errors)
  return isRight ? { read: rowReader(file, table.value, errors) } : null
}

/** False when there are any. */
const addColumnErrors = (
  header: readonly string[],
  source: TableFile,
  errors: ErrorList,
): boolean => {
  const found = columnErrors(header, source)
  for (const error of found) errors.add({ file: source.file, row: 1, ...error })
  return found.length === 0
}

const addCsvErrors = (file: string, problem: CsvProblem, errors: ErrorList): void => {
  const listed = csvErrors(problem)
  for (const { row, sentence } of listed) errors.add({ file, row, column: null, sentence })
  if (problem.kind === 'csv.ragged') errors.addUnlisted(problem.total - listed.length)
}

const rowReader = (file: string, { header, rows }: CsvTable, errors: ErrorList): Table['read'] => {
  const positions = new Map(header.map((column, position) => [column, position]))
  const cellsOf = ({ row, cells }: CsvRow): Cells => ({
    row,
    at: (column) => cells[positions.get(column) ?? -1] ?? '',
    wrong: (column, sentence) => {
      errors.add({ file, row, column, sentence })
      return null
    },
  })
  return (readRow) => rows.map((row) => readRow(cellsOf(row))).filter((value) => value !== null)
}

const columnErrors = (
  header: readonly string[],
  { columns, optional, allowsOthers }: TableFile,
): readonly { readonly column: string; readonly sentence: string }[] => {
  const missing = columns.filter((column) => !header.includes(column) && !optional.includes(column))
  const repeated = header.filter((column, position) => header.indexOf(column) !== position)
  const extra = header.filter((column) => !allowsOthers && !columns.includes(column))
  return [
    ...missing.map((column) => ({ column, sentence: 'the column is missing; add it' })),
    ...repeated.map((column) => ({ column, sentence: 'the column stands here twice; keep one' })),
    ...extra.map((column) => ({
      column,
      sentence: `the column is not known here; remove it (known are ${columns.join(', ')})`,
    })),
  ]
}
