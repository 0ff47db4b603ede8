/**
 * PostgreSQL as a child process on a socket in the data folder, for those who have no database server.
 * Several processes may use one data folder: the first starts it, the last one stops it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type KeptConnection, keepConnection } from './kept-connection.ts'
import { passwordOfCluster } from './postgres-cluster.ts'
import {
  chooseUser,
  type Folders,
  findPrograms,
  foldersIn,
  isAlive,
  launch,
  type Place,
  prepareFolders,
} from './postgres-files.ts'

export type Cluster = {
  /** The superuser's way in: makes roles and databases, then is not used any more. */
  readonly administrator: pg.ClientConfig
  readonly close: () => Promise<void>
}

/** Shared by everyone who uses the cluster; whoever can have it alone is the last one out. */
const presenceLock = 7_480_001
const patienceMilliseconds = 60_000

export const openEmbeddedPostgres = async (dataFolder: string): Promise<Cluster> => {
  const folders = foldersIn(dataFolder)
  const user = await chooseUser(folders)
  await prepareFolders(folders, user)
  const place = { folders, programs: await findPrograms(), user }
  const password = await passwordOfCluster(place)
  const administrator = { host: folders.socket, user: 'postgres', password, database: 'postgres' }
  // Killed under us (by the system, for its memory), PostgreSQL is started again.
  const presence = await keepConnection(() => connectOrStart(place, administrator))
  return { administrator, close: () => leave(place, administrator, presence) }
}

const connectOrStart = async (place: Place, config: pg.ClientConfig): Promise<pg.Client> => {
  const until = Date.now() + patienceMilliseconds
  let child: ChildProcess | null = null
  for (;;) {
    const client = await bePresent(config).catch((cause: unknown) => {
      if (isPassing(cause) && Date.now() < until) return null
      throw new Error(whereToLook(place), { cause })
    })
    if (client !== null) return client
    if (child === null || child.exitCode !== null) child = await startIfAbsent(place)
    await wait(20)
  }
}

/** Not started yet, recovering after a crash, shutting down: states that pass. Anything else is an outage. */
export const isPassing = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P03'].includes(code)
}

const whereToLook = ({ folders }: Place): string =>
  `PostgreSQL did not start in ${folders.data}. What it says itself is at the end of ${folders.log}.`

/** One connection that says "somebody is here" for as long as this process uses the cluster. */
const bePresent = async (config: pg.ClientConfig): Promise<pg.Client> => {
  const client = new pg.Client({ ...config, application_name: 'turnabout presence' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

const startIfAbsent = async (place: Place): Promise<ChildProcess | null> =>
  (await isRunning(place.folders)) ? null : startServer(place)

/** `postmaster.pid` names the process; after a crash it may name nobody, or somebody else. */
const isRunning = async (folders: Folders): Promise<boolean> => {
  const pid = await postmasterOf(folders)
  if (pid === null || !isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes(folders.cluster)
}

const postmasterOf = async (folders: Folders): Promise<number | null> => {
  const file = path.join(folders.cluster, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  return Number.isNaN(pid) ? null : pid
}

const settingsOf = (folders: Folders): readonly string[] =>
  [
    'listen_addresses=',
    `unix_socket_directories=${folders.socket}`,
    'unix_socket_permissions=0700',
    'jit=off',
    // No names and no answers in the log: neither the failed statement nor its details.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
  ].flatMap((setting) => ['-c', setting])

/** In a group of its own: Ctrl-C reaches our process alone, which then stops PostgreSQL in order. */
const startServer = async (place: Place): Promise<ChildProcess> => {
  const { folders } = place
  const start = await launch(place, 'postgres', ['-D', folders.cluster, ...settingsOf(folders)])
  const log = await open(folders.log, 'a', 0o600)
  const child = spawn(start.command, start.arguments, {
    ...start.options,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  child.on('error', () => undefined)
  child.unref()
  await log.close()
  return child
}

const leave = async (
  place: Place,
  config: pg.ClientConfig,
  presence: KeptConnection,
): Promise<void> => {
  await presence.end()
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  const isThere = await client.connect().then(
    () => true,
    (error: unknown) => {
      if (isPassing(error)) return false
      throw error
    },
  )
  // Killed, or being stopped by another process: there is nothing left to stop.
  if (!isThere) return
  const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [presenceLock])
  if (rows[0]?.alone === true) await stopServer(place.folders)
  await client.end().catch(() => undefined)
}

const stopServer = async (folders: Folders): Promise<void> => {
  const pid = await postmasterOf(folders)
  if (pid === null || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const until = Date.now() + patienceMilliseconds
  while (!(await hasEnded(pid)) && Date.now() < until) await wait(10)
}

/** Also one that stays in the list of processes because nobody has asked how it ended. */
const hasEnded = async (pid: number): Promise<boolean> => {
  if (!isAlive(pid)) return true
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return /\) [ZX] /.test(state)
}
