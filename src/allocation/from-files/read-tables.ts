/** The tables that the draw is made from, as files: willingness, who supervises whom, who is never paired. */
import { type CsvRow, type CsvTable, csvErrors, readCsv } from '../../lib/csv.ts'
import type { Pair } from '../model.ts'
import { keyOf } from '../pairings/possible-pairs.ts'
import type { InputError } from '../problems.ts'

export type SourceFile = { readonly file: string; readonly bytes: Uint8Array }

export type WillingnessTable = {
  /** Everybody named, each once, also those with 0 alone. */
  readonly mentors: readonly string[]
  readonly mentees: readonly string[]
  readonly willing: readonly Pair[]
}

/** What could be read, and everything that is wrong; null where the file is no such table at all. */
export type Reading<T> = { readonly value: T | null; readonly errors: readonly InputError[] }

type Row = Pair & { readonly row: number; readonly cells: ReadonlyMap<string, string> }
type Faults = (row: Row) => readonly Fault[]
type Fault = { readonly column: string | null; readonly sentence: string }

/** Columns mentor, mentee, willing (1 or 0); a pair without a row counts as not willing. */
export const readWillingness = (source: SourceFile): Reading<WillingnessTable> => {
  const { value: rows, errors } = readRows(source, ['mentor', 'mentee', 'willing'], (row) =>
    isOneOrZero(row.cells.get('willing') ?? ''),
  )
  if (rows === null) return { value: null, errors }
  const willing = rows.filter((row) => row.cells.get('willing') === '1')
  const mentors = [...new Set(rows.map(({ mentor }) => mentor))]
  const mentees = [...new Set(rows.map(({ mentee }) => mentee))]
  return { value: { mentors, mentees, willing: willing.map(pairOf) }, errors }
}

/** Columns mentor, mentee, such as who supervises whom. Both must be named in the willingness. */
export const readPairs = (
  source: SourceFile,
  people: WillingnessTable | null,
): Reading<readonly Pair[]> => {
  const { value: rows, errors } = readRows(source, ['mentor', 'mentee'], ({ mentor, mentee }) =>
    people === null
      ? []
      : [
          ...isKnown('mentor', mentor, people.mentors),
          ...isKnown('mentee', mentee, people.mentees),
        ],
  )
  return { value: rows?.map(pairOf) ?? null, errors }
}

const readRows = (
  { file, bytes }: SourceFile,
  columns: readonly string[],
  faultsOf: Faults,
): Reading<readonly Row[]> => {
  const table = readCsv(bytes)
  if (!table.ok) {
    const errors = csvErrors(table.problem)
    return { value: null, errors: errors.map((error) => ({ file, column: null, ...error })) }
  }
  const faults = columnFaults(table.value, columns)
  if (faults.length > 0) {
    return { value: null, errors: faults.map((fault) => ({ file, row: 1, ...fault })) }
  }
  const rows = table.value.rows.map((row) => rowOf(table.value.header, row))
  const first = firstRows(rows)
  const errors = rows.flatMap((row) =>
    [...idFaults(row), ...faultsOf(row), ...repeated(row, first)].map((fault) => ({
      file,
      row: row.row,
      ...fault,
    })),
  )
  return { value: rows, errors }
}

const columnFaults = ({ header }: CsvTable, columns: readonly string[]): Fault[] => [
  ...columns
    .filter((column) => !header.includes(column))
    .map((column) => ({ column, sentence: 'the column is missing; add it' })),
  ...columns
    .filter((column) => header.indexOf(column) !== header.lastIndexOf(column))
    .map((column) => ({ column, sentence: 'the column stands here twice; keep one' })),
]

const rowOf = (header: readonly string[], { row, cells }: CsvRow): Row => {
  const named = new Map(header.map((column, position) => [column, cells[position] ?? '']))
  return { row, cells: named, mentor: named.get('mentor') ?? '', mentee: named.get('mentee') ?? '' }
}

const pairOf = ({ mentor, mentee }: Pair): Pair => ({ mentor, mentee })

const idFaults = ({ mentor, mentee }: Row): Fault[] => [
  ...isId('mentor', mentor),
  ...isId('mentee', mentee),
]

const isId = (column: string, id: string): Fault[] => {
  if (id.trim() === '') return [{ column, sentence: 'the cell is empty; fill it in' }]
  if (id === id.trim()) return []
  return [{ column, sentence: `“${id}” has a space before or after it; remove the space` }]
}

const isOneOrZero = (value: string): Fault[] =>
  value === '1' || value === '0'
    ? []
    : [{ column: 'willing', sentence: `“${value}” is not known; write 1 (willing) or 0 (not)` }]

const isKnown = (column: string, id: string, known: readonly string[]): Fault[] =>
  id.trim() === '' || known.includes(id)
    ? []
    : [
        {
          column,
          sentence: `“${id}” is not a ${column} in the willingness table; add rows there or correct the id`,
        },
      ]

const firstRows = (rows: readonly Row[]): ReadonlyMap<string, number> =>
  new Map(rows.toReversed().map((row) => [keyOf(row), row.row]))

const repeated = (row: Row, first: ReadonlyMap<string, number>): Fault[] => {
  const earlier = first.get(keyOf(row))
  if (earlier === undefined || earlier === row.row || row.mentor === '' || row.mentee === '') {
    return []
  }
  const sentence = `${row.mentor} with ${row.mentee} is in row ${earlier} already; keep one of the two rows`
  return [{ column: null, sentence }]
}
