/** Writes a study as the files of a study folder. Reading them again gives the same study. */
import { type CsvCell, writeCsv } from '../../lib/csv.ts'
import type { Study } from '../study.ts'
import { packageFile, resourceNames, usualFile } from './study-folder/data-package.ts'
import { columnsOf, type TableName } from './study-folder/read-resources.ts'
import { tableSchemas } from './study-folder/table-schemas.ts'

/**
 * File name → text, every table of the format, the ones without rows too. Rows keep the order of the
 * study; who exports a real programme puts them in an order that gives nobody away.
 */
export const studyFolderFiles = (study: Study): ReadonlyMap<string, string> => {
  const columns = columnsOf(study.protocol)
  const rows = rowsOf(study)
  const tableNames = resourceNames.filter((name) => name !== 'protocol')
  const writeTable = (name: TableName): string =>
    writeCsv(
      columns[name],
      rows[name].map((row) => columns[name].map((column) => row[column] ?? null)),
    )
  return new Map([
    [packageFile, asJson(dataPackageOf(study))],
    [usualFile('protocol'), asJson(study.protocol)],
    ...tableNames.map((name) => [usualFile(name), writeTable(name)] as const),
  ])
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

type Rows = readonly Readonly<Record<string, CsvCell>>[]

/** The rows of each table, by column. */
const rowsOf = (study: Study): Readonly<Record<TableName, Rows>> => ({
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

const dataPackageOf = ({ protocol, versions }: Pick<Study, 'protocol' | 'versions'>) => {
  const schemas = tableSchemas(protocol)
  return {
    profile: 'data-package',
    name: protocol.id,
    title: protocol.title,
    ...(versions === undefined ? {} : { protocolVersions: versions }),
    resources: resourceNames.map((name) => {
      const file = { name, path: usualFile(name), encoding: 'utf-8' }
      if (name === 'protocol') {
        return { ...file, profile: 'data-resource', format: 'json', mediatype: 'application/json' }
      }
      const table = { profile: 'tabular-data-resource', format: 'csv', mediatype: 'text/csv' }
      return { ...file, ...table, schema: schemas[name] }
    }),
  }
}
