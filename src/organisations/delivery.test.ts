/** Mails on their way, with a real mail server in front of the outbox that does whatever a mail server may do. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { masterKey, newDatabase, newOrganisation } from '../../tests/support/database.ts'
import { type Fault, type MailServer, openMailServer } from '../../tests/support/mail-server.ts'
import {
  aMail,
  deliver,
  inOutbox,
  mailFrom,
  makeDue,
  outboxOf,
  post,
  shortLimits,
} from '../../tests/support/outbox.ts'
import type { ActionScope } from '../platform/action.ts'
import type { Database } from '../platform/database.ts'
import { makeLogger } from '../platform/log.ts'
import { markCameBack } from '../platform/mail-delivery.ts'
import { startDelivery } from './delivery.ts'
import { mostAttempts } from './mail-fate.ts'

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
const round = () => deliver(scope, server)
const recipients = () => server.received.map(({ to: [to] }) => to).toSorted()

/** What happens to the first call, and to no other. */
const once = (fault: Fault): void => {
  const faults = [fault]
  server.misbehave(() => faults.shift() ?? null)
}

describe('a mail', () => {
  test('is sent once, with its words as they were written', async () => {
    await post(scope, aMail)
    await round()
    await round()
    const [received, ...others] = server.received
    expect(others).toEqual([])
    expect(received?.to).toEqual([aMail.to])
    expect(received?.raw).toContain('https://turnabout.example/sign-in/link/secret')
    expect(await outbox()).toMatchObject([
      { ...aMail, state: 'sent', attempts: 1, lastProblem: null },
    ])
  })

  test('says that a machine wrote it, and carries its own number', async () => {
    await post(scope, aMail)
    await round()
    const [mail] = await outbox()
    const raw = server.received[0]?.raw
    expect(raw).toContain(`From: ${mailFrom}`)
    expect(raw).toContain('Auto-Submitted: auto-generated')
    expect(raw).toContain(`Message-ID: <${mail?.mailId}@hospital.example>`)
    expect(raw).toContain(`X-Turnabout-Mail: ${mail?.mailId}`)
  })

  test('is sent once, however many servers deliver at the same time', async () => {
    const all = Array.from({ length: 12 }, (_, index) => `person-${index}@hospital.example`)
    for (const to of all) await post(scope, { ...aMail, to })
    await Promise.all([round(), round(), round()])
    expect(recipients()).toEqual(all.toSorted())
  })

  test.each(['nobody', '', 'a@b@c', 'two@x.example, three@x.example'])(
    'to %j, which is no address, has failed at once',
    async (to) => {
      await post(scope, { ...aMail, to })
      await round()
      await makeDue(scope)
      await round()
      expect(server.received).toEqual([])
      expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 1 }])
    },
  )
})

describe('a mail server', () => {
  test('that says later (451) gets the mail later', async () => {
    await post(scope, aMail)
    server.refusals.set(aMail.to, 451)
    await round()
    expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 1, lastProblem: '451' }])
    server.refusals.clear()
    await round()
    expect(server.received).toEqual([])
    await makeDue(scope)
    await round()
    expect(server.received).toHaveLength(1)
    expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 2, lastProblem: null }])
  })

  test('that says later (451) once it has read the mail gets it later', async () => {
    await post(scope, aMail)
    once({ kind: 'refuses', at: 'data', code: 451 })
    await round()
    expect(await outbox()).toMatchObject([{ state: 'waiting', lastProblem: '451' }])
    await makeDue(scope)
    await round()
    expect(server.received).toHaveLength(1)
  })

  test.each(['recipient', 'data'] as const)(
    'that says never (550) at the %s is not asked again, and its code alone is kept',
    async (at) => {
      await post(scope, aMail)
      once({ kind: 'refuses', at, code: 550 })
      await round()
      await makeDue(scope)
      await round()
      expect(server.received).toEqual([])
      expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 1, lastProblem: '550' }])
    },
  )

  test('that refuses one mail gets the others', async () => {
    await post(scope, { ...aMail, to: 'gone@hospital.example' })
    await post(scope, aMail)
    server.refusals.set('gone@hospital.example', 550)
    await round()
    expect(recipients()).toEqual([aMail.to])
  })

  test.each([
    { kind: 'hangs', at: 'greeting' },
    { kind: 'hangs', at: 'recipient' },
    { kind: 'hangs up', at: 'greeting' },
    { kind: 'hangs up', at: 'recipient' },
  ] as const)('that $kind at the $at gets the mail at the next attempt', async (fault) => {
    await post(scope, aMail)
    once(fault)
    await round()
    expect(server.received).toEqual([])
    const [waiting] = await outbox()
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(waiting?.lastProblem).toMatch(/^E[A-Z]+$/)
    await makeDue(scope)
    await round()
    expect(server.received).toHaveLength(1)
    expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  test.each([{ kind: 'hangs' }, { kind: 'hangs up' }] as const)(
    'that $kind with the mail in its hands never gets it a second time',
    async ({ kind }) => {
      await post(scope, aMail)
      once({ kind, at: 'data' })
      await round()
      await makeDue(scope)
      await round()
      expect(server.received).toHaveLength(1)
      expect(await outbox()).toMatchObject([
        { state: 'failed', attempts: 1, lastProblem: 'not_known' },
      ])
    },
  )

  test('that hangs holds up no other mail', async () => {
    await post(scope, aMail)
    await post(scope, { ...aMail, to: 'second@hospital.example' })
    once({ kind: 'hangs', at: 'greeting' })
    await round()
    expect(server.received).toHaveLength(1)
  })

  test('that is away gets the mail when it is back', async () => {
    await post(scope, aMail)
    await server.close()
    await round()
    expect(await outbox()).toMatchObject([
      { state: 'waiting', attempts: 1, lastProblem: 'ESOCKET' },
    ])
    server = await openMailServer()
    await makeDue(scope)
    await round()
    expect(server.received).toHaveLength(1)
    await server.close()
  })

  test('that stays away for 54 attempts has failed', async () => {
    await post(scope, aMail)
    server.refusals.set(aMail.to, 451)
    await inOutbox(scope, (tx) =>
      tx
        .updateTable('mails')
        .set({ attempts: mostAttempts - 2 })
        .execute(),
    )
    await round()
    expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 53 }])
    await makeDue(scope)
    await round()
    expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 54, lastProblem: '451' }])
  })
})

describe('a mail that came back', () => {
  test('is marked, once', async () => {
    await post(scope, aMail)
    await round()
    const [mail] = await outbox()
    const back = { mailId: String(mail?.mailId), lastProblem: '5.1.1' }
    const { organisationId } = scope
    expect(await inOutbox(scope, (tx) => markCameBack(tx, organisationId, back))).toBe(true)
    expect(await inOutbox(scope, (tx) => markCameBack(tx, organisationId, back))).toBe(false)
    expect(await outbox()).toMatchObject([{ state: 'bounced', lastProblem: '5.1.1' }])
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
    await post(scope, aMail)
    await vi.waitFor(() => expect(server.received).toHaveLength(1), 20_000)
    await delivery.stop()
    expect(await outbox()).toMatchObject([{ state: 'sent' }])
  })

  test('cuts off a mail that hangs when it is stopped, and says that it is not known', async () => {
    server.misbehave(() => ({ kind: 'hangs', at: 'data' }))
    const patient = { ...shortLimits, silenceMilliseconds: 60_000, wholeMilliseconds: 60_000 }
    const delivery = startDelivery(parts(server.url), patient)
    await post(scope, aMail)
    await vi.waitFor(() => expect(server.received).toHaveLength(1), 20_000)
    await delivery.stop()
    expect(await outbox()).toMatchObject([{ state: 'failed', lastProblem: 'not_known' }])
  })

  test('without a mail server leaves the mail in the outbox', async () => {
    await post(scope, aMail)
    await startDelivery(parts(null)).stop()
    expect(await outbox()).toMatchObject([{ ...aMail, state: 'waiting', attempts: 0 }])
    await round()
  })
})
