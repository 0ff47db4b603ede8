/**
 * `node scripts/interview-writers.ts [WRITERS] [EDITS]`: 50 people, or as many as named, each make 200 edits on one board,
 * at two real servers on one database. Their streams break at random, answers are lost on the way, and a server is killed
 * and started again, twice. Says what was lost and who sees something else than what is stored, and ends with 1 when that
 * is not nothing and nobody.
 */
import { randomBytes } from 'node:crypto'
import { foundOrganisation } from '../src/organisations/actions.ts'
import { operatorScope } from '../src/organisations/set-up.ts'
import { withClient } from '../src/platform/connections.ts'
import { installationId } from '../src/platform/database.ts'
import { type Installation, withInstallation } from '../src/platform/installation.ts'
import { type Ask, type Written, writeTogether } from '../tests/support/interview-writers.ts'
import { fillLiveRoom, type LiveRoom } from '../tests/support/live-room.ts'
import {
  endEverything,
  linkOf,
  newSettings,
  type Program,
  removeFolders,
  type Settings,
  startServer,
  stopServer,
  until,
} from '../tests/support/program.ts'

const write = (line: string) => process.stdout.write(`${line}\n`)
const [writers = 50, edits = 200] = process.argv.slice(2).map(Number)

/** Every so many answers one is lost on the way. */
const lostEvery = 97

type Running = {
  readonly port: string
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

const startOn = async (shared: Settings): Promise<Running> => {
  const { TURNABOUT_DATA, PORT: port } = await newSettings()
  const settings = { ...shared, TURNABOUT_DATA, PORT: port }
  const running: { server: Program } = { server: startServer(settings) }
  await linkOf(running.server)
  const restart = async () => {
    running.server.kill('SIGKILL')
    await until('the end of the server', async () => (running.server.isRunning() ? null : true))
    write('The server was killed.')
    running.server = startServer(settings)
    await linkOf(running.server)
    write('The server is there again.')
  }
  return { port, restart, stop: () => stopServer(running.server) }
}

/** Half of the writers at each server, where there are two. */
const askAt = ({ tokens }: LiveRoom, servers: readonly Running[]): Ask => {
  const answers = { count: 0 }
  return async ({ writer, path: address, form }) => {
    const origin = `http://localhost:${servers[writer % servers.length]?.port}`
    const cookie = `turnabout=${tokens[writer % tokens.length]}`
    const asked = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
    const reply = await fetch(`${origin}${address}`, {
      ...asked,
      headers: { cookie, origin },
      redirect: 'manual',
    })
    answers.count += 1
    if (form !== undefined && answers.count % lostEvery === 0) throw new Error('Lost on the way.')
    return reply
  }
}

const writeAt = async (
  installation: Installation,
  servers: readonly Running[],
): Promise<Written> => {
  const organisationId = crypto.randomUUID()
  const organisation = { organisationId, kind: 'own', name: 'Northgate Hospital' } as const
  await foundOrganisation(operatorScope(installation, installationId), organisation)
  const room = await fillLiveRoom(operatorScope(installation, organisationId), 10)
  const all = writers * edits
  let restarted = Promise.resolve()
  const after = (made: number) => {
    if (made === Math.round(all / 3) || made === Math.round((2 * all) / 3))
      restarted = restarted.then(() => servers[0]?.restart())
    if (made % Math.ceil(all / 10) === 0) write(`${made} edits`)
  }
  const ask = askAt(room, servers)
  const written = await writeTogether({ room, ask, writers, edits, seed: 'writers', after })
  await restarted
  return written
}

const report = (written: Written, seconds: number): void => {
  const { acknowledged, retries, streams, lost, differing, notes } = written
  write(`${writers} people made ${acknowledged} edits in ${Math.round(seconds)} s; ${notes} notes`)
  write(`${retries} times sent again, ${streams} streams of events opened`)
  write(`${lost.length} acknowledged words lost: ${lost.slice(0, 20).join(' ')}`)
  write(`${differing} of ${writers} screens differ from what is stored`)
  if (lost.length > 0 || differing > 0) process.exitCode = 1
}

/** A database of the operator's own, as servers that share one need it; here in a cluster that is removed afterwards. */
const makeDatabase = async ({ connections }: Installation): Promise<string> => {
  const { administrator } = connections
  if (administrator === null) throw new Error('Leave DATABASE_URL out: this makes a database.')
  const password = randomBytes(16).toString('hex')
  await withClient(administrator, async (client) => {
    await client.query(`create role writers login password '${password}'`)
    await client.query('create database writers owner writers')
    await client.query('grant turnabout_app to writers')
  })
  const socket = encodeURIComponent(String(administrator.host))
  return `postgres://writers:${password}@localhost/writers?host=${socket}`
}

const writeAtTwoServers = async (cluster: Installation): Promise<void> => {
  const settings = {
    DATABASE_URL: await makeDatabase(cluster),
    TURNABOUT_MASTER_KEY: randomBytes(32).toString('hex'),
    TURNABOUT_LOG: 'silent',
  }
  const servers = [await startOn(settings), await startOn(settings)]
  await withInstallation(settings, async (installation) => {
    const started = performance.now()
    const written = await writeAt(installation, servers)
    report(written, (performance.now() - started) / 1000)
    return { ok: true, value: null }
  })
  for (const server of servers) await server.stop()
}

const { TURNABOUT_DATA } = await newSettings()
try {
  await withInstallation({ TURNABOUT_DATA }, async (cluster) => {
    await writeAtTwoServers(cluster)
    return { ok: true, value: null }
  })
} finally {
  await endEverything()
  await removeFolders()
}
