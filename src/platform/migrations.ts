/** Brings the tables up to date: each file of `migrations/` runs once, in the order of its number. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { appRole } from './connections.ts'

/** @returns the names of the migrations that ran now */
export const migrate = async (
  owner: pg.ClientConfig,
  migrationFolder: string,
  { actsAsApp = false }: { readonly actsAsApp?: boolean } = {},
): Promise<readonly string[]> => {
  const pool = new pg.Pool({ ...owner, max: 1 })
  // What ends the connection while it is being closed is no failure; one that breaks before fails its statement.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql.raw(makeAppRole).execute(db).catch(explainMissingRight)
    if (actsAsApp) await sql.raw(joinAppRole).execute(db).catch(explainMissingRight)
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => readMigrations(migrationFolder) },
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
    return (results ?? []).map(({ migrationName }) => migrationName)
  } finally {
    await db.destroy()
  }
}

/** On a server of the operator's own the role may not exist yet; making it, or joining it, needs CREATEROLE. */
const makeAppRole = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${appRole}') then
      create role ${appRole} nologin nosuperuser nobypassrls;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$;`

/** The owner acts as the app in every connection of the app, unless the app has a login of its own. */
const joinAppRole = `
  do $$ begin
    if not pg_has_role(current_user, '${appRole}', 'member') then
      execute format('grant ${appRole} to %I', current_user);
    end if;
  end $$;`

const explainMissingRight = (cause: unknown): never => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code !== '42501') throw cause
  throw new Error(
    `The database user of DATABASE_URL may not make or join the role ${appRole}. Let the database's administrator run: ` +
      `create role ${appRole} nologin; grant ${appRole} to <that user>;`,
    { cause },
  )
}

const readMigrations = async (folder: string): Promise<Record<string, Migration>> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()
  const migrations = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8')
      const migration: Migration = {
        up: async (db) => {
          await sql.raw(text).execute(db)
        },
      }
      return [path.basename(file, '.sql'), migration] as const
    }),
  )
  return Object.fromEntries(migrations)
}
