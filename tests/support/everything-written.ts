/** Every row of an organisation as text, with all that is sealed in it opened: to see that something is nowhere. */
import { sql } from 'kysely'
import { loadOrganisationKey } from '../../src/organisations/store.ts'
import { type Database, read } from '../../src/platform/database.ts'
import { type Key, unseal } from '../../src/platform/keys.ts'
import { masterKey } from './database.ts'
import { tablesOf } from './everything-stored.ts'
import type { Running } from './programme-under-way.ts'

type Row = Readonly<Record<string, unknown>>

/** What is sealed belongs to its table and to one or more ids of its row. */
const contextsOf = (table: string, row: Row): readonly string[] => {
  const ids = Object.values(row).filter((value) => typeof value === 'string')
  return ids.map((id) => `${table}/${id}`)
}

const opened = (sealed: Buffer, contexts: readonly string[], keys: readonly Key[]): string => {
  for (const key of keys) {
    for (const context of contexts) {
      try {
        return unseal(key, sealed, context).toString('utf8')
      } catch {
        // Sealed with another key or for another place.
      }
    }
  }
  return sealed.toString('latin1')
}

export const everythingWritten = (
  database: Database,
  { scope: { organisationId }, programmeKey }: Pick<Running, 'scope' | 'programmeKey'>,
): Promise<string> =>
  read(database, organisationId, async (tx) => {
    const keys = [programmeKey, await loadOrganisationKey(tx, organisationId, masterKey), masterKey]
    const texts: string[] = []
    for (const table of await tablesOf(tx)) {
      const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(tx)
      for (const row of rows) {
        const contexts = contextsOf(table, row)
        texts.push(
          ...Object.values(row).map((value) =>
            Buffer.isBuffer(value) ? opened(value, contexts, keys) : JSON.stringify(value),
          ),
        )
      }
    }
    return texts.join('\n')
  })
