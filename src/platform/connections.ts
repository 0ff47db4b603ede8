/** How to reach the database: as owner of the tables (migrations alone) and as the app, which is bound by row-level security. */
import { createHmac } from 'node:crypto'
import pg from 'pg'
import type { Config } from './config.ts'
import { openEmbeddedPostgres } from './embedded-postgres.ts'

export const appRole = 'turnabout_app'
const ownerRole = 'turnabout_owner'
const databaseName = 'turnabout'

export type Connections = {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  /** Of the embedded cluster; a server of the operator's own is not ours to administer. */
  readonly administrator: pg.ClientConfig | null
  /** The owner's login serves for the app too, in the app's role. */
  readonly ownerActsAsApp: boolean
  readonly close: () => Promise<void>
}

export const openConnections = async (config: Config): Promise<Connections> => {
  if (config.ownerDatabaseUrl === null) return openEmbedded(config.dataFolder)
  const owner = { connectionString: config.ownerDatabaseUrl }
  const app =
    config.appDatabaseUrl === null
      ? { ...owner, options: `-c role=${appRole}` }
      : { connectionString: config.appDatabaseUrl }
  const ownerActsAsApp = config.appDatabaseUrl === null
  return { owner, app, administrator: null, ownerActsAsApp, close: async () => undefined }
}

const openEmbedded = async (dataFolder: string): Promise<Connections> => {
  const cluster = await openEmbeddedPostgres(dataFolder)
  const { administrator } = cluster
  const owner = { ...administrator, ...loginOf(administrator, ownerRole), database: databaseName }
  const app = { ...administrator, ...loginOf(administrator, appRole), database: databaseName }
  await withClient(administrator, (client) => makeDatabase(client, [owner, app]))
  return { owner, app, administrator, ownerActsAsApp: false, close: cluster.close }
}

/** Passwords follow from the superuser's, which is made with the cluster: there is one secret to keep. */
const loginOf = (administrator: pg.ClientConfig, user: string) => ({
  user,
  password: createHmac('sha256', String(administrator.password)).update(user).digest('base64url'),
})

const makeDatabase = async (
  client: pg.Client,
  roles: readonly pg.ClientConfig[],
): Promise<void> => {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [
    databaseName,
  ])
  if (rows.length > 0) return
  for (const { user, password } of roles) {
    const name = client.escapeIdentifier(String(user))
    const secret = client.escapeLiteral(String(password))
    await client.query(
      `do $$ begin create role ${name} login nosuperuser nobypassrls password ${secret};
       exception when duplicate_object or unique_violation then null; end $$`,
    )
  }
  await client.query(`create database ${databaseName} owner ${ownerRole}`).catch(ignoreIfPresent)
}

/** Two processes that start at once on a new folder: the second finds the database there. */
const ignoreIfPresent = (error: unknown): void => {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code !== '42P04' && code !== '23505') throw error
}

export const withClient = async <T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
