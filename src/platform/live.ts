/**
 * What tells open pages that something has changed, whichever server process changed it: LISTEN and NOTIFY. A message
 * names what to look up and holds nothing of it. A process opens its connection when the first page asks.
 */
import { sql } from 'kysely'
import pg from 'pg'
import * as z from 'zod'
import { connectionTo, type Database, type Transaction } from './database.ts'
import { unread } from './round-trips.ts'

/** Null: messages may have been missed, so that everything is to be looked up. */
export type Hear = (message: string | null) => void

export type Live = {
  /** Resolves once nothing is missed any more. */
  readonly subscribe: (topic: string, hear: Hear) => Promise<() => void>
  /** Aborts when the server stops: whoever keeps a reply open ends it then. */
  readonly stopping: AbortSignal
  readonly stop: () => Promise<void>
}

const channel = 'turnabout'
/** PostgreSQL takes 8,000 bytes. */
const longestMessage = 7_500

/** Told when the transaction commits, and not otherwise. */
export const tellLive = async (tx: Transaction, topic: string, message: string): Promise<void> => {
  const short = message.length > longestMessage ? null : message
  const payload = JSON.stringify({ topic, message: short })
  await sql`${sql.raw(unread)} select pg_notify(${channel}, ${payload})`.execute(tx)
}

const payloadSchema = z.object({ topic: z.string(), message: z.string().nullable() })
const pauseMilliseconds = 250

export const startLive = (database: Database): Live => {
  const topics = new Map<string, Set<Hear>>()
  const stopping = new AbortController()
  let listening: Promise<pg.Client> | null = null

  const tellAll = () => {
    for (const hearers of topics.values()) for (const hear of hearers) hear(null)
  }
  const listen = async (): Promise<pg.Client> => {
    const client = await openListening(database)
    client.on('notification', ({ payload = '' }) => {
      const { topic, message } = payloadSchema.parse(JSON.parse(payload))
      for (const hear of topics.get(topic) ?? []) hear(message)
    })
    client.once('end', () => {
      listening = null
      if (!stopping.signal.aborted && topics.size > 0) listenAgain()
    })
    return client
  }
  const listenAgain = () => {
    const attempt = async () => {
      if (stopping.signal.aborted || listening !== null) return
      listening = listen()
      await listening.then(tellAll, () => {
        listening = null
        listenAgain()
      })
    }
    setTimeout(() => void attempt(), pauseMilliseconds).unref()
  }
  const subscribe = async (topic: string, hear: Hear): Promise<() => void> => {
    const hearers = topics.get(topic) ?? new Set()
    topics.set(topic, hearers.add(hear))
    listening ??= listen()
    await listening.catch(() => {
      listening = null
      listenAgain()
    })
    return () => {
      hearers.delete(hear)
      if (hearers.size === 0 && topics.get(topic) === hearers) topics.delete(topic)
    }
  }
  const stop = async () => {
    stopping.abort()
    const client = await listening?.catch(() => null)
    await client?.end()
  }
  return { subscribe, stopping: stopping.signal, stop }
}

const openListening = async (database: Database): Promise<pg.Client> => {
  const settings = { application_name: 'turnabout: live', keepAlive: true }
  const client = new pg.Client({ ...connectionTo(database), ...settings })
  // Its end is what counts: then it is opened again.
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`listen ${channel}`)
  return client
}
