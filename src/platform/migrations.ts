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
): Promise<readonly string[]> => {
  const pool = new pg.Pool({ ...owner, max: 1 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql.raw(makeAppRole).execute(db)
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

/** On a server of the operator's own the role may not exist yet; making it needs CREATEROLE. */
const makeAppRole = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${appRole}') then
      create role ${appRole} nologin nosuperuser nobypassrls;
      execute format('grant ${appRole} to %I', current_user);
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$;`

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
