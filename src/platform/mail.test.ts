/** The outbox, with a real mail server in front of it. */
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { masterKey, newDatabase, newOrganisation } from '../../tests/support/database.ts'
import { type MailServer, openMailServer } from '../../tests/support/mail-server.ts'
import { mailsOf } from '../../tests/support/mailbox.ts'
import { ok } from '../lib/result.ts'
import { deliverAll, startDelivery } from '../organisations/delivery.ts'
import { loadOrganisationKey } from '../organisations/store.ts'
import { type ActionScope, action } from './action.ts'
import { type Database, enterOrganisation, type Transaction } from './database.ts'
import { makeLogger } from './log.ts'
import { type Mail, writeMail } from './mail.ts'

const mailFrom = 'turnabout@hospital.example'
const mail: Mail = {
  to: 'nadia.rahman@hospital.example',
  subject: 'Your link, Zoë',
  text: 'Dear Dr Rahman,\n\nhttps://turnabout.example/sign-in/link/secret\n',
}

const send = action('mail.written', async (context, input: Mail) => {
  const key = await loadOrganisationKey(context.tx, context.organisationId, context.masterKey)
  await writeMail(context, key, { purpose: 'staff_link', ...input })
  return ok({ value: null })
})

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

/** One round over every outbox. */
const deliver = async (url = server.url): Promise<void> => {
  const transport = createTransport(url)
  await deliverAll({ database, masterKey }, async ({ to, subject, text }) => {
    await transport.sendMail({ from: mailFrom, to, subject, text })
  })
  transport.close()
}

const outbox = () => mailsOf(database, scope.organisationId)

const inOutbox = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, scope.organisationId)
    return work(tx)
  })

/** As if the time until the next attempt had passed. */
const makeDue = (): Promise<unknown> =>
  inOutbox((tx) =>
    tx
      .updateTable('mails')
      .set({ nextAttemptAt: new Date(0) })
      .execute(),
  )

/** The table as it lies on the disk and in a backup. */
const storedText = (): Promise<string> =>
  inOutbox(async (tx) => {
    const { rows } = await sql<{ row: string }>`
      select encode(sealed, 'escape') || to_jsonb(mails)::text as row from mails`.execute(tx)
    return rows.map(({ row }) => row).join('\n')
  })

describe('a mail', () => {
  test('is sent once, with its words as they were written', async () => {
    await send(scope, mail)
    await deliver()
    await deliver()
    const [received, ...others] = server.received
    expect(others).toEqual([])
    expect(received?.to).toEqual([mail.to])
    expect(received?.raw).toContain('https://turnabout.example/sign-in/link/secret')
    expect(await outbox()).toMatchObject([
      { ...mail, state: 'sent', attempts: 1, lastProblem: null },
    ])
  })

  test('is sent once, however many servers deliver at the same time', async () => {
    for (const to of ['a@hospital.example', 'b@hospital.example', 'c@hospital.example']) {
      await send(scope, { ...mail, to })
    }
    await Promise.all([deliver(), deliver(), deliver()])
    expect(server.received.map(({ to: [to] }) => to).toSorted()).toEqual([
      'a@hospital.example',
      'b@hospital.example',
      'c@hospital.example',
    ])
  })

  test('that a change did not happen is never sent', async () => {
    const broken = action('mail.written', async (context, input: Mail) => {
      const key = await loadOrganisationKey(context.tx, context.organisationId, masterKey)
      await writeMail(context, key, { purpose: 'staff_link', ...input })
      throw new Error('a defect')
    })
    await expect(broken(scope, mail)).rejects.toThrow('a defect')
    await deliver()
    expect(server.received).toEqual([])
  })

  test('cannot be read in the table', async () => {
    await send(scope, mail)
    server.refusals.set(mail.to, 550)
    await deliver()
    expect(await storedText()).not.toMatch(/rahman|hospital|link\/|secret|pickering/i)
  })

  test('does not open in the place of another', async () => {
    await send(scope, mail)
    await inOutbox((tx) => tx.updateTable('mails').set({ mailId: crypto.randomUUID() }).execute())
    await expect(outbox()).rejects.toThrow()
    await inOutbox((tx) => tx.deleteFrom('mails').execute())
  })
})

describe('a mail server', () => {
  test('that says later (451) gets the mail later', async () => {
    await send(scope, mail)
    server.refusals.set(mail.to, 451)
    await deliver()
    expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 1, lastProblem: '451' }])
    server.refusals.clear()
    await deliver()
    expect(server.received).toEqual([])
    await makeDue()
    await deliver()
    expect(server.received).toHaveLength(1)
    expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 2, lastProblem: null }])
  })

  test('that says never (550) is not asked again, and its code alone is kept', async () => {
    await send(scope, mail)
    server.refusals.set(mail.to, 550)
    await deliver()
    await makeDue()
    await deliver()
    expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 1, lastProblem: '550' }])
  })

  test('that refuses one mail gets the others', async () => {
    await send(scope, { ...mail, to: 'gone@hospital.example' })
    await send(scope, mail)
    server.refusals.set('gone@hospital.example', 550)
    await deliver()
    expect(server.received.map(({ to }) => to)).toEqual([[mail.to]])
  })

  test('that is away gets the mail when it is back', async () => {
    await send(scope, mail)
    await server.close()
    await deliver()
    const [waiting] = await outbox()
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(waiting?.lastProblem).toMatch(/^[A-Z]+$/)
    server = await openMailServer()
    await makeDue()
    await deliver()
    expect(server.received).toHaveLength(1)
    await server.close()
  })

  test('that stays away for 54 attempts has failed', async () => {
    await send(scope, mail)
    server.refusals.set(mail.to, 451)
    for (let attempt = 1; attempt < 54; attempt += 1) {
      await deliver()
      await makeDue()
    }
    expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 53 }])
    await deliver()
    expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 54, lastProblem: '451' }])
  })
})

describe('delivery', () => {
  const parts = (smtpUrl: string | null) => ({
    database,
    masterKey,
    config: { smtpUrl, mailFrom },
    logger: makeLogger('silent'),
  })

  test('runs beside the service until it is stopped', async () => {
    const delivery = startDelivery(parts(server.url))
    await send(scope, mail)
    await vi.waitFor(() => expect(server.received).toHaveLength(1), 20_000)
    await delivery.stop()
    expect(server.received[0]?.raw).toContain(`From: ${mailFrom}`)
    expect(await outbox()).toMatchObject([{ state: 'sent' }])
  })

  test('without a mail server leaves the mail in the outbox', async () => {
    await send(scope, mail)
    await startDelivery(parts(null)).stop()
    expect(await outbox()).toMatchObject([{ ...mail, state: 'waiting', attempts: 0 }])
    await deliver()
  })
})
