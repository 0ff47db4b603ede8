/**
 * The interview, live: 20 rooms with three screens each, on a real server with its own PostgreSQL. Somebody in each room
 * types, and their screen saves what has changed twice a second. Measured: from sending a save to its arrival on the
 * other screens of the room. Beside it what PostgreSQL alone gives in the same run: from NOTIFY to its arrival.
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { NoteChange, NoteState } from '../src/interview/model.ts'
import { foundOrganisation } from '../src/organisations/actions.ts'
import { operatorScope } from '../src/organisations/set-up.ts'
import { installationId } from '../src/platform/database.ts'
import { type Installation, withInstallation } from '../src/platform/installation.ts'
import { fillLiveRoom, type LiveRoom } from '../tests/support/live-room.ts'
import { databaseCpu, median, percentile, startServer, write } from './measure.ts'

const rooms = 20
const screensInEach = 3
const savesPerSecond = 2
const warmUpSeconds = 5
const measuredSeconds = 30

export const benchInterview = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'turnabout-bench-'))
  const environment = { TURNABOUT_DATA: folder, PORT: '4793' }
  const server = await startServer(environment)
  const origin = new URL(server.url).origin
  try {
    await withInstallation(environment, async (installation) => {
      const cpu = () => ({ server: server.cpuMilliseconds(), database: databaseCpu(folder) })
      await benchRooms({ rooms: await fill(installation), origin, cpu })
      await benchCeiling(installation)
      return { ok: true, value: null }
    })
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

const fill = async (installation: Installation): Promise<readonly LiveRoom[]> => {
  const filled: LiveRoom[] = []
  while (filled.length < rooms) {
    const organisationId = crypto.randomUUID()
    const organisation = { organisationId, kind: 'own', name: 'Northgate Hospital' } as const
    await foundOrganisation(operatorScope(installation, installationId), organisation)
    filled.push(await fillLiveRoom(operatorScope(installation, organisationId), screensInEach))
  }
  return filled
}

type Cpu = { readonly server: number; readonly database: number }
type Rooms = {
  readonly rooms: readonly LiveRoom[]
  readonly origin: string
  readonly cpu: () => Cpu
}

/** When each text was sent, and how long it took to each of the other screens. */
type Times = { readonly sent: Map<string, number>; readonly taken: number[] }

const benchRooms = async ({ rooms, origin, cpu }: Rooms): Promise<void> => {
  const times: Times = { sent: new Map(), taken: [] }
  const streams = await Promise.all(
    rooms.flatMap((room) =>
      room.tokens.map((token, n) =>
        openScreen(origin, { room, token, times: n === 0 ? null : times }),
      ),
    ),
  )
  const typeFor = (seconds: number) =>
    Promise.all(
      rooms.map((room) => typeIn(origin, { room, times, saves: seconds * savesPerSecond })),
    )
  await typeFor(warmUpSeconds)
  await wait(1000)
  times.taken.length = 0
  const before = cpu()
  const started = performance.now()
  await typeFor(measuredSeconds)
  const seconds = (performance.now() - started) / 1000
  await wait(1000)
  report(times.taken, { before, after: cpu(), seconds })
  for (const stream of streams) stream.destroy()
}

const report = (
  taken: readonly number[],
  {
    before,
    after,
    seconds,
  }: { readonly before: Cpu; readonly after: Cpu; readonly seconds: number },
): void => {
  const saves = rooms * measuredSeconds * savesPerSecond
  const [server, database] = [after.server - before.server, after.database - before.database]
  write(`${rooms} rooms, ${screensInEach} screens in each, ${(saves / seconds).toFixed(0)} saves/s`)
  write(`  ${taken.length} of ${saves * (screensInEach - 1)} arrivals on another screen`)
  write(`  from the save to another screen: ${quantiles(taken)}`)
  write(
    `  CPU per save: ${(server / saves).toFixed(2)} ms program, ${(database / saves).toFixed(2)} ms PostgreSQL`,
  )
}

const quantiles = (milliseconds: readonly number[]): string =>
  `p50 ${median(milliseconds).toFixed(1)} ms, p95 ${percentile(milliseconds, 95).toFixed(1)} ms`

/** Connections that nobody uses are left before the server closes them, which it does after five seconds. */
const agent = new Agent({ keepAlive: true, timeout: 4000 })

type Asked = { readonly url: string; readonly token: string; readonly form?: string }

const ask = async ({ url, token, form }: Asked): Promise<IncomingMessage> => {
  const type = { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin }
  const headers = { cookie: `turnabout=${token}`, ...(form === undefined ? {} : type) }
  const sent = request(url, { agent, method: form === undefined ? 'GET' : 'POST', headers })
  sent.on('error', () => undefined)
  sent.end(form)
  const [reply]: IncomingMessage[] = await once(sent, 'response')
  if (reply?.statusCode !== 200) throw new Error(`${url} answered ${reply?.statusCode}`)
  return reply
}

const addressIn = (origin: string, { programmeId }: LiveRoom, page: string): string =>
  `${origin}/programmes/${programmeId}/interview/${page}`

/** Listens until it is destroyed. Resolves once it shows the whole board. */
const openScreen = async (
  origin: string,
  {
    room,
    token,
    times,
  }: { readonly room: LiveRoom; readonly token: string; readonly times: Times | null },
): Promise<IncomingMessage> => {
  const stream = await ask({ url: addressIn(origin, room, 'events'), token })
  stream.setEncoding('utf8')
  await once(stream, 'data')
  stream.on('error', () => undefined)
  stream.on('data', (text: string) => {
    const now = performance.now()
    for (const [mark] of text.matchAll(/\[save [\w-]+\]/g)) {
      const sent = times?.sent.get(mark)
      if (sent !== undefined) times?.taken.push(now - sent)
    }
  })
  return stream
}

type Typing = { readonly room: LiveRoom; readonly times: Times; readonly saves: number }

const said =
  'She explains what she is doing and why, and asks what I would have done, even when the list is long'
const words = said.split(' ')

/** A point that grows a word with each save, and then the next. The rooms do not save at the same moments. */
const typeIn = async (origin: string, { room, times, saves }: Typing): Promise<void> => {
  const every = 1000 / savesPerSecond
  const start = performance.now() + Math.random() * every
  let [noteId, from]: [string, NoteState | null] = [crypto.randomUUID(), null]
  for (let save = 0; save < saves; save += 1) {
    await wait(Math.max(0, start + save * every - performance.now()))
    if (save % words.length === 0) [noteId, from] = [crypto.randomUUID(), null]
    const mark = `[save ${crypto.randomUUID()}]`
    const text = [...words.slice(0, 1 + (save % words.length)), mark].join(' ')
    const to = { ...cellOf(room), place: 'V', text }
    times.sent.set(mark, performance.now())
    await sendSave(origin, room, { noteId, from, to })
    from = to
  }
}

const cellOf = ({ menteeIds, domains }: LiveRoom) => ({
  menteeId: menteeIds[0] ?? '',
  domain: domains[0] ?? '',
})

const sendSave = async (origin: string, room: LiveRoom, change: NoteChange): Promise<void> => {
  const changes = JSON.stringify([{ changeId: crypto.randomUUID(), changes: [change] }])
  const form = new URLSearchParams({ idempotencyKey: crypto.randomUUID(), changes }).toString()
  const url = addressIn(origin, room, 'changes')
  const reply = await ask({ url, token: room.tokens[0] ?? '', form })
  const answer = await json(reply)
  if (!JSON.stringify(answer).includes('"saved"')) throw new Error('A save was not taken.')
}

const ceilingTurns = 1000

/** One connection tells, another hears; nothing is stored. */
const benchCeiling = async ({ connections: { app } }: Installation): Promise<void> => {
  const [telling, hearing] = [new pg.Client(app), new pg.Client(app)]
  await telling.connect()
  await hearing.connect()
  await hearing.query('listen bench')
  const taken: number[] = []
  for (let turn = 0; turn < ceilingTurns; turn += 1) {
    const started = performance.now()
    const heard = once(hearing, 'notification')
    await Promise.all([telling.query(`select pg_notify('bench', $1)`, [String(turn)]), heard])
    taken.push(performance.now() - started)
  }
  write(`NOTIFY alone: ${quantiles(taken)}`)
  await telling.end()
  await hearing.end()
}
