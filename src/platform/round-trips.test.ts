/** Statements that are sent later, or planned once, do what they would do at once. */
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { newDatabase } from '../../tests/support/database.ts'
import { withClient } from './connections.ts'
import { enterOrganisation, read, type Transaction } from './database.ts'
import { opening, unread } from './round-trips.ts'

const { database, drop } = await newDatabase()
afterAll(drop)
const organisationId = crypto.randomUUID()

const insert = (tx: Transaction, keyHash: string, event: string | null = 'x') =>
  sql`
  ${sql.raw(unread)}
  insert into idempotency_keys (organisation_id, key_hash, event, outcome, kept_until)
  values (${organisationId}, ${Buffer.from(keyHash)}, ${event}, '{}', now())`.execute(tx)

/** In a transaction of the organisation. */
const change = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, organisationId)
    return work(tx)
  })

const stored = (): Promise<readonly string[]> =>
  read(database, organisationId, async (tx) => {
    const rows = await tx
      .selectFrom('idempotencyKeys')
      .select('keyHash')
      .orderBy('keyHash')
      .execute()
    return rows.map(({ keyHash }) => keyHash.toString())
  })

beforeEach(() => change((tx) => tx.deleteFrom('idempotencyKeys').execute()))

test('what nobody reads the outcome of is stored with the commit', async () => {
  await change((tx) => insert(tx, 'a'))
  expect(await stored()).toEqual(['a'])
})

test('it is stored before what comes after it, and seen by it', async () => {
  const seen = await change(async (tx) => {
    await insert(tx, 'a')
    await insert(tx, 'b')
    return tx.selectFrom('idempotencyKeys').select('keyHash').execute()
  })
  expect(seen).toHaveLength(2)
})

test('what fails fails the commit, with its own reason, and nothing is stored', async () => {
  const failing = change(async (tx) => {
    await insert(tx, 'a')
    await insert(tx, 'b', null)
  })
  await expect(failing).rejects.toThrow(/null value in column "event"/)
  expect(await stored()).toEqual([])
})

test('what fails fails the next statement, with its own reason', async () => {
  const failing = change(async (tx) => {
    await insert(tx, 'a', null)
    return tx.selectFrom('idempotencyKeys').select('keyHash').execute()
  })
  await expect(failing).rejects.toThrow(/null value in column "event"/)
})

test('what was given up is not stored, whether anything had been sent or not', async () => {
  const givenUp = new Error('given up')
  const early = change(async (tx) => {
    await insert(tx, 'a')
    throw givenUp
  })
  const late = change(async (tx) => {
    await insert(tx, 'b')
    await tx.selectFrom('idempotencyKeys').select('keyHash').execute()
    await insert(tx, 'c')
    throw givenUp
  })
  await expect(early).rejects.toBe(givenUp)
  await expect(late).rejects.toBe(givenUp)
  expect(await stored()).toEqual([])
})

test('a transaction in which nothing happens leaves the next one as it shall be', async () => {
  await change(async () => undefined)
  const settings = await database.transaction().execute(async (tx) => {
    const { rows } = await sql<{ organisation: string }>`
      select current_setting('app.organisation', true) as organisation`.execute(tx)
    return rows
  })
  expect(settings).toEqual([{ organisation: '' }])
  await change((tx) => insert(tx, 'a'))
  expect(await stored()).toEqual(['a'])
})

test('the organisation of one transaction is never that of the next on the same connection', async () => {
  await change((tx) => insert(tx, 'a'))
  const others = await Promise.all(
    Array.from({ length: 20 }, () =>
      read(database, crypto.randomUUID(), (tx) =>
        tx.selectFrom('idempotencyKeys').select('keyHash').execute(),
      ),
    ),
  )
  expect(others.flat()).toEqual([])
})

test('a transaction that only reads cannot write', async () => {
  const writing = read(database, organisationId, (tx) => tx.deleteFrom('idempotencyKeys').execute())
  await expect(writing).rejects.toThrow(/read-only transaction/)
})

test('no transaction stays open after many have ended', async () => {
  await Promise.all(Array.from({ length: 40 }, stored))
  const open = () =>
    withClient(inject('administrator'), async (client) => {
      const { rows } = await client.query(
        `select count(*)::integer as n from pg_stat_activity
         where application_name = 'turnabout' and state like 'idle in transaction%'
           and datname = $1`,
        [await nameOfDatabase()],
      )
      return Number(rows[0]?.n)
    })
  await vi.waitFor(async () => expect(await open()).toBe(0))
})

const nameOfDatabase = async (): Promise<string> => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database)
  return String(rows[0]?.name)
}

test('the same text is planned once for each connection, and different values are different', async () => {
  const echo = (tx: Transaction, value: string) =>
    sql<{ value: string; plans: number }>`
      select ${value}::text as value, (
        select count(*)::integer from pg_prepared_statements where statement like '%the same text%'
      ) as plans -- the same text
      `.execute(tx)
  const seen = await database.transaction().execute(async (tx) => {
    const first = await echo(tx, 'one')
    const second = await echo(tx, 'two')
    return [first.rows, second.rows]
  })
  expect(seen).toEqual([[{ value: 'one', plans: 1 }], [{ value: 'two', plans: 1 }]])
})

test('what opens a transaction and fails fails its first statement', async () => {
  const failing = database.transaction().execute(async (tx) => {
    await sql`${sql.raw(opening)} select 1 / 0`.execute(tx)
    return sql`select 1`.execute(tx)
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect((await sql<{ n: number }>`select 1 as n`.execute(database)).rows).toEqual([{ n: 1 }])
})
