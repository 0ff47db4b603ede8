/** One server per data folder: a second start says who holds it. The lock goes with the process, however it ends. */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { fail, ok, type Result } from '../lib/result.ts'
import { isPassing } from './embedded-postgres.ts'
import { keepConnection } from './kept-connection.ts'

const serverLock = 7_480_002

export type HeldProblem = { readonly kind: 'data_folder.held'; readonly holder: string }

/** @param self what a second start will say, such as `process 4711 on http://localhost:3000` */
export const holdDataFolder = async (
  app: pg.ClientConfig,
  self: string,
): Promise<Result<{ readonly release: () => Promise<void> }, HeldProblem>> => {
  const config = { ...app, application_name: `turnabout: ${self}`.slice(0, 63) }
  const { client, isHeld } = await tryLock(config)
  if (!isHeld) {
    const holder = await nameHolder(client)
    await client.end()
    return fail({ kind: 'data_folder.held', holder })
  }
  const first = [client]
  const kept = await keepConnection(async () => first.pop() ?? lockAgain(config))
  return ok({ release: kept.end })
}

const tryLock = async (config: pg.ClientConfig) => {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [serverLock])
  return { client, isHeld: rows[0]?.held === true }
}

/** The database was lost and comes back; meanwhile nobody else can have started on this folder. */
const lockAgain = async (config: pg.ClientConfig): Promise<pg.Client> => {
  for (;;) {
    const locked = await tryLock(config).catch((error: unknown) => {
      if (isPassing(error)) return null
      throw error
    })
    if (locked !== null) return locked.client
    await wait(100)
  }
}

const nameHolder = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query(
    `select application_name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and granted and objid = $1`,
    [serverLock],
  )
  return String(rows[0]?.application_name ?? 'another server').replace('turnabout: ', '')
}
