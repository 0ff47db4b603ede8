/** The database goes away while it is used: what was under way fails, the process lives, and it finds its way back. */
import { sql } from 'kysely'
import { afterAll, expect, inject, test, vi } from 'vitest'
import { withClient } from '../src/platform/connections.ts'
import type { Transaction } from '../src/platform/database.ts'
import { newDatabase } from './support/database.ts'

const { database, drop } = await newDatabase()
afterAll(drop)

const processOf = async (tx: Transaction): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  return Number(rows[0]?.pid)
}

/** As a restart of PostgreSQL does it. Waits until the connection has ended. */
const breakConnection = (pid: number): Promise<void> =>
  withClient(inject('administrator'), async (client) => {
    await client.query('select pg_terminate_backend($1, 60000)', [pid])
  })

test('a connection that breaks inside a transaction fails that transaction and nothing else', async () => {
  const transaction = database.transaction().execute(async (tx) => {
    await breakConnection(await processOf(tx))
    await sql`select 1`.execute(tx)
  })
  await expect(transaction).rejects.toThrow()
  expect((await sql<{ n: number }>`select 1 as n`.execute(database)).rows).toEqual([{ n: 1 }])
})

test('a connection that breaks while nobody uses it is replaced', async () => {
  const pid = await database.transaction().execute(processOf)
  await breakConnection(pid)
  const next = await vi.waitFor(() => database.transaction().execute(processOf))
  expect(next).not.toBe(pid)
})
