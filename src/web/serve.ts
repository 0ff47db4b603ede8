/** Starts the server: database, tables, keys, routes, mail; then says where to go. Stops in order when asked to. */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import * as z from 'zod'
import { allocationTasks } from '../allocation/clock-tasks.ts'
import type { CommandOutcome } from '../cli/command.ts'
import { signOffTasks } from '../interview/documents/signing/clock-tasks.ts'
import { recordingTasks } from '../interview/recordings/clock-tasks.ts'
import { startDelivery } from '../organisations/delivery.ts'
import { openSetUpLink } from '../organisations/set-up.ts'
import { startClock } from '../platform/clock.ts'
import { type Config, readConfig, sentenceOfConfigProblem } from '../platform/config.ts'
import { isReachable } from '../platform/database.ts'
import { type Installation, openInstallation } from '../platform/installation.ts'
import { startLive } from '../platform/live.ts'
import { type Logger, makeLogger } from '../platform/log.ts'
import { findProjectRoot } from '../platform/project-root.ts'
import { type HeldProblem, holdDataFolder } from '../platform/server-lock.ts'
import { clockTasks } from '../questionnaires/reminders/clock-tasks.ts'
import { sessionTasks } from '../sessions/clock-tasks.ts'
import { followUpTasks } from '../sessions/follow-ups/clock-tasks.ts'
import { allRoutes } from './all-routes.ts'
import type { Assets } from './document.tsx'
import type { Service } from './route.ts'
import { makeServer } from './server.ts'

const drainMilliseconds = 10_000
const clockMilliseconds = 60_000

export const serve = async (
  environment: NodeJS.ProcessEnv,
  write: (text: string) => void,
): Promise<CommandOutcome> => {
  const config = readConfig(environment)
  if (!config.ok) {
    const { problem } = config
    return { ok: false, problem, sentence: sentenceOfConfigProblem(problem) }
  }
  // From here on: whoever stops a start half-way leaves no database running either.
  const asked = untilAsked()
  const logger = makeLogger(config.value.logLevel ?? usualLogLevel())
  const root = findProjectRoot()
  const installation = await openInstallation(config.value, root)
  try {
    return await serveFrom(installation, { config: config.value, logger, root, write, asked })
  } finally {
    await installation.close()
  }
}

/** A person at a terminal wants the link; a service manager wants every request. */
const usualLogLevel = (): string => (process.stdout.isTTY ? 'warn' : 'info')

type Start = {
  readonly config: Config
  readonly logger: Logger
  readonly root: string
  readonly write: (text: string) => void
  /** The signal that asks the server to stop. */
  readonly asked: Promise<string>
}

const serveFrom = async (installation: Installation, start: Start): Promise<CommandOutcome> => {
  const { config, logger, root, write, asked } = start
  const held = await holdIfEmbedded(installation, config)
  if (!held.ok) return heldOutcome(held.problem, config)
  const service = serviceOf(installation, config, root)
  const { database, masterKey } = installation
  const { isSecure } = config
  const assets = await readAssets(service.assetFolder)
  const live = startLive(database)
  const parts = { routes: allRoutes, database, masterKey, service, live, assets, logger, isSecure }
  const link = await openSetUpLink(installation, config.publicUrl)
  const server = await startListening(makeServer(parts).fetch, config.port)
  if (server === null) {
    await held.value.release()
    return portOutcome(config.port)
  }
  write(`Turnabout is ready: ${link}\n`)
  const delivery = startDelivery({ database, masterKey, config, logger })
  const tasks = [
    ...followUpTasks(installation),
    ...clockTasks(installation, config.publicUrl),
    ...signOffTasks(installation, config.publicUrl),
    ...recordingTasks(installation),
    ...allocationTasks(installation, config.publicUrl),
    ...sessionTasks(installation, config),
  ]
  const clock = startClock({ everyMilliseconds: clockMilliseconds, tasks, logger })
  const signal = await asked
  logger.info({ signal }, 'stopping')
  await live.stop()
  await stopListening(server)
  await clock.stop()
  await delivery.stop()
  await held.value.release()
  return { ok: true }
}

const holdIfEmbedded = async ({ connections }: Installation, config: Config) => {
  if (config.ownerDatabaseUrl !== null) {
    return { ok: true, value: { release: async () => undefined } } as const
  }
  return holdDataFolder(connections.app, `process ${process.pid}, ${config.publicUrl}`)
}

const heldOutcome = (problem: HeldProblem, { dataFolder }: Config): CommandOutcome => ({
  ok: false,
  problem,
  sentence:
    `The data folder ${dataFolder} is in use by ${problem.holder}. ` +
    'Use that server, stop it first, or set TURNABOUT_DATA to another folder.',
})

const portOutcome = (port: number): CommandOutcome => ({
  ok: false,
  problem: { kind: 'port.in_use' },
  sentence: `Port ${port} is in use by another program. Set PORT to a free one, such as PORT=${port + 1}.`,
})

const serviceOf = ({ database }: Installation, config: Config, root: string): Service => ({
  publicUrl: config.publicUrl,
  mailFrom: config.mailFrom,
  projectRoot: root,
  // Beside the program, in the folder of its own build.
  assetFolder: path.join(import.meta.dirname, 'assets'),
  sendsMail: config.smtpUrl !== null,
  transcriber: config.transcriber,
  isReady: () => isReachable(database),
})

const manifest = z.object({ css: z.string(), js: z.string(), icon: z.string() })

const readAssets = async (folder: string): Promise<Assets> => {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8')
  const { css, js, icon } = manifest.parse(JSON.parse(text))
  return { css: `/assets/${css}`, js: `/assets/${js}`, icon: `/assets/${icon}` }
}

type Fetch = (request: Request) => Response | Promise<Response>

/** Null: the port is taken. */
const startListening = (fetch: Fetch, port: number): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer(getRequestListener(fetch))
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(port, () => resolve(server))
  })

/** Answers what has been asked, takes nothing new; whoever takes too long is cut off. */
const stopListening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const cut = setTimeout(() => server.closeAllConnections(), drainMilliseconds)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(cut)
      resolve()
    })
  })

const untilAsked = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => resolve(signal))
  })
