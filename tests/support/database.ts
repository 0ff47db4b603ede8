/**
 * The database of the tests. Each test makes an organisation of its own, and row-level security keeps it apart from
 * all others: tests run side by side on one database, through the same transactions as in production.
 */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { insertOrganisation } from '../../src/organisations/store.ts'
import type { ActionScope } from '../../src/platform/action.ts'
import { withClient } from '../../src/platform/connections.ts'
import { type Database, enterOrganisation, openDatabase } from '../../src/platform/database.ts'
import { newKey } from '../../src/platform/keys.ts'
import { emptyDatabase } from './empty-database.ts'

export const testDatabase = (): Database => openDatabase(inject('app'), 4)

export const masterKey = randomBytes(32)

/** An organisation nobody else knows, and the scope in which an operator acts in it. */
export const newOrganisation = async (
  database: Database,
  name = 'Northgate Teaching Hospital',
): Promise<ActionScope> => {
  const organisationId = crypto.randomUUID()
  await database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, organisationId)
    const organisation = { organisationId, kind: 'own', name } as const
    await insertOrganisation(tx, organisation, { masterKey, organisationKey: newKey() })
  })
  const actor = { kind: 'operator', id: null } as const
  return { database, masterKey, organisationId, actor, idempotencyKey: null }
}

/** A database of its own, as empty as after the first start; for what concerns the whole installation. */
export const newDatabase = async (): Promise<{
  readonly database: Database
  readonly drop: () => Promise<void>
}> => {
  const name = `test_${randomBytes(8).toString('hex')}`
  const administrator = inject('administrator')
  const owner = String(inject('owner').user)
  await withClient(administrator, (client) =>
    client.query(`create database ${name} template ${emptyDatabase} owner ${owner}`),
  )
  const database = openDatabase({ ...inject('app'), database: name }, 4)
  const drop = async () => {
    await database.destroy()
    await withClient(administrator, (client) => client.query(`drop database ${name} (force)`))
  }
  return { database, drop }
}
