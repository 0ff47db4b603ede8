/** With a database server of the operator's own: one login that owns the tables, and acts as the app. */
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ensureInstallation } from '../src/organisations/set-up.ts'
import { listOrganisations } from '../src/organisations/store.ts'
import { withClient } from '../src/platform/connections.ts'
import { installationId, read } from '../src/platform/database.ts'
import { type Installation, openInstallation } from '../src/platform/installation.ts'
import { configFor } from './support/config.ts'

const name = `operators_${crypto.randomUUID().slice(0, 8)}`
const password = 'secret'
const opened: { folder: string; installation?: Installation } = { folder: '' }

const asAdministrator = (...statements: readonly string[]) =>
  withClient(inject('administrator'), async (client) => {
    for (const statement of statements) await client.query(statement)
  })

/** A login as an operator makes it: it owns one database and may do nothing else. */
const urlOf = (user: string): string => {
  const socket = encodeURIComponent(String(inject('administrator').host))
  return `postgres://${user}:${password}@localhost/${name}?host=${socket}`
}

const open = (user: string): Promise<Installation> =>
  openInstallation(configFor(opened.folder, { DATABASE_URL: urlOf(user) }), path.resolve('.'))

beforeAll(async () => {
  opened.folder = await mkdtemp('/tmp/turnabout-url-')
  await asAdministrator(
    `create role ${name} login password '${password}'`,
    `create database ${name} owner ${name}`,
  )
})
afterAll(async () => {
  await opened.installation?.close()
  await asAdministrator(`drop database ${name} (force)`, `drop role ${name}`)
  await rm(opened.folder, { recursive: true })
})

describe('a login of the operator’s own', () => {
  test('that may not join the app’s role is told what to ask for', async () => {
    await expect(open(name)).rejects.toThrow(`grant turnabout_app to <that user>`)
  })

  test('that may, makes the tables and then acts as the app alone', async () => {
    await asAdministrator(`grant turnabout_app to ${name}`)
    const installation = await open(name)
    opened.installation = installation
    await ensureInstallation(installation)
    const { rows } = await sql<{
      user: string
      rolsuper: boolean
      rolbypassrls: boolean
    }>`select current_user as user, rolsuper, rolbypassrls from pg_roles where rolname = current_user`.execute(
      installation.database,
    )
    expect(rows).toEqual([{ user: 'turnabout_app', rolsuper: false, rolbypassrls: false }])
    expect(await read(installation.database, installationId, listOrganisations)).toEqual([])
  })

  test('started again finds its tables there', async () => {
    const again = await open(name)
    await again.close()
    expect(again.connections.ownerActsAsApp).toBe(true)
  })
})
