/** From a table in text to people, or to what is wrong with it, row by row and column by column: all or nobody. */
import { fail, ok, type Result } from '../../../lib/result.ts'
import { checkPeople } from './check-people.ts'
import { type Columns, columnsOf } from './headings.ts'
import type { PersonFault, ReadTable, Surroundings, TableFault, TableProblem } from './model.ts'
import { mostPeople, readRows, type TableRow } from './read-rows.ts'

const shownFaults = 200

export const readPeople = (
  text: string,
  surroundings: Surroundings,
): Result<ReadTable, TableProblem> => {
  const rows = readRows(text.replace(/^\uFEFF/, ''))
  if (!rows.ok) return rows
  const [header, ...people] = rows.value
  if (header === undefined || people.length === 0) return fail({ kind: 'people_table.empty' })
  const columns = columnsOf(header.cells)
  if (!columns.ok) return columns
  if (people.length > mostPeople) {
    return fail({ kind: 'people_table.too_many', rows: people.length, most: mostPeople })
  }
  const width = header.cells.length
  return peopleIn({ width, people, columns: columns.value }, surroundings)
}

type Table = {
  readonly width: number
  readonly people: readonly TableRow[]
  readonly columns: Columns
}

const peopleIn = (
  { width, people, columns }: Table,
  surroundings: Surroundings,
): Result<ReadTable, TableProblem> => {
  const written = people.map(({ row, cells }) => columns.written(row, cells))
  const checked = checkPeople(written, surroundings)
  const faults = [...faultsOfLength(people, width), ...checked.faults.map(inColumn(columns))]
  if (faults.length === 0) return ok({ people: checked.people, unused: columns.unused })
  return fail({
    kind: 'people_table.faulty',
    faults: faults.toSorted((one, other) => one.row - other.row).slice(0, shownFaults),
    total: faults.length,
    rows: people.length,
  })
}

const inColumn =
  (columns: Columns) =>
  (fault: PersonFault): TableFault => ({
    ...fault,
    found: shortened(fault.found),
    column: columns.headingOf(fault.field),
  })

const shownCharacters = 80

const shortened = (text: string): string =>
  text.length <= shownCharacters ? text : `${text.slice(0, shownCharacters)}…`

/** Something stands to the right of the last heading: most often a separator inside a name. */
const faultsOfLength = (people: readonly TableRow[], width: number): readonly TableFault[] =>
  people.flatMap(({ row, cells }) => {
    const beyond = cells.slice(width).find((cell) => cell.trim() !== '')
    if (beyond === undefined) return []
    const found = shortened(beyond)
    return [{ kind: 'row_too_long', row, column: '', found, cells: cells.length }]
  })
