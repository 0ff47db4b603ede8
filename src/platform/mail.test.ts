/** The outbox as it lies in the database. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { masterKey, newDatabase, newOrganisation } from '../../tests/support/database.ts'
import { type MailServer, openMailServer } from '../../tests/support/mail-server.ts'
import { aMail, deliver, inOutbox, outboxOf, post } from '../../tests/support/outbox.ts'
import { ok } from '../lib/result.ts'
import { loadOrganisationKey } from '../organisations/store.ts'
import { type ActionScope, action } from './action.ts'
import type { Database } from './database.ts'
import { cancelMailsOf, type Mail, writeMail } from './mail.ts'

let database: Database
let drop: () => Promise<void>
let server: MailServer
let scope: ActionScope

beforeAll(async () => {
  const made = await newDatabase()
  database = made.database
  drop = made.drop
})
afterAll(() => drop())

beforeEach(async () => {
  server = await openMailServer()
  scope = await newOrganisation(database)
  return server.close
})

/** The table as it lies on the disk and in a backup. */
const storedText = (): Promise<string> =>
  inOutbox(scope, async (tx) => {
    const { rows } = await sql<{ row: string }>`
      select encode(sealed, 'escape') || to_jsonb(mails)::text as row from mails`.execute(tx)
    return rows.map(({ row }) => row).join('\n')
  })

test('a mail of a change that did not happen is never sent', async () => {
  const broken = action('mail.written', async (context, input: Mail) => {
    const key = await loadOrganisationKey(context.tx, context.organisationId, masterKey)
    await writeMail(context, key, { purpose: 'staff_link', ...input })
    throw new Error('a defect')
  })
  await expect(broken(scope, aMail)).rejects.toThrow('a defect')
  await deliver(scope, server)
  expect(server.received).toEqual([])
})

test('a mail cannot be read in the table, nor what a mail server said of it', async () => {
  await post(scope, aMail)
  server.refusals.set(aMail.to, 550)
  await deliver(scope, server)
  expect(await storedText()).not.toMatch(/rahman|hospital|link\/|secret|pickering/i)
})

test('a mail does not open in the place of another', async () => {
  await post(scope, aMail)
  await inOutbox(scope, (tx) =>
    tx.updateTable('mails').set({ mailId: crypto.randomUUID() }).execute(),
  )
  await expect(outboxOf(scope)).rejects.toThrow()
  await inOutbox(scope, (tx) => tx.deleteFrom('mails').execute())
})

test('what waits for a participant can be taken back, and nothing else', async () => {
  const [participantId, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const write = action('mail.written', async (context, about: string | null) => {
    const key = await loadOrganisationKey(context.tx, context.organisationId, masterKey)
    await writeMail(context, key, {
      purpose: 'invitation',
      about,
      ...aMail,
      to: `${about}@x.example`,
    })
    return ok({ value: null })
  })
  await write(scope, participantId)
  await deliver(scope, server)
  for (const about of [participantId, participantId, other, null]) await write(scope, about)
  const { organisationId } = scope
  await inOutbox(scope, (tx) => cancelMailsOf(tx, { organisationId, participantId }))
  await deliver(scope, server)
  const fates = (await outboxOf(scope)).map(({ about, state, lastProblem }) => [
    about,
    state,
    lastProblem,
  ])
  expect(fates.toSorted()).toEqual(
    [
      [participantId, 'sent', null],
      [participantId, 'failed', 'cancelled'],
      [participantId, 'failed', 'cancelled'],
      [other, 'sent', null],
      [null, 'sent', null],
    ].toSorted(),
  )
  expect(server.received).toHaveLength(3)
})
