import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { masterKey, newDatabase, newOrganisation } from '../../tests/support/database.ts'
import { openMailServer } from '../../tests/support/mail-server.ts'
import { aMail, deliver, inOutbox, outboxOf, post } from '../../tests/support/outbox.ts'
import { listAuditEntries } from '../platform/audit.ts'
import type { Database } from '../platform/database.ts'
import { markMessages } from './returned-mails.ts'

const given: { database?: Database; drop?: () => Promise<void> } = {}
const database = (): Database => given.database as Database

beforeAll(async () => {
  Object.assign(given, await newDatabase())
})
afterAll(() => given.drop?.())

const fixture = (name: string, mailId: string): string =>
  readFileSync(`tests/fixtures/returned-mails/${name}.eml`, 'utf8').replaceAll(
    '6f9619ff-8b86-4d11-b42d-00c04fc964ff',
    mailId,
  )

const sentMail = async () => {
  const scope = await newOrganisation(database())
  const server = await openMailServer()
  await post(scope, aMail)
  await deliver(scope, server)
  await server.close()
  const [mail] = await outboxOf(scope)
  return { scope, mailId: String(mail?.mailId) }
}

const mark = (...messages: string[]) => markMessages({ database: database(), masterKey }, messages)

test('a mail that came back is marked in the organisation that sent it, once, with an audit entry', async () => {
  await sentMail()
  const { scope, mailId } = await sentMail()
  const message = fixture('postfix', mailId)
  expect(await mark(message, message)).toEqual([{ kind: 'marked', mailId }, { kind: 'unknown' }])
  expect(await outboxOf(scope)).toMatchObject([{ state: 'bounced', lastProblem: '5.1.1' }])
  const entries = await inOutbox(scope, (tx) => listAuditEntries(tx, scope.organisationId, 10))
  expect(entries.filter(({ event }) => event === 'mail.came_back')).toMatchObject([
    { actorKind: 'operator', actorId: null, subject: mailId, details: {} },
  ])
})

test('what is late, answered by a person or of somebody else changes nothing', async () => {
  const { scope, mailId } = await sentMail()
  const markings = await mark(
    fixture('postfix-late', mailId),
    fixture('out-of-office', mailId),
    fixture('exchange', crypto.randomUUID()),
  )
  expect(markings.map(({ kind }) => kind)).toEqual(['late', 'not_returned', 'unknown'])
  expect(await outboxOf(scope)).toMatchObject([{ state: 'sent', lastProblem: null }])
})
