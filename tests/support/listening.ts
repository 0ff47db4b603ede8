/** The server in this process, with its styles and scripts, where a browser can reach it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server as HttpServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { BrowserContext } from 'playwright-core'
import * as z from 'zod'
import { buildAssets } from '../../scripts/build-assets.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Somebody } from './hospital.ts'
import { freePort } from './program.ts'
import { serverOn } from './world.ts'

export type Listening = {
  readonly origin: string
  /** Away and back again, as when a server is started anew. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

const manifest = z.object({ css: z.string(), js: z.string() })

export const listen = async (database: Database): Promise<Listening> => {
  const assetFolder = await mkdtemp(path.join(tmpdir(), 'turnabout-assets-'))
  await buildAssets(assetFolder)
  const { css, js } = manifest.parse(
    JSON.parse(await readFile(path.join(assetFolder, 'manifest.json'), 'utf8')),
  )
  const port = Number(await freePort())
  const origin = `http://localhost:${port}`
  const assets = { css: `/assets/${css}`, js: `/assets/${js}` }
  const app = serverOn(database, { publicUrl: origin, assetFolder, assets })
  const running: { server?: HttpServer } = {}
  const start = () =>
    new Promise<void>((resolve) => {
      running.server = createServer(getRequestListener(app.fetch)).listen(port, resolve)
    })
  const stop = () =>
    new Promise<void>((resolve) => {
      running.server?.close(() => resolve())
      running.server?.closeAllConnections()
    })
  const close = async () => {
    await stop()
    await rm(assetFolder, { recursive: true })
  }
  await start()
  return { origin, start, stop, close }
}

export const signInto = (
  context: BrowserContext,
  { origin }: Listening,
  { token }: Pick<Somebody, 'token'>,
): Promise<void> => context.addCookies([{ name: 'turnabout', value: token, url: origin }])
