/** Writes a study as the files of a study folder. Reading them again gives the same study. */
import { type CsvCell, writeCsv } from '../../lib/csv.ts'
import type { Study } from '../study.ts'
import { allocationJson } from './study-folder/allocation.ts'
import {
  packageFile,
  type ResourceName,
  resourceNames,
  type TableName,
  tableNames,
  usualFile,
} from './study-folder/data-package.ts'
import { columnsOf, optionalColumnsOf } from './study-folder/read-resources.ts'
import { tableSchemas } from './study-folder/table-schemas.ts'

/**
 * File name → text, every table of the format, the ones without rows too; how the pairs came about where it is known. Rows keep the order of the
 * study; who exports a real programme puts them in an order that gives nobody away.
 */
export const studyFolderFiles = (study: Study): ReadonlyMap<string, string> => {
  const rows = rowsOf(study)
  const columns = writtenColumns(study, rows)
  const writeTable = (name: TableName): string =>
    writeCsv(
      columns(name),
      rows[name].map((row) => columns(name).map((column) => row[column] ?? null)),
    )
  return new Map([
    [packageFile, asJson(dataPackageOf(study, columns))],
    [usualFile('protocol'), asJson(study.protocol)],
    ...tableNames.map((name) => [usualFile(name), writeTable(name)] as const),
    ...(study.allocation === undefined
      ? []
      : [[usualFile('allocation'), asJson(allocationJson(study.allocation))] as const]),
  ])
}

type Columns = (name: TableName) => readonly string[]

const writtenColumns = ({ protocol }: Study, rows: Tables): Columns => {
  const columns = columnsOf(protocol)
  return (name) =>
    columns[name].filter(
      (column) =>
        !optionalColumnsOf(name).includes(column) ||
        rows[name].some((row) => (row[column] ?? null) !== null),
    )
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

type Rows = readonly Readonly<Record<string, CsvCell>>[]

/** The rows of each table, by column. */
type Tables = Readonly<Record<TableName, Rows>>

const rowsOf = (study: Study): Tables => ({
  participants: study.participants.map(({ characteristics, leftAfterPhase, ...person }) => ({
    ...characteristics,
    ...person,
    left_after_phase: leftAfterPhase,
  })),
  scores: study.scores,
  answers: study.answers,
  willingness: study.willingness.map(({ isWilling, ...pair }) => ({
    ...pair,
    willing: isWilling ? 1 : 0,
  })),
  sessions: study.sessions.map(({ durationMinutes, ...session }) => ({
    ...session,
    duration_min: durationMinutes,
  })),
  comments: study.comments,
  codebook: study.codebook,
  codings: study.codings,
})

type Described = Pick<Study, 'protocol' | 'versions' | 'allocation'>

const dataPackageOf = ({ protocol, versions, allocation }: Described, columns: Columns) => ({
  profile: 'data-package',
  name: protocol.id,
  title: protocol.title,
  ...(versions === undefined ? {} : { protocolVersions: versions }),
  resources: resourceNames
    .filter((name) => name !== 'allocation' || allocation !== undefined)
    .map(resourceIn(tableSchemas(protocol), columns)),
})

const resourceIn =
  (schemas: ReturnType<typeof tableSchemas>, columns: Columns) =>
  (name: ResourceName): object => {
    const file = { name, path: usualFile(name), encoding: 'utf-8' }
    if (name === 'protocol' || name === 'allocation') {
      return { ...file, profile: 'data-resource', format: 'json', mediatype: 'application/json' }
    }
    const table = { profile: 'tabular-data-resource', format: 'csv', mediatype: 'text/csv' }
    const { fields, ...keys } = schemas[name]
    const written = fields.filter((field) => columns(name).includes(field.name))
    return { ...file, ...table, schema: { fields: written, ...keys } }
  }
