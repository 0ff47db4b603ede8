/** One data folder and one port, on which the tests of a file start the program again and again. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import {
  endEverything,
  newSettings,
  type OwnSettings,
  type Program,
  patience,
  processesOf,
  removeFolders,
} from './program.ts'

const given: { settings?: OwnSettings } = {}
export const settings = (): OwnSettings => given.settings as OwnSettings
/** What is made here is removed at the end, and what runs here is ended after each test. */
export const folder = (): string => path.dirname(settings().TURNABOUT_DATA)
export const base = (): string => `http://localhost:${settings().PORT}`

/** To be called once, before the tests of a file. */
export const prepareInstallation = (): void => {
  vi.setConfig({ testTimeout: 3 * patience, hookTimeout: 3 * patience })
  beforeAll(async () => {
    await buildIfNeeded()
    given.settings = await newSettings()
  })
  afterEach(endEverything)
  afterAll(removeFolders)
}

export const stop = async (server: Program, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
  server.kill(signal)
  expect(await server.ended).toMatchObject({ code: 0, signal: null, errors: '' })
}

export const expectNothingRuns = async (): Promise<void> => {
  expect(await processesOf(folder())).toEqual([])
}

/** Over a connection of its own: none is left over from the server that was here before. */
export const ask = (address: string, asked: RequestInit = {}): Promise<Response> =>
  fetch(address, { ...asked, headers: { connection: 'close', ...asked.headers } })

export const isReady = async (): Promise<string> => (await ask(`${base()}/health/ready`)).text()

export const postmaster = async (): Promise<number> => {
  const file = path.join(settings().TURNABOUT_DATA, 'postgres', 'postmaster.pid')
  return Number.parseInt(await readFile(file, 'utf8'), 10)
}
