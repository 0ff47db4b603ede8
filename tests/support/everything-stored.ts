/** All that is stored, in every organisation: to see that nothing has changed, or what is written there. */
import { sql } from 'kysely'
import { listOrganisations } from '../../src/organisations/store.ts'
import {
  type Database,
  installationId,
  read,
  type Transaction,
} from '../../src/platform/database.ts'

/** Runs the work in the name of the installation and of each organisation. */
const inEach = async <T>(
  database: Database,
  work: (tx: Transaction) => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  const organisations = await read(database, installationId, listOrganisations)
  const ids = [installationId, ...organisations.map(({ organisationId }) => organisationId)]
  return (await Promise.all(ids.map((id) => read(database, id, work)))).flat()
}

export const tablesOf = async (tx: Transaction): Promise<readonly string[]> => {
  // The views of information_schema take ten times as long.
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'organisation_id')
    order by 1`.execute(tx)
  return rows.map(({ name }) => name)
}

/** The rows of one table, of every organisation. */
export const allRowsOf = (database: Database, table: string): Promise<readonly string[]> =>
  inEach(database, async (tx) => {
    const { rows } = await sql<{ text: string }>`
      select to_jsonb(entry)::text as text from ${sql.table(table)} entry order by 1`.execute(tx)
    return rows.map(({ text }) => text)
  })

/** Table by table the number of rows and their hash: equal before and after means that nothing has changed. */
export const everythingStored = (database: Database): Promise<readonly string[]> =>
  inEach(database, async (tx) => {
    const hashes = (await tablesOf(tx)).map(
      (table) => sql`
        select ${sql.lit(table)} as name, count(*)::text as n,
               md5(string_agg(entry::text, ' ' order by entry::text)) as hash
        from ${sql.table(table)} entry`,
    )
    const { rows } = await sql<{ name: string; n: string; hash: string }>`
      select current_organisation() as organisation, * from (${sql.join(hashes, sql` union all `)}) t
      order by name`.execute(tx)
    return rows.map((row) => Object.values(row).join(' '))
  })
