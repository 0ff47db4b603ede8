/** The pages on which somebody withdraws, or the lead records that they did. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadOrganisationKey } from '../src/organisations/store.ts'
import { findParticipant } from '../src/people/store.ts'
import { listAuditEntries } from '../src/platform/audit.ts'
import { type Database, read } from '../src/platform/database.ts'
import { writeMail } from '../src/platform/mail.ts'
import { testDatabase } from './support/database.ts'
import type { Somebody } from './support/hospital.ts'
import { outboxOf } from './support/outbox.ts'
import { type Running, startRunning, writing } from './support/programme-under-way.ts'
import { leaverIn, openStages } from './support/study-under-way.ts'
import { send, visit, wordsOf } from './support/visit.ts'
import { type Server, serverOn } from './support/world.ts'

let database: Database
let server: Server
beforeAll(() => {
  database = testDatabase()
  server = serverOn(database)
})
afterAll(() => database.destroy())

const mentorOf = ({ mentors }: Running): Somebody => mentors[0] as Somebody
const ownPath = ({ programmeId }: Running): string => `/programmes/${programmeId}/withdraw`
const leadPath = ({ programmeId }: Running, { personId }: Pick<Somebody, 'personId'>): string =>
  `/programmes/${programmeId}/people/${personId}/withdraw`

const standingOf = async (running: Running, { personId }: Somebody) => {
  const { organisationId } = running.scope
  const person = await read(database, organisationId, (tx) =>
    findParticipant(tx, organisationId, personId),
  )
  return [person?.state, person?.leftAfterPhase]
}

const pageAt = async (path: string, as: Somebody): Promise<string> => {
  const reply = await visit(server, path, { as })
  expect(reply.status).toBe(200)
  return reply.text()
}

const small = () => startRunning(database, { mentors: 2, mentees: 1 })
const confirmed = { confirmed: 'yes' }

describe('withdrawing by oneself', () => {
  test('spells out what was promised, and asks to confirm', async () => {
    const running = await small()
    const mentor = mentorOf(running)
    await leaverIn(database, running, { code: mentor.name, effect: 'remove' })
    const page = await pageAt(ownPath(running), mentor)
    expect(page).toContain('Stop, and delete what I gave')
    expect(page).toContain('what you stated about yourself, are deleted')
    expect(page).toContain('This cannot be undone')
    const reply = await send(server, ownPath(running), { as: mentor })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('href="#confirmed"')
    expect(await standingOf(running, mentor)).toEqual(['agreed', null])
  })

  test('without a consent that is recorded here deletes nothing, and says so', async () => {
    const running = await small()
    const mentor = mentorOf(running)
    const page = await pageAt(ownPath(running), mentor)
    expect(page).toContain('No consent is recorded here')
    expect(page).not.toContain('This cannot be undone')
  })

  test('twice, by a double click, is done once', async () => {
    const running = await small()
    const mentor = mentorOf(running)
    await openStages(database, running, [1])
    const form = { ...confirmed, idempotencyKey: crypto.randomUUID() }
    const replies = await Promise.all(
      [1, 2, 3].map(() => send(server, ownPath(running), { as: mentor, form })),
    )
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await standingOf(running, mentor)).toEqual(['withdrawn', 1])
    const again = await send(server, ownPath(running), { as: mentor, form: confirmed })
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('recorded already')
    expect(await pageAt(ownPath(running), mentor)).toContain('You have withdrawn')
  })

  test('takes back the mails that still wait for this person, and no others; a calendar still loses its session', async () => {
    const running = await small()
    const [mentor, other] = running.mentors as [Somebody, Somebody]
    const { scope } = running
    await writing(database, scope.organisationId, async (tx) => {
      const key = await loadOrganisationKey(tx, scope.organisationId, scope.masterKey)
      const context = { ...scope, tx, now: new Date() }
      const mail = { purpose: 'reminder', to: 'a@north.example', subject: 'Stage 1', text: 'Open' }
      await writeMail(context, key, { ...mail, about: mentor.personId })
      await writeMail(context, key, { ...mail, about: other.personId })
      const cancelled = { ...mail, purpose: 'session_cancelled' }
      await writeMail(context, key, { ...cancelled, about: mentor.personId })
    })
    await send(server, ownPath(running), { as: mentor, form: confirmed })
    const fates = (await outboxOf(scope)).map(
      ({ about, purpose, state }) =>
        `${about === mentor.personId ? 'own' : 'other'} ${purpose} ${state}`,
    )
    expect(fates.toSorted()).toEqual([
      'other reminder waiting',
      'own reminder failed',
      'own session_cancelled waiting',
    ])
  })

  test('is told to the audit log with its effect, and without a name', async () => {
    const running = await small()
    const mentor = mentorOf(running)
    await leaverIn(database, running, { code: mentor.name, effect: 'unlink' })
    await send(server, ownPath(running), { as: mentor, form: confirmed })
    const { organisationId } = running.scope
    const [entry] = await read(database, organisationId, (tx) =>
      listAuditEntries(tx, organisationId, 1),
    )
    expect(entry).toMatchObject({
      event: 'consent.withdrawn',
      actorKind: 'participant',
      subject: mentor.personId,
    })
  })

  test('has nothing to withdraw from before agreeing', async () => {
    const running = await startRunning(database, {
      mentors: 1,
      mentees: 1,
      participants: 'invited',
    })
    const mentor = mentorOf(running)
    expect(await pageAt(ownPath(running), mentor)).toContain('nothing to withdraw from')
    const reply = await send(server, ownPath(running), { as: mentor, form: confirmed })
    expect(reply.status).toBe(400)
    expect(await standingOf(running, mentor)).toEqual(['invited', null])
  })
})

describe('the lead, for somebody who said so', () => {
  const record = (running: Running, person: Somebody, form: Record<string, string>) =>
    send(server, leadPath(running, person), { as: running.lead, form })

  test('sees what was promised and the last phase that was reached', async () => {
    const running = await small()
    const mentor = mentorOf(running)
    await openStages(database, running, [1, 3])
    await leaverIn(database, running, { code: mentor.name, effect: 'unlink' })
    const page = await pageAt(leadPath(running, mentor), running.lead)
    expect(page).toContain(`${mentor.name} withdraws`)
    expect(page).toContain('cut the link between me and my scores')
    expect(page.match(/name="phase"/g)).toHaveLength(2)
    expect(page).toMatch(/value="1"[^>]*checked|checked[^>]*value="1"/)
  })

  test('reads that a mentee’s reflection pack goes too, where it does', async () => {
    const running = await startRunning(database, { mentors: 1, mentees: 2 })
    const [deleting, staying] = running.mentees as [Somebody, Somebody]
    await leaverIn(database, running, { code: deleting.name, effect: 'remove' })
    await leaverIn(database, running, { code: staying.name, effect: 'stop' })
    const page = (person: Somebody) => pageAt(leadPath(running, person), running.lead)
    expect(await page(deleting)).toContain('ask them to save it as a file first')
    for (const person of [staying, mentorOf(running)])
      expect(await page(person)).not.toContain('reflection pack')
  })

  test('chooses the last phase, and none that was not reached', async () => {
    const running = await small()
    const [first, second] = running.mentors as [Somebody, Somebody]
    await openStages(database, running, [1])
    expect((await record(running, first, { ...confirmed, phase: '0' })).status).toBe(303)
    expect(await standingOf(running, first)).toEqual(['withdrawn', 0])
    await record(running, second, { ...confirmed, phase: '2' })
    expect(await standingOf(running, second)).toEqual(['withdrawn', 1])
    const page = await pageAt(leadPath(running, first), running.lead)
    expect(page).toContain('has withdrawn')
    expect(page).not.toContain('name="phase"')
  })

  test('confirms, and says the phase', async () => {
    const running = await small()
    const mentor = mentorOf(running)
    const reply = await record(running, mentor, {})
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain('href="#phase"')
    expect(page).toContain('href="#confirmed"')
    expect(await standingOf(running, mentor)).toEqual(['agreed', null])
  })

  test('of another programme finds nobody, as for somebody who is nowhere', async () => {
    const [running, other] = [await small(), await small()]
    const foreign = mentorOf(other)
    const form = { ...confirmed, phase: '0' }
    const nobody = { personId: crypto.randomUUID() }
    const replies = [
      await visit(server, leadPath(running, foreign), { as: running.lead }),
      await visit(server, leadPath(running, nobody), { as: running.lead }),
      await send(server, leadPath(running, foreign), { as: running.lead, form }),
      await send(server, leadPath(other, foreign), { as: running.lead, form }),
    ]
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(await Promise.all(replies.map(wordsOf))).size).toBe(1)
    expect(await standingOf(other, foreign)).toEqual(['agreed', null])
  })
})
