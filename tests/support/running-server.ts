/** The real server as `npm start` runs it, in a data folder and on a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type RunningServer = {
  /** The link that it printed. */
  readonly link: string
  readonly origin: string
  readonly dataFolder: string
  readonly process: ChildProcess
  /** Asks it to stop, waits until it has, and removes its data. */
  readonly end: () => Promise<void>
}

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}

export const runServer = async (
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'turnabout-server-'))
  const settings = { TURNABOUT_DATA: dataFolder, PORT: String(await freePort()), ...environment }
  const child = spawn('node', ['scripts/start.ts'], {
    env: { ...process.env, TURNABOUT_LOG: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const link = await readyLink(child)
  const end = async () => {
    const ended = child.exitCode === null ? once(child, 'exit') : null
    child.kill('SIGTERM')
    await ended
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { link, origin: new URL(link).origin, dataFolder, process: child, end }
}

const readyLink = async (child: ChildProcess): Promise<string> => {
  const said: string[] = []
  child.stderr?.on('data', (text) => said.push(String(text)))
  if (child.stdout === null) throw new Error('The server has no output.')
  for await (const line of createInterface({ input: child.stdout })) {
    const link = /^Turnabout is ready: (\S+)$/.exec(line)?.[1]
    if (link !== undefined) return link
    said.push(line)
  }
  throw new Error(`The server ended before it was ready:\n${said.join('\n')}`)
}
