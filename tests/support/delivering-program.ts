/** Delivery as a process of its own, which can be killed. Started with its settings as JSON in the environment. */
import { sql } from 'kysely'
import { inject } from 'vitest'
import type { Database } from '../../src/platform/database.ts'
import { masterKey } from './database.ts'
import { type Program, run } from './program.ts'

/** @param database one of its own, reached as the app */
export const startDeliveringProgram = async (
  database: Database,
  smtpUrl: string,
): Promise<Program> => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database)
  const app = { ...inject('app'), database: rows[0]?.name }
  const settings = { app, smtpUrl, masterKey: masterKey.toString('hex') }
  return run(['tests/support/deliver-until-killed.ts'], { SETTINGS: JSON.stringify(settings) })
}
