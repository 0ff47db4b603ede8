/**
 * What makes a transaction of a few small statements cheap. Statements that come again and again are planned once for
 * each connection, and not anew for each organisation: planning one under row-level security takes several times as
 * long as running it. And statements whose outcome nobody reads go out together with the next one.
 */
import type pg from 'pg'

/** Begins a statement that opens a transaction: for itself it is not worth sending. */
export const opening = '/* opening */'
/** Begins a statement whose outcome nobody reads: should it fail, the next one fails, at the latest the commit. */
export const unread = '/* unread */'

type Client = pg.PoolClient & Pick<pg.Client, 'connection'>

/** Statements whose text depends on the data would fill the memory of PostgreSQL: only so many are kept. */
const mostStatements = 300
const longestStatement = 10_000
const namesOn = new WeakMap<Client, Map<string, string>>()

/** The same text has the same name on a connection; undefined: planned each time. */
const nameFor = (client: Client, text: string): string | undefined => {
  const names = namesOn.get(client) ?? new Map<string, string>()
  namesOn.set(client, names)
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostStatements || text.length > longestStatement) return undefined
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}

type Statement = { readonly text: string; readonly values: unknown[]; readonly name?: string }

const statementOf = (client: Client, text: string, values: readonly unknown[]): Statement => {
  const name = values.length === 0 ? undefined : nameFor(client, text)
  return { text, values: [...values], ...(name === undefined ? {} : { name }) }
}

/** What one connection has been given and has not sent. */
type Held = {
  /** The end of a transaction that only read. */
  ends: Statement[]
  /** The beginning of a transaction of which nothing has been sent. */
  openings: Statement[]
  works: Statement[]
  isReading: boolean
}

const heldBy = new WeakMap<Client, Held>()

const heldOf = (client: Client): Held => {
  const held = heldBy.get(client) ?? { ends: [], openings: [], works: [], isReading: false }
  heldBy.set(client, held)
  return held
}

/** Of a statement that was not sent, or not yet. */
const unsent = { command: '', rowCount: null, rows: [] } as const

type Outcome = Promise<pg.QueryResult | typeof unsent>

/** One write for all; each is answered for itself, in their order, and the first that fails is the failure. */
const sendAll = async (client: Client, last: Statement): Outcome => {
  const { ends, openings, works, isReading } = heldOf(client)
  heldBy.set(client, { ends: [], openings: [], works: [], isReading })
  const { stream } = client.connection
  stream.cork()
  const before = [...ends, ...openings, ...works].map((statement) => client.query(statement))
  const result = client.query(last)
  stream.uncork()
  await Promise.all([...before, result])
  return result
}

const begin = (client: Client, statement: Statement): typeof unsent => {
  const held = heldOf(client)
  held.openings = [statement]
  held.isReading = statement.text.endsWith('read only')
  return unsent
}

const commit = async (client: Client, statement: Statement): Outcome => {
  const held = heldOf(client)
  if (held.openings.length > 0 && held.works.length === 0) held.openings = []
  else if (held.isReading) held.ends.push(statement)
  else return sendAll(client, statement)
  setTimeout(() => sendEnds(client), waitingMilliseconds).unref()
  return unsent
}

const rollback = async (client: Client, statement: Statement): Outcome => {
  const held = heldOf(client)
  const isUnsent = held.openings.length > 0
  Object.assign(held, { openings: [], works: [] })
  return isUnsent ? unsent : sendAll(client, statement)
}

/** How long the end of a transaction that only read waits for somebody with whose statements it could go. */
const waitingMilliseconds = 10

/** Where nobody has come meanwhile. */
const sendEnds = (client: Client): void => {
  for (const end of heldOf(client).ends.splice(0)) client.query(end).catch(() => undefined)
}

const send = async (client: Client, text: string, values: readonly unknown[]): Outcome => {
  const statement = statementOf(client, text, values)
  if (/^(?:begin|start transaction)\b/.test(text)) return begin(client, statement)
  if (text === 'commit') return commit(client, statement)
  if (text === 'rollback') return rollback(client, statement)
  if (text.startsWith(opening)) heldOf(client).openings.push(statement)
  else if (text.startsWith(unread)) heldOf(client).works.push(statement)
  else return sendAll(client, statement)
  return unsent
}

const replaced = <T extends object>(target: T, method: keyof T, by: unknown): T =>
  new Proxy(target, {
    get: (_, key) => (key === method ? by : Reflect.get(target, key)),
  })

/** @param pool in pipeline mode: a statement is sent without waiting for the one before */
export const withFewRoundTrips = (pool: pg.Pool): pg.Pool =>
  replaced(pool, 'connect', async () => {
    const client: Client = await pool.connect()
    const query = (text: string, values: readonly unknown[]) => send(client, text, values)
    return replaced(client, 'query', query)
  })
