/** A mail is given up when the server that had taken it has died, and is not sent by another. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newDatabase, newOrganisation } from '../../tests/support/database.ts'
import { startDeliveringProgram } from '../../tests/support/delivering-program.ts'
import { type MailServer, openMailServer } from '../../tests/support/mail-server.ts'
import { aMail, deliver, inOutbox, outboxOf, post } from '../../tests/support/outbox.ts'
import type { ActionScope } from '../platform/action.ts'
import type { Database } from '../platform/database.ts'

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

const outbox = () => outboxOf(scope)

describe('a mail that a server took and did not come back about', () => {
  const later = (minutes: number) => () => new Date(Date.now() + minutes * 60_000)
  const abandon = () =>
    inOutbox(scope, (tx) =>
      tx
        .updateTable('mails')
        .set({ state: 'sending', attempts: 1, nextAttemptAt: later(5)() })
        .execute(),
    )

  test('is left to that server for as long as it may take', async () => {
    await post(scope, aMail)
    await abandon()
    await deliver(scope, { ...server, clock: later(4) })
    expect(await outbox()).toMatchObject([{ state: 'sending' }])
  })

  test('is given up after kill -9 too: what the mail server has is not sent again', async () => {
    server.misbehave(() => ({ kind: 'hangs', at: 'data' }))
    await post(scope, aMail)
    const program = await startDeliveringProgram(database, server.url)
    await vi.waitFor(() => expect(server.received).toHaveLength(1), 30_000)
    program.kill('SIGKILL')
    await program.ended
    server.misbehave(() => null)
    await deliver(scope, { ...server, clock: later(1) })
    expect(await outbox()).toMatchObject([{ state: 'sending' }])
    await deliver(scope, { ...server, clock: later(60) })
    await deliver(scope, { ...server, clock: later(120) })
    expect(server.received).toHaveLength(1)
    expect(await outbox()).toMatchObject([{ state: 'failed', lastProblem: 'not_known' }])
  })

  test('is given up after that, and is not sent again', async () => {
    await post(scope, aMail)
    await abandon()
    await deliver(scope, { ...server, clock: later(6) })
    expect(await outbox()).toMatchObject([{ state: 'failed', lastProblem: 'not_known' }])
    expect(server.received).toEqual([])
  })
})
