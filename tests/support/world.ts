/** Two hospitals with everybody in them, in a database of their own, and the server in front of it. */
import { makeSetUpLink } from '../../src/organisations/actions.ts'
import { ensureInstallation, operatorScope } from '../../src/organisations/set-up.ts'
import { type Database, installationId } from '../../src/platform/database.ts'
import { startLive } from '../../src/platform/live.ts'
import { makeLogger } from '../../src/platform/log.ts'
import { findProjectRoot } from '../../src/platform/project-root.ts'
import { newToken } from '../../src/platform/tokens.ts'
import { allRoutes } from '../../src/web/all-routes.ts'
import { makeServer } from '../../src/web/server.ts'
import type { ServerParts } from '../../src/web/server-parts.ts'
import { masterKey, newDatabase } from './database.ts'
import { buildHospital, type Hospital } from './hospital.ts'

export type Server = ReturnType<typeof makeServer>

export type ServerOptions = Partial<Pick<ServerParts, 'assets' | 'live' | 'logger' | 'routes'>> & {
  readonly publicUrl?: string
  /** Where `/assets/…` comes from. */
  readonly assetFolder?: string
  /** The program that turns recordings into transcripts. */
  readonly transcriber?: string
}

export type World = {
  readonly database: Database
  readonly server: Server
  readonly north: Hospital
  readonly south: Hospital
  /** The set-up link's, usable. */
  readonly setUpToken: string
  readonly drop: () => Promise<void>
}

export const usualUrl = 'http://localhost:3000'
/** Where mails come from. */
export const usualMailFrom = 'turnabout@hospital.example'
/** What mails about sessions are written with. */
export const usualOrigin = { publicUrl: usualUrl, mailFrom: usualMailFrom }

/** The server in this process. */
export const serverOn = (database: Database, options: ServerOptions = {}): Server => {
  const { publicUrl = usualUrl, transcriber = null } = options
  const projectRoot = findProjectRoot()
  const assetFolder = options.assetFolder ?? `${projectRoot}/src/web/styles`
  const isReady = async () => true
  return makeServer({
    routes: options.routes ?? allRoutes,
    database,
    masterKey,
    live: options.live ?? startLive(database),
    service: {
      ...{ publicUrl, mailFrom: usualMailFrom, projectRoot, assetFolder },
      ...{ sendsMail: false, transcriber, isReady },
    },
    assets: options.assets ?? { css: '/assets/page.css', js: '/assets/page.js' },
    logger: options.logger ?? makeLogger('silent'),
    isSecure: publicUrl.startsWith('https:'),
  })
}

/** A new link to the set-up page, as a start of the server makes it. */
export const newSetUpToken = async (database: Database): Promise<string> => {
  const token = newToken(installationId)
  await makeSetUpLink(operatorScope({ database, masterKey }, installationId), token)
  return token.text
}

export const buildWorld = async (options: ServerOptions = {}): Promise<World> => {
  const { database, drop } = await newDatabase()
  await ensureInstallation({ database, masterKey })
  return {
    database,
    drop,
    server: serverOn(database, options),
    north: await buildHospital(database, {
      name: 'Northgate Hospital',
      familyName: 'Quillfeather',
    }),
    south: await buildHospital(database, {
      name: 'Southmoor Hospital',
      familyName: 'Wolstenholme',
    }),
    setUpToken: await newSetUpToken(database),
  }
}
