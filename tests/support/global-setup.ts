/** One real PostgreSQL for all tests, in a folder of its own, stopped and removed at the end. */
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ClientConfig } from 'pg'
import type { TestProject } from 'vitest/node'
import { openConnections, withClient } from '../../src/platform/connections.ts'
import { migrate } from '../../src/platform/migrations.ts'
import { unpackBrowser } from './browser.ts'
import { configFor } from './config.ts'
import { emptyDatabase } from './empty-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    owner: ClientConfig
    app: ClientConfig
    administrator: ClientConfig
  }
}

export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  await unpackBrowser()
  const folder = await mkdtemp('/tmp/turnabout-test-')
  const connections = await openConnections(configFor(folder))
  await migrate(connections.owner, path.resolve('migrations'))
  provide('owner', connections.owner)
  provide('app', connections.app)
  if (connections.administrator === null) throw new Error('Tests use the embedded PostgreSQL.')
  await withClient(connections.administrator, (client) =>
    client.query(`create database ${emptyDatabase} template turnabout`),
  )
  provide('administrator', connections.administrator)
  return async () => {
    await connections.close()
    await rm(folder, { recursive: true })
  }
}
