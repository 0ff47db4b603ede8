/** What mentors and mentees state about themselves: all of it as they wish, under their pseudonym. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCharacteristics } from '../src/people/about-you/store.ts'
import { listAuditEntries } from '../src/platform/audit.ts'
import { type Database, read } from '../src/platform/database.ts'
import { respondentOf } from '../src/platform/keys.ts'
import { updateProgramme } from '../src/protocol/store.ts'
import { testDatabase } from './support/database.ts'
import type { Somebody } from './support/hospital.ts'
import { placeOf, type Running, startRunning, writing } from './support/programme-under-way.ts'
import { leaverIn } from './support/study-under-way.ts'
import { send, visit } from './support/visit.ts'
import { type Server, serverOn } from './support/world.ts'

let database: Database
let server: Server
beforeAll(() => {
  database = testDatabase()
  server = serverOn(database)
})
afterAll(() => database.destroy())

const pathOf = ({ programmeId }: Running): string => `/programmes/${programmeId}/about-you`
const mentorOf = ({ mentors }: Running): Somebody => mentors[0] as Somebody
const agreed = () => startRunning(database, { mentors: 1, mentees: 1 })

const save = (running: Running, as: Somebody, form: Record<string, string>): Promise<Response> =>
  send(server, pathOf(running), { as, form })

const pageOf = async (running: Running, as: Somebody): Promise<string> => {
  const reply = await visit(server, pathOf(running), { as })
  expect(reply.status).toBe(200)
  return reply.text()
}

const statedBy = (running: Running, { personId }: Somebody) =>
  read(database, running.scope.organisationId, (tx) =>
    findCharacteristics(tx, placeOf(running), respondentOf(running.programmeKey, personId)),
  )

test('asks each group its own questions', async () => {
  const running = await agreed()
  const mentor = await pageOf(running, mentorOf(running))
  expect(mentor).toContain('name="grade"')
  expect(mentor).not.toContain('name="years_consultant"')
  const mentee = await pageOf(running, running.mentees[0] as Somebody)
  expect(mentee).toContain('name="years_consultant"')
  expect(mentee).not.toContain('name="grade"')
})

test('keeps what was stated, and nothing for what was left out', async () => {
  const running = await agreed()
  const mentor = mentorOf(running)
  const form = { sex: 'female', age: ' 34,5 ', grade: '', formal_feedback: 'none' }
  expect((await save(running, mentor, form)).status).toBe(303)
  const stated = { sex: 'female', age: '34.5', formal_feedback: 'none' }
  expect(await statedBy(running, mentor)).toEqual(stated)
  const page = await pageOf(running, mentor)
  expect(page).toContain('value="34.5"')
  expect(page).toMatch(/value="female"[^>]*checked|checked[^>]*value="female"/)
})

test('can be changed, and taken back', async () => {
  const running = await agreed()
  const mentor = mentorOf(running)
  await save(running, mentor, { sex: 'male', age: '40' })
  await save(running, mentor, { age: '41' })
  expect(await statedBy(running, mentor)).toEqual({ age: '41' })
  await save(running, mentor, {})
  expect(await statedBy(running, mentor)).toEqual({})
})

test('keeps what was typed when something cannot be understood', async () => {
  const running = await agreed()
  const mentor = mentorOf(running)
  const reply = await save(running, mentor, { age: 'thirty', sex: 'male' })
  const page = await reply.text()
  expect(reply.status).toBe(422)
  expect(page).toContain('href="#age"')
  expect(page.match(/Enter age as a number of years/g)).toHaveLength(2)
  expect(page).toContain('value="thirty"')
  expect(page).toMatch(/value="male"[^>]*checked|checked[^>]*value="male"/)
  expect(await statedBy(running, mentor)).toEqual({})
})

test('takes no answer that was not offered, and none to another group’s question', async () => {
  const running = await agreed()
  const mentor = mentorOf(running)
  expect((await save(running, mentor, { sex: 'unicorn' })).status).toBe(422)
  expect((await save(running, mentor, { years_consultant: '9' })).status).toBe(303)
  expect(await statedBy(running, mentor)).toEqual({})
})

test('shows what was stated once the programme is closed, and changes nothing', async () => {
  const running = await agreed()
  const mentor = mentorOf(running)
  await save(running, mentor, { age: '40', sex: 'male' })
  await writing(database, running.scope.organisationId, (tx) =>
    updateProgramme(tx, placeOf(running), { state: 'closed' }),
  )
  const page = await pageOf(running, mentor)
  expect(page).toContain('40 years')
  expect(page).toContain('Not stated')
  expect(page).not.toContain('name="age"')
  await save(running, mentor, { age: '41' })
  expect(await statedBy(running, mentor)).toEqual({ age: '40', sex: 'male' })
})

test('asks nothing of somebody who has not agreed, and takes nothing from them', async () => {
  const running = await startRunning(database, { mentors: 1, mentees: 1, participants: 'invited' })
  const mentor = mentorOf(running)
  expect(await pageOf(running, mentor)).toContain('after you have agreed')
  await save(running, mentor, { age: '41' })
  expect(await statedBy(running, mentor)).toEqual({})
})

test('is joined to the person by no column, and by no entry of the audit log', async () => {
  const running = await agreed()
  const mentor = mentorOf(running)
  await leaverIn(database, running, { code: mentor.name, effect: 'stop' })
  await save(running, mentor, { sex: 'female', age: '34' })
  const { organisationId } = running.scope
  const pseudonym = respondentOf(running.programmeKey, mentor.personId)
  const rowsOf = (table: string): Promise<readonly string[]> =>
    read(database, organisationId, async (tx) => {
      const { rows } = await sql<{ text: string }>`
        select to_jsonb(entry)::text as text from ${sql.table(table)} entry`.execute(tx)
      return rows.map(({ text }) => text)
    })
  for (const table of ['consents', 'participants', 'audit_entries', 'idempotency_keys', 'mails']) {
    expect((await rowsOf(table)).join()).not.toContain(pseudonym)
  }
  const stated = await rowsOf('characteristics')
  expect(stated).toHaveLength(2)
  expect(stated.join()).not.toContain(mentor.personId)
  const [entry] = await read(database, organisationId, (tx) =>
    listAuditEntries(tx, organisationId, 1),
  )
  const unnamed = { actorKind: 'participant', actorId: null, subject: null }
  expect(entry).toMatchObject({ event: 'characteristics.stated', ...unnamed })
})
