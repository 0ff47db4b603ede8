import { sql } from 'kysely'
import { afterAll, afterEach, expect, inject, test, vi } from 'vitest'
import { newDatabase } from '../../tests/support/database.ts'
import { withClient } from './connections.ts'
import { type Database, openDatabase } from './database.ts'
import { type Live, startLive, tellLive } from './live.ts'

const own = await newDatabase()
afterAll(own.drop)

const opened: { readonly live: Live; readonly database: Database }[] = []

/** As a server process of its own. */
const startProcess = () => {
  const database = openDatabase({ ...inject('app'), database: own.name }, 2)
  const process = { database, live: startLive(database) }
  opened.push(process)
  return process
}

afterEach(async () => {
  for (const { live, database } of opened.splice(0)) {
    await live.stop()
    await database.destroy()
  }
})

/** The machine may do other things too. */
const soon = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 })

const newTopic = () => `test/${crypto.randomUUID()}`

const hearing = async (live: Live, topic: string) => {
  const heard: (string | null)[] = []
  const end = await live.subscribe(topic, (message) => heard.push(message))
  return { heard, end }
}

const tell = (database: Database, topic: string, message: string): Promise<void> =>
  database.transaction().execute((tx) => tellLive(tx, topic, message))

/** The connection on which a process listens ends as in a restart of PostgreSQL. */
const breakListening = (): Promise<void> =>
  withClient(inject('administrator'), async (client) => {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid, 60000) from pg_stat_activity
       where application_name = 'turnabout: live' and datname = $1`,
      [own.name],
    )
    expect(rowCount).toBe(1)
  })

test('a message is heard by whoever listens for its topic, in every process, and by nobody else', async () => {
  const [here, there, topic] = [startProcess(), startProcess(), newTopic()]
  const hearings = [await hearing(here.live, topic), await hearing(there.live, topic)]
  const elsewhere = await hearing(here.live, newTopic())
  await tell(here.database, topic, 'first')
  await tell(there.database, topic, 'second')
  for (const { heard } of hearings) {
    await soon(() => expect(heard).toEqual(['first', 'second']))
  }
  expect(elsewhere.heard).toEqual([])
})

test('a message is heard when what it tells of is committed, and not otherwise', async () => {
  const [{ database, live }, topic] = [startProcess(), newTopic()]
  const { heard } = await hearing(live, topic)
  const refused = database.transaction().execute(async (tx) => {
    await tellLive(tx, topic, 'rolled back')
    await sql`select 1`.execute(tx)
    throw new Error('refused')
  })
  await expect(refused).rejects.toThrow('refused')
  await database.transaction().execute(async (tx) => {
    await tellLive(tx, topic, 'committed')
    await sql`select pg_sleep(0.1)`.execute(tx)
    expect(heard).toEqual([])
  })
  await soon(() => expect(heard).toEqual(['committed']))
})

test('a message that is too long for PostgreSQL tells to look everything up', async () => {
  const [{ database, live }, topic] = [startProcess(), `interview/${crypto.randomUUID()}`]
  const { heard } = await hearing(live, topic)
  const naming = (count: number) =>
    JSON.stringify({ kind: 'notes', noteIds: Array(count).fill(crypto.randomUUID()) })
  const longest = naming(191)
  await tell(database, topic, longest)
  await tell(database, topic, naming(192))
  await soon(() => expect(heard).toEqual([longest, null]))
})

test('who has stopped listening hears nothing more, and the others go on', async () => {
  const [{ database, live }, topic] = [startProcess(), newTopic()]
  const [gone, stays] = [await hearing(live, topic), await hearing(live, topic)]
  gone.end()
  const back = await hearing(live, topic)
  gone.end()
  await tell(database, topic, 'x')
  await soon(() => expect(stays.heard).toEqual(['x']))
  expect(back.heard).toEqual(['x'])
  expect(gone.heard).toEqual([])
})

test('whoever ended twice takes nobody else along', async () => {
  const [{ database, live }, topic] = [startProcess(), newTopic()]
  const gone = await hearing(live, topic)
  gone.end()
  const stays = await hearing(live, topic)
  gone.end()
  await tell(database, topic, 'x')
  await soon(() => expect(stays.heard).toEqual(['x']))
})

test('after the connection has broken everybody is told to look, and hears what comes', async () => {
  const [{ live, database }, topic] = [startProcess(), newTopic()]
  const hearings = [await hearing(live, topic), await hearing(live, topic)]
  await breakListening()
  await tell(database, topic, 'missed')
  for (const { heard } of hearings) await soon(() => expect(heard).toEqual([null]))
  await tell(database, topic, 'heard')
  for (const { heard } of hearings) await soon(() => expect(heard).toEqual([null, 'heard']))
  await breakListening()
  for (const { heard } of hearings) await soon(() => expect(heard.at(-1)).toBeNull())
})

test('where the database is away at first, whoever asked hears as soon as it is there', async () => {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const database = openDatabase({ ...inject('app'), database: name }, 1)
  const live = startLive(database)
  opened.push({ live, database })
  const { heard } = await hearing(live, newTopic())
  expect(heard).toEqual([])
  await withClient(inject('administrator'), (client) => client.query(`create database ${name}`))
  await soon(() => expect(heard).toEqual([null]))
  await live.stop()
  await withClient(inject('administrator'), (client) =>
    client.query(`drop database ${name} (force)`),
  )
})

test('stopping is told to whoever keeps a reply open, and does not wait for them', async () => {
  const { live } = startProcess()
  await hearing(live, newTopic())
  const told = vi.fn()
  live.stopping.addEventListener('abort', told)
  await live.stop()
  expect(told).toHaveBeenCalledOnce()
})
