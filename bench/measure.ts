/** What every measurement needs: medians, finished processes, a running server. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createInterface } from 'node:readline'

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The value that `percent` of a hundred do not exceed. */
export const percentile = (values: readonly number[], percent: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1] ?? Number.NaN

export const write = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

type Environment = Readonly<Record<string, string>>

/** Wall time in ms of one run of a command, from spawn to exit; null when it cannot be run. */
export const timeCommand = async (
  command: string,
  given: readonly string[],
): Promise<number | null> => {
  const started = performance.now()
  const child = spawn(command, given, { stdio: 'ignore' })
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('exit', resolve)
  })
  return code === 0 ? performance.now() - started : null
}

export type RunningServer = {
  readonly url: string
  readonly readyMilliseconds: number
  readonly cpuMilliseconds: () => number
  readonly stop: () => Promise<void>
}

/** Starts the real server as `npm start` does and waits for the line that it is ready. */
export const startServer = async (environment: Environment): Promise<RunningServer> => {
  const started = performance.now()
  const child = spawn('node', ['scripts/start.ts'], {
    env: { ...process.env, TURNABOUT_LOG: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readyLine(child)
  const readyMilliseconds = performance.now() - started
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { url, readyMilliseconds, cpuMilliseconds: () => cpuOf(child.pid), stop }
}

const readyLine = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('The server has no output.')
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready: (\S+)/.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error('The server ended before it was ready.')
}

/** User and system time of a process in ms (Linux: 100 ticks a second), and of the children that it has outlived. */
const cpuOf = (pid: number | undefined): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0)
}

/** Of all processes of the cluster in this folder; they stand in it. */
export const databaseCpu = (folder: string): number =>
  readdirSync('/proc').reduce((sum, pid) => sum + cpuIfIn(folder, pid), 0)

/** 0: not a process of the folder, or one that has ended meanwhile. */
const cpuIfIn = (folder: string, pid: string): number => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder) ? cpuOf(Number(pid)) : 0
  } catch {
    return 0
  }
}
