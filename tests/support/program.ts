/** The program itself as a process of its own, in folders of its own; whatever a test leaves running is ended. */
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type Ended = {
  readonly code: number | null
  readonly signal: string | null
  readonly output: string
  readonly errors: string
}

export type Program = {
  readonly pid: number
  readonly output: () => string
  /** Fails when it takes too long: for a program that is to end soon. */
  readonly ended: Promise<Ended>
  readonly isRunning: () => boolean
  readonly kill: (signal: NodeJS.Signals) => void
}

/** Enough for a slow machine that does other things too; nothing here asserts how long a thing takes. */
export const patience = 120_000

const node = path.resolve('node_modules/.bin/node')
const started: Program[] = []
const folders: string[] = []

/** The operator's own settings, if any, are not the tests'. */
const isOwn = (name: string): boolean =>
  !/^(PORT|DATABASE_|TURNABOUT_|SMTP_|MAIL_|NODE_OPTIONS|VITEST)/.test(name)
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => isOwn(name)))

export type Settings = Readonly<Record<string, string>>
export type RunAs = { readonly uid: number; readonly gid: number }

/** @param given the script and its arguments, from the project's folder */
export const run = (given: readonly string[], settings: Settings = {}, as?: RunAs): Program => {
  const child = spawn(node, given, {
    env: { ...environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  })
  const said = { output: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.errors += text
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    const words = () => `${given.join(' ')} does not end. It said: ${said.output}${said.errors}`
    const tooLong = setTimeout(() => reject(new Error(words())), 2 * patience)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(tooLong)
      resolve({ code, signal, ...said })
    })
  })
  ended.catch(() => undefined)
  const program: Program = {
    pid: Number(child.pid),
    output: () => said.output,
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: (signal) => child.kill(signal),
  }
  started.push(program)
  return program
}

export const startServer = (settings: Settings, as?: RunAs): Program =>
  run(['scripts/start.ts'], settings, as)

export const turnabout = (given: readonly string[], settings: Settings = {}): Promise<Ended> =>
  run(['bin/turnabout.js', ...given], settings).ended

/** Looks again and again until there is something; what was looked for is in the message when there never is. */
export const until = async <T>(what: string, look: () => Promise<T | null>): Promise<T> => {
  const end = Date.now() + patience
  while (Date.now() < end) {
    const found = await look()
    if (found !== null) return found
    await wait(25)
  }
  throw new Error(`Waited in vain: ${what}`)
}

/** The link that a server prints when it is ready; fails with its words when it ends instead. */
export const linkOf = async (server: Program): Promise<string> => {
  const refused = server.ended.then(({ errors, output }) => {
    throw new Error(`The server ended instead of starting: ${errors}${output}`)
  })
  refused.catch(() => undefined)
  const link = until('the link of the server', async () => {
    const [, address] = /Turnabout is ready: (\S+)/.exec(server.output()) ?? []
    return address ?? null
  })
  return Promise.race([link, refused])
}

/** Stops a server as its operator does, however long it has run. */
export const stopServer = async (server: Program): Promise<void> => {
  server.kill('SIGTERM')
  await until('the end of the server', async () => (server.isRunning() ? null : true))
}

export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp('/tmp/turnabout-start-')
  await chmod(folder, 0o755)
  folders.push(folder)
  return folder
}

export const removeAtTheEnd = (folder: string): void => {
  folders.push(folder)
}

export const freePort = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, () => {
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : null
      server.close(() => resolve(String(port)))
    })
  })

export type OwnSettings = Settings & { readonly TURNABOUT_DATA: string; readonly PORT: string }

/** A data folder and a port that nobody else has. */
export const newSettings = async (): Promise<OwnSettings> => ({
  TURNABOUT_DATA: path.join(await newFolder(), 'data'),
  PORT: await freePort(),
})

/** Processes that work in or were told of this folder; PostgreSQL's own children stand in it. */
export const processesOf = async (folder: string): Promise<readonly number[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const facts = pids.map(async (pid) => {
    const [command, place] = await Promise.all([
      readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
      readlink(`/proc/${pid}/cwd`).catch(() => ''),
    ])
    return command.includes(folder) || place.startsWith(folder) ? [pid] : []
  })
  return (await Promise.all(facts)).flat()
}

const killQuietly = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** Ends everything that was started here and what that started; for the end of each test, however it ended. */
export const endEverything = async (): Promise<void> => {
  for (const program of started.splice(0)) {
    if (program.isRunning()) program.kill('SIGKILL')
  }
  for (const folder of folders) {
    await until(`the end of all processes of ${folder}`, async () => {
      const left = await processesOf(folder)
      left.forEach(killQuietly)
      return left.length === 0 ? true : null
    })
  }
}

export const removeFolders = async (): Promise<void> => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}
