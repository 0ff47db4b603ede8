/** A database of a test's own, and its owner's way in. */
import { randomBytes } from 'node:crypto'
import type { ClientConfig } from 'pg'
import { inject } from 'vitest'
import { withClient } from '../../src/platform/connections.ts'

/** @param template what it is a copy of; `template1` has no table of ours */
export const withDatabaseOf = async <T>(
  template: string,
  work: (owner: ClientConfig) => Promise<T>,
): Promise<T> => {
  const database = `test_${randomBytes(8).toString('hex')}`
  const owner = inject('owner')
  const administer = (statement: string) =>
    withClient(inject('administrator'), (client) => client.query(statement))
  await administer(`create database ${database} template ${template} owner ${String(owner.user)}`)
  try {
    return await work({ ...owner, database })
  } finally {
    await administer(`drop database ${database} (force)`)
  }
}
