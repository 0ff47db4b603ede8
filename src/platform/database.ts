/** The database as the app sees it: always in the name of one organisation, row-level security under every query. */
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction as Tx } from 'kysely'
import pg from 'pg'
import type { DB } from './database-types.ts'
import { opening, withFewRoundTrips } from './round-trips.ts'

export type Database = Kysely<DB>
export type Transaction = Tx<DB>

const [numeric, date] = [1700, 1082]
pg.types.setTypeParser(numeric, Number)
// A day is a day wherever the server stands: YYYY-MM-DD, not a moment.
pg.types.setTypeParser(date, String)

/** The organisation that stands for the installation itself. */
export const installationId = '00000000-0000-0000-0000-000000000000'

const connections = new WeakMap<Database, pg.ClientConfig>()

/** How to reach the same database, as the app, on a connection of one's own. */
export const connectionTo = (database: Database): pg.ClientConfig => {
  const connection = connections.get(database)
  if (connection === undefined) throw new Error('This database was not opened by openDatabase.')
  return connection
}

export const openDatabase = (app: pg.ClientConfig, mostConnections = 10): Database => {
  const settings = { max: mostConnections, application_name: 'turnabout', pipeline: true }
  const pool = new pg.Pool({ ...app, ...settings })
  // An idle connection that breaks (the server restarted) is replaced by the pool.
  pool.on('error', () => undefined)
  // One that breaks between two statements of a transaction says so at the next statement.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    client.query('set plan_cache_mode = force_generic_plan').catch(() => undefined)
  })
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: withFewRoundTrips(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  connections.set(database, app)
  return database
}

export const enterOrganisation = async (tx: Transaction, organisationId: string): Promise<void> => {
  await sql`${sql.raw(opening)} select set_config('app.organisation', ${organisationId}, true)
  `.execute(tx)
}

/** Reads one consistent state of an organisation, and cannot write. */
export const read = <T>(
  database: Database,
  organisationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      return work(tx)
    })

/** Whether the database answers now; for the readiness check of a load balancer. */
export const isReachable = (database: Database): Promise<boolean> =>
  sql`select 1`.execute(database).then(
    () => true,
    () => false,
  )
