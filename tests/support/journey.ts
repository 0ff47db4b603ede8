/** A server of its own for the journeys of a test file, and a browser. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, vi } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { launchBrowser } from './browser.ts'
import {
  endEverything,
  linkOf,
  newSettings,
  type OwnSettings,
  type Program,
  patience,
  removeFolders,
  startServer,
  stopServer,
} from './program.ts'
import type { Look, WatchedPage } from './watched-page.ts'
import { openWatchedPage } from './watched-page.ts'

export type Journey = {
  readonly browser: () => Browser
  /** The link that a fresh server prints. */
  readonly newServer: () => Promise<RunningServer>
  readonly open: (look: Look) => Promise<WatchedPage>
}

export type RunningServer = {
  readonly link: string
  readonly stop: () => Promise<void>
  /** The same data folder and port again. */
  readonly startAgain: () => Promise<void>
}

const runServer = async (settings: OwnSettings): Promise<RunningServer> => {
  let server: Program = startServer(settings)
  const link = await linkOf(server)
  return {
    link,
    stop: () => stopServer(server),
    startAgain: async () => {
      server = startServer(settings)
      await linkOf(server)
    },
  }
}

const knownPages = new Map<string, Set<string>>()

/** The pages that the journeys of this file have come through at this width. */
const knownAt = (look: Look): Set<string> => {
  const known = knownPages.get(JSON.stringify(look)) ?? new Set<string>()
  knownPages.set(JSON.stringify(look), known)
  return known
}

/** To be called once, before the tests of a file. */
export const prepareJourney = (): Journey => {
  vi.setConfig({ testTimeout: 5 * patience, hookTimeout: 3 * patience })
  const started: { browser?: Browser } = {}
  const browser = (): Browser => {
    if (started.browser === undefined) throw new Error('The browser has not been started.')
    return started.browser
  }
  beforeAll(async () => {
    await buildIfNeeded()
    started.browser = await launchBrowser()
  })
  afterAll(async () => {
    try {
      await started.browser?.close()
    } finally {
      await endEverything()
      await removeFolders()
    }
  })
  return {
    browser,
    newServer: async () => runServer(await newSettings()),
    open: (look) => openWatchedPage(browser(), look, knownAt(look)),
  }
}

/** Forms that come back with errors answer 422, which Chromium writes to its console. */
export const otherFaults = ({ faults }: WatchedPage): readonly string[] =>
  faults.filter((fault) => !fault.includes('422'))
