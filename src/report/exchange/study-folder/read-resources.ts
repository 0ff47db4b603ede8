/** From the files of a study folder to the study: shapes first, then every row against the protocol. */
import type { Protocol } from '../../../protocol/model.ts'
import {
  type ProtocolProblem,
  sentenceOfProtocolFault,
  sentenceOfProtocolProblem,
} from '../../../protocol/problems.ts'
import { parseProtocol } from '../../../protocol/rules.ts'
import type { Study } from '../../study.ts'
import { readAllocation } from './allocation.ts'
import type { Known } from './answering.ts'
import { answerColumns, readAnswers } from './answers.ts'
import {
  codeColumns,
  codingColumns,
  commentColumns,
  readCodebook,
  readCodings,
  readComments,
} from './comments.ts'
import { type ResourceName, type TableName, tableNames, usualFile } from './data-package.ts'
import type { ErrorList } from './errors.ts'
import {
  optionalSessionColumns,
  readSessions,
  readWillingness,
  sessionColumns,
  willingnessColumns,
} from './pairs.ts'
import { participantColumns, readParticipants, readPeople } from './participants.ts'
import { indexProtocol } from './protocol-index.ts'
import { readScores, scoreColumns } from './scores.ts'
import { readTable, type Table } from './table.ts'

export type ResourceFile = { readonly file: string; readonly bytes: Uint8Array }
export type ResourceFiles = ReadonlyMap<ResourceName, ResourceFile>

/** The columns of each table, in the order in which they are written. */
export const columnsOf = (
  protocol: Pick<Protocol, 'characteristics'>,
): Readonly<Record<TableName, readonly string[]>> => ({
  participants: [...participantColumns, ...protocol.characteristics.map(({ id }) => id)],
  scores: scoreColumns,
  answers: answerColumns,
  willingness: willingnessColumns,
  sessions: sessionColumns,
  comments: commentColumns,
  codebook: codeColumns,
  codings: codingColumns,
})

/** Those that a table may do without; where no row has anything in them, they are not written. */
export const optionalColumnsOf = (name: TableName): readonly string[] =>
  name === 'sessions' ? optionalSessionColumns : []

const columnsWithoutProtocol = columnsOf({ characteristics: [] })

/** Null when there is no protocol to check rows against: then only the shape of each table is. */
export const readResources = (files: ResourceFiles, errors: ErrorList): Study | null => {
  const protocol = readProtocol(files.get('protocol'), errors)
  const columns = protocol === null ? columnsWithoutProtocol : columnsOf(protocol)
  const table = (name: TableName): Table | null => {
    const source = files.get(name)
    if (source === undefined) return null
    const allowsOthers = name === 'participants' && protocol === null
    const known = { columns: columns[name], optional: optionalColumnsOf(name) }
    return readTable({ ...source, ...known, allowsOthers }, errors)
  }
  checkCodingFiles(files, errors)
  if (protocol !== null)
    return withAllocation(readStudy(protocol, table), files.get('allocation'), errors)
  for (const name of tableNames) table(name)
  return null
}

const withAllocation = (
  study: Study,
  source: ResourceFile | undefined,
  errors: ErrorList,
): Study => {
  const allocation = source === undefined ? null : readAllocation(source, study.sessions, errors)
  return allocation === null ? study : { ...study, allocation }
}

const readProtocol = (source: ResourceFile | undefined, errors: ErrorList): Protocol | null => {
  if (source === undefined) return null
  const protocol = parseProtocol(new TextDecoder().decode(source.bytes))
  if (protocol.ok) return protocol.value
  for (const sentence of protocolSentences(protocol.problem)) {
    errors.add({ file: source.file, row: null, column: null, sentence })
  }
  return null
}

const protocolSentences = (problem: ProtocolProblem): readonly string[] =>
  problem.kind === 'protocol.faulty'
    ? problem.faults.map(sentenceOfProtocolFault)
    : [sentenceOfProtocolProblem(problem)]

const checkCodingFiles = (files: ResourceFiles, errors: ErrorList): void => {
  const codings = files.get('codings')
  if (codings === undefined) return
  for (const name of ['comments', 'codebook'] as const) {
    if (files.has(name)) continue
    const sentence = `codings refer to ${usualFile(name)}, which is missing; put it there`
    errors.add({ file: codings.file, row: null, column: null, sentence })
  }
}

type FindTable = (name: TableName) => Table | null

const readStudy = (protocol: Protocol, table: FindTable): Study => {
  const participants = table('participants')
  const people = participants && readPeople(participants)
  const known = { protocol: indexProtocol(protocol), people }
  const rowsOf = <T>(name: TableName, read: (rows: Table) => readonly T[]): readonly T[] => {
    const rows = table(name)
    return rows === null ? [] : read(rows)
  }
  return {
    protocol,
    participants: participants && people ? readParticipants(participants, protocol, people) : [],
    scores: rowsOf('scores', (rows) => readScores(rows, known)),
    answers: rowsOf('answers', (rows) => readAnswers(rows, known)),
    willingness: rowsOf('willingness', (rows) => readWillingness(rows, people)),
    sessions: rowsOf('sessions', (rows) => readSessions(rows, people)),
    ...readTexts(table, known),
  }
}

const readTexts = (
  table: FindTable,
  known: Known,
): Pick<Study, 'comments' | 'codebook' | 'codings'> => {
  const comments = table('comments')
  const readComment = comments && readComments(comments, known)
  const codebook = table('codebook')
  const readCodes = codebook && readCodebook(codebook)
  const codings = table('codings')
  return {
    comments: readComment ?? [],
    codebook: readCodes ?? [],
    codings: codings === null ? [] : readCodings(codings, { comments, codebook }),
  }
}
