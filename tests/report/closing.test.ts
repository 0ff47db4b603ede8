/** A programme ends: it is closed, opened again, closed, and everybody who took part gets one letter. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadOrganisationKey } from '../../src/organisations/store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { read } from '../../src/platform/database.ts'
import { writeMails } from '../../src/platform/mail.ts'
import { findProgramme } from '../../src/protocol/store.ts'
import { masterKey, testDatabase } from '../support/database.ts'
import { type AtTheEnd, startEnding } from '../support/ending.ts'
import type { Somebody } from '../support/hospital.ts'
import { mailsOf } from '../support/mailbox.ts'
import { writing } from '../support/programme-under-way.ts'
import { wordsAt } from '../support/signing-off.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const given: { ending?: AtTheEnd } = {}
const ending = (): AtTheEnd => given.ending as AtTheEnd
beforeAll(async () => {
  given.ending = await startEnding(database)
})

const pathOf = (rest: string): string => `/programmes/${ending().programmeId}${rest}`
const words = (rest: string, as: Somebody) => wordsAt(server, pathOf(rest), as)
const press = async (rest: string, as = ending().lead): Promise<number> =>
  (await send(server, pathOf(rest), { as })).status
const mails = () => mailsOf(database, ending().scope.organisationId)
const letters = async () => (await mails()).filter(({ purpose }) => purpose === 'closing_letter')
const inIt = <T>(work: Parameters<typeof read<T>>[2]): Promise<T> =>
  read(database, ending().scope.organisationId, work)
const stateNow = async () =>
  (await inIt((tx) => findProgramme(tx, ending().scope.organisationId, ending().programmeId)))
    ?.state
const result = 'rose from a median of 23 to 29 out of 35'

describe('while it is open', () => {
  test('nobody reads a result, and the letter cannot be sent', async () => {
    const { lead, people } = ending()
    expect(await words('/closing', lead)).toContain('Close the programme')
    expect(await words('/closing/preview/mentor', lead)).not.toContain(result)
    expect(await words('/letter', people.M1)).toContain('There is no letter yet')
    expect(await press('/closing')).toBe(422)
    expect(await letters()).toEqual([])
  })
})

describe('closing', () => {
  test('takes back the reminders that wait, and no other mail', async () => {
    const { scope, people } = ending()
    const { organisationId } = scope
    await writing(database, organisationId, async (tx) => {
      const key = await loadOrganisationKey(tx, organisationId, masterKey)
      const about = people.M1.personId
      const mail = { to: 'm1@hospital.example', subject: 'A mail', text: 'A mail', about }
      await writeMails({ ...scope, tx, now: new Date() }, key, [
        { ...mail, purpose: 'stage_reminder' },
        { ...mail, purpose: 'consent_copy' },
      ])
    })
    expect(await press('/close')).toBe(303)
    const fates = (await mails()).map(({ purpose, state }) => `${purpose} ${state}`)
    expect(fates.toSorted()).toEqual(['consent_copy waiting', 'stage_reminder failed'])
  })

  test('can be undone by a lead, until the letter has gone', async () => {
    expect(await words('/closing/reopen', ending().lead)).toContain('every stage stays closed')
    expect(await press('/closing/reopen')).toBe(303)
    expect(await stateNow()).toBe('open')
    expect(await press('/closing/reopen')).toBe(422)
    expect(await press('/close')).toBe(303)
    expect(await stateNow()).toBe('closed')
  })
})

describe('the letter', () => {
  test('is read by the lead before it goes, group by group, and by nobody else', async () => {
    const { lead, people } = ending()
    const forMentors = await words('/closing/preview/mentor', lead)
    expect(forMentors).toContain('All mentors read this')
    expect(forMentors).toContain(
      `${result} between stage 1 and stage 5 (5 of 5 improved; exact p = 0.0625, the smallest possible with 5 pairs)`,
    )
    expect(forMentors).not.toMatch(/significant/i)
    expect(await words('/closing/preview/mentee', lead)).toContain('Your reflection pack')
    expect(await words('/letter', people.C1)).not.toContain(result)
    const page = await words('/closing', lead)
    expect(page).toContain('9 people get it by email')
    expect(page).toContain('1 person has no email address here')
  })

  test('goes once, also when two leads press at the same moment', async () => {
    const { lead, secondLead } = ending()
    const statuses = await Promise.all([press('/closing', lead), press('/closing', secondLead)])
    expect(statuses.toSorted()).toEqual([303, 422])
    expect(await press('/closing', lead)).toBe(422)
    const sent = await letters()
    expect(sent.map(({ to }) => to.replace('@hospital.example', '')).toSorted()).toEqual(
      ['m1', 'm2', 'm3', 'm4', 'm5', 'c1', 'c2', 'c3', 'c4'].toSorted(),
    )
    expect(await words('/closing', lead)).toContain('The closing letter was sent on')
  })

  test('is the same for everybody of a group, but for their name', async () => {
    const texts = (await letters()).map(({ to, text }) => ({
      group: to.slice(0, 1),
      text: text.replace(/^Dear .*/, 'Dear somebody'),
    }))
    for (const group of ['m', 'c']) {
      const read = texts.filter((one) => one.group === group).map(({ text }) => text)
      expect(new Set(read).size).toBe(1)
      expect(read[0]).toContain(result)
    }
    for (const { text } of texts) expect(text).toContain(pathOf('/concern'))
    expect(texts.find(({ group }) => group === 'm')?.text).toContain('/mentor-certificate')
    expect(texts.find(({ group }) => group === 'c')?.text).toContain('/pack')
  })

  test('stands on the page of whoever took part to the end, with or without an address', async () => {
    const { M1, C5, M6 } = ending().people
    for (const somebody of [M1, C5]) expect(await words('/letter', somebody)).toContain(result)
    expect(await words('/letter', M6)).not.toContain(result)
    const home = await (await visit(server, pathOf(''), { as: C5 })).text()
    for (const rest of ['/letter', '/pack', '/concern']) expect(home).toContain(pathOf(rest))
    expect(await words('/concern', C5)).toContain('Freedom to Speak Up guardian')
  })

  test('ends it: the programme is not opened again, and the audit log has the number of mails alone', async () => {
    expect(await press('/closing/reopen')).toBe(422)
    expect(await stateNow()).toBe('closed')
    const entries = await inIt((tx) => listAuditEntries(tx, ending().scope.organisationId, 50))
    const entry = entries.filter(({ event }) => event === 'closing_letter.sent')
    expect(entry).toMatchObject([{ subject: ending().programmeId, details: { mails: 9 } }])
    expect(entries.filter(({ event }) => event === 'programme.reopened')).toHaveLength(1)
  })
})
