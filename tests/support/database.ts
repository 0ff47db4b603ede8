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

export type OwnDatabase = {
  readonly database: Database
  readonly name: string
  readonly drop: () => Promise<void>
}

/**
 * A database of its own; for what concerns the whole installation.
 * @param template what it begins with: usually as empty as after the first start. Nobody may be connected to it.
 */
export const newDatabase = async (template: string = emptyDatabase): Promise<OwnDatabase> => {
  const name = `test_${randomBytes(8).toString('hex')}`
  const administrator = inject('administrator')
  const owner = String(inject('owner').user)
  await withClient(administrator, (client) =>
    client.query(`create database ${name} template ${template} owner ${owner}`),
  )
  const database = openDatabase({ ...inject('app'), database: name }, 4)
  const drop = async () => {
    await database.destroy()
    await withClient(administrator, (client) => client.query(`drop database ${name} (force)`))
  }
  return { database, name, drop }
}
