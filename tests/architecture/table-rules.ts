/** What the table files say about each other. */
import { rooms } from '../../src/flow.ts'
import type { Rule } from './rule.ts'
import { nameOf, roomOf, type SourceFile } from './source-files.ts'

const isTableFile = (file: SourceFile): boolean =>
  /^src\/[^/]+\/tables\/[^/]+\.sql$/.test(file.path)

const withoutComments = (sql: string): string => sql.replace(/--[^\n]*/g, '')

const tablesMadeIn = ({ text }: SourceFile): readonly string[] =>
  [...withoutComments(text).matchAll(/\bcreate table (\w+)/gi)].map(([, table = '']) => table)

const tablesReferredTo = ({ text }: SourceFile): readonly string[] =>
  [...withoutComments(text).matchAll(/\breferences\s+(\w+)/gi)].map(([, table = '']) => table)

const order: readonly string[] = rooms

/** Platform refers to no table; a room to its own and to those of rooms before it. */
const mayReferTo = (from: string, to: string | undefined): boolean =>
  to !== undefined &&
  from !== 'platform' &&
  order.includes(to) &&
  order.indexOf(to) <= order.indexOf(from)

const foreignKeysGoBack: Rule = {
  fact: 'a foreign key points to a table of the same room or of one before it, and platform has none',
  breachesIn: (files) => {
    const tables = files.filter(isTableFile)
    const rooms = new Map(
      tables.flatMap((file) =>
        tablesMadeIn(file).map((table) => [table, roomOf(file.path)] as const),
      ),
    )
    return tables.flatMap((file) =>
      tablesReferredTo(file)
        .filter((table) => !mayReferTo(roomOf(file.path), rooms.get(table)))
        .map((table) => `${file.path}: refers to ${table}; ${foreignKeysGoBack.fact}`),
    )
  },
}

const oneTablePerFile: Rule = {
  fact: 'a table has a file of its own, with its name',
  breachesIn: (files) =>
    files.filter(isTableFile).flatMap((file) =>
      tablesMadeIn(file)
        .filter((table) => nameOf(file.path) !== `${table.replaceAll('_', '-')}.sql`)
        .map((table) => `${file.path}: makes ${table}; ${oneTablePerFile.fact}`),
    ),
}

export const tableRules = { foreignKeysGoBack, oneTablePerFile }
