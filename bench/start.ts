/** How long from `npm start`'s own command to the line that the server is ready. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { median, startServer, write } from './measure.ts'

const runs = 5

export const benchStart = async (): Promise<void> => {
  const [first, later]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    const folder = await mkdtemp(path.join(tmpdir(), 'turnabout-bench-'))
    const environment = { TURNABOUT_DATA: folder, PORT: '4790' }
    await rm('dist', { recursive: true, force: true })
    first.push(await readyTime(environment))
    later.push(await readyTime(environment))
    await rm(folder, { recursive: true })
  }
  write(`first start (builds, makes the database): median ${seconds(first)} of ${runs}`)
  write(`later start: median ${seconds(later)} of ${runs}`)
}

const readyTime = async (environment: Readonly<Record<string, string>>): Promise<number> => {
  const server = await startServer(environment)
  await server.stop()
  return server.readyMilliseconds
}

const seconds = (times: readonly number[]): string => `${(median(times) / 1000).toFixed(2)} s`
