/** What mentees will change, kept in their packs and shared by the sentence; and the mentors' certificates. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  insertInterview,
  insertPresences,
  insertSitting,
} from '../../src/interview/sittings/sitting-store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { newKey } from '../../src/platform/keys.ts'
import { listSharedChanges } from '../../src/sessions/changes/shared-change-store.ts'
import {
  deleteOpenings,
  findPart,
  putOpening,
  putPackKeys,
} from '../../src/sessions/pack/pack-store.ts'
import { insertSessions } from '../../src/sessions/store.ts'
import { theFirstPair } from '../support/agreeing.ts'
import { testDatabase } from '../support/database.ts'
import { type DrawnPairs, startPublished } from '../support/drawn-pairs.ts'
import { heldSession } from '../support/held-session.ts'
import type { Somebody } from '../support/hospital.ts'
import { wordsAt } from '../support/signing-off.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
type Here = DrawnPairs & { readonly mentor: Somebody; readonly mentee: Somebody }
const given: { here?: Here } = {}
const here = (): Here => given.here as Here
beforeAll(async () => {
  const published = await startPublished(database, { mentors: 2, mentees: 2 })
  given.here = { ...published, ...(await theFirstPair(published)) }
})
afterAll(() => database.destroy())

const at = (rest: string): string => `/programmes/${here().programmeId}${rest}`
const words = (as: Somebody, rest = '/changes') => wordsAt(server, at(rest), as)
type Form = Readonly<Record<string, string>>
const sent = async (form: Form, rest = '/changes/save', as = here().mentee) => {
  const reply = await send(server, at(rest), { as, form })
  return [reply.status, await reply.text()] as const
}

const ownerOf = ({ personId }: Somebody) => ({
  organisationId: here().scope.organisationId,
  programmeId: here().programmeId,
  participantId: personId,
})

const key = newKey()
const [salt, sealed] = [randomBytes(16), randomBytes(48)]

/** As if it had been made, and opened in the sign-in of the mentee. */
const openPack = (): Promise<void> =>
  here().change(async (tx) => {
    const owner = ownerOf(here().mentee)
    await putPackKeys(tx, owner, {
      ...{ passphraseSalt: salt, sealedByPassphrase: sealed },
      ...{ recoverySalt: salt, sealedByRecovery: sealed },
    })
    await putOpening(tx, owner, { key, token: here().mentee.token })
  })
const closePack = (): Promise<void> =>
  here().change((tx) => deleteOpenings(tx, ownerOf(here().mentee)))

type Kept = readonly { readonly changeId: string; readonly text: string }[]
const kept = async (): Promise<Kept> => {
  const owner = ownerOf(here().mentee)
  const json = await here().change((tx) => findPart(tx, owner, { key, part: 'changes' }))
  return JSON.parse(json ?? '[]')
}
const clear = async (): Promise<void> => {
  for (const { changeId } of await kept()) await sent({ change: changeId, step: 'remove' })
}

describe('what a mentee will change', () => {
  test('waits for their pack: one is made first, or opened', async () => {
    expect(await words(here().mentee)).toContain('Make your reflection pack first')
    await openPack()
    await closePack()
    expect(await words(here().mentee)).toContain('Open your reflection pack first')
    const [status, html] = await sent({ text: 'Ask before I say.' })
    expect(status).toBe(422)
    expect(html).toContain('Your reflection pack is not open')
    expect(html).toContain('Not kept: Ask before I say.')
    await openPack()
    expect(await words(here().mentee)).toContain('I will …')
  })

  test('is theirs alone unless they share it, sentence by sentence', async () => {
    const { mentor, mentee } = here()
    await openPack()
    await sent({ text: 'Ask before I say.', shared: 'yes' })
    await sent({ text: 'Start the round on time.' })
    const list = await kept()
    expect(list.map(({ text }) => text)).toEqual(['Ask before I say.', 'Start the round on time.'])
    const group = await words(mentor)
    expect(group).toContain(`${mentee.name} Ask before I say.`)
    expect(group).not.toContain('Start the round on time.')
    expect(await words(mentee)).toContain(`With your name, ${mentee.name}: Ask before I say. Stop`)
    const [first, second] = list.map(({ changeId }) => changeId)
    const form = { change: second ?? '', idempotencyKey: crypto.randomUUID() }
    await sent({ ...form, text: 'Begin on time.' })
    await sent({ ...form, text: 'Start on time.', shared: 'yes' })
    await sent({ change: first ?? '', text: 'Ask before I say.' })
    expect(await words(mentor)).toContain(`${mentee.name} Start on time.`)
    expect(await words(mentor)).not.toContain('Ask before I say.')
    await sent({ change: second ?? '', step: 'remove' })
    expect(await words(mentor)).toContain('Nobody has shared anything yet')
    expect((await kept()).map(({ text }) => text)).toEqual(['Ask before I say.'])
    await clear()
  })

  test('is no longer shared once they say so, also while the pack is closed', async () => {
    await openPack()
    await sent({ text: 'Ask before I say.', shared: 'yes' })
    await closePack()
    expect(await words(here().mentee)).toContain('Ask before I say. Stop sharing all of it')
    expect((await sent({}, '/changes/stop-sharing'))[0]).toBe(303)
    expect(await here().change(listSharedChanges)).toEqual([])
    await openPack()
    expect((await kept()).length).toBe(1)
    await clear()
  })

  test('is gone with their pack, from the group’s page too', async () => {
    await openPack()
    await sent({ text: 'Ask before I say.', shared: 'yes' })
    expect(await words(here().mentor)).toContain('Ask before I say.')
    expect((await sent({ delete: 'yes' }, '/pack/delete'))[0]).toBe(303)
    expect(await here().change(listSharedChanges)).toEqual([])
    expect(await words(here().mentor)).toContain('Nobody has shared anything yet')
  })

  test('is a sentence each, and what is wrong comes back as it was typed', async () => {
    await openPack()
    expect((await sent({ text: ' ' }))[1].split('Write what you will change').length).toBe(3)
    const long = await sent({ text: 'x'.repeat(301), shared: 'yes' })
    expect([long[0], long[1].includes('x'.repeat(301))]).toEqual([422, true])
    const gone = await sent({ change: crypto.randomUUID(), text: 'Was removed.' })
    expect(gone[1]).toContain('Not kept: Was removed.')
    await clear()
  })

  test('is nothing that staff or anybody else of the programme can open', async () => {
    const { lead, facilitator, researcher, administrator, mentees, mentee } = here()
    for (const as of [lead, facilitator, researcher, administrator])
      expect((await visit(server, at('/changes'), { as })).status).toBe(404)
    await openPack()
    await sent({ text: 'For the mentors of my programme.', shared: 'yes' })
    const other = mentees.find(({ personId }) => personId !== mentee.personId) ?? mentee
    expect(await words(other)).not.toContain('For the mentors')
    const entries = (
      await here().change((tx) => listAuditEntries(tx, here().scope.organisationId, 1000))
    ).filter(({ event }) => event.startsWith('change.'))
    expect(entries.length).toBeGreaterThan(5)
    for (const { actorId, subject, details } of entries)
      expect({ actorId, subject, details }).toEqual({ actorId: null, subject: null, details: {} })
    await clear()
  })
})

describe('a mentor’s certificate', () => {
  test('is there once a session is recorded, with the length in bands and nobody else’s name', async () => {
    const { mentor, mentee } = here()
    expect(await words(mentor, '/mentor-certificate')).toContain('once a session of yours')
    const early = await visit(server, at('/mentor-certificate/certificate.pdf'), { as: mentor })
    expect(early.headers.get('content-type')).toContain('text/html')
    const pair = (await here().pairs()).find(({ mentorId }) => mentorId === mentor.personId)
    await here().change((tx, { organisationId, programmeId }) =>
      insertSessions(tx, { organisationId, programmeId }, [
        heldSession(pair?.pairId ?? '', { durationMinutes: 52 }),
        heldSession(pair?.pairId ?? '', { durationMinutes: 31 }),
      ]),
    )
    const page = await words(mentor, '/mentor-certificate')
    expect(page).toContain('1 session of 30 to 44 minutes and 1 session of 45 to 60 minutes')
    for (const absent of [mentee.name, '52', '31', 'as a group']) expect(page).not.toContain(absent)
    const pdf = await visit(server, at('/mentor-certificate/certificate.pdf'), { as: mentor })
    const text = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('is offered on the mentor’s home, and not to the other mentor', async () => {
    const { mentor, mentors } = here()
    const other = mentors.find(({ personId }) => personId !== mentor.personId) ?? mentor
    expect(await words(mentor, '')).toContain('Certificate of reverse mentoring')
    expect(await words(other, '')).not.toContain('Certificate of reverse mentoring')
    expect(await words(other, '/mentor-certificate')).toContain('once a session of yours')
  })

  test('says that they were at the interview, also when they have left since', async () => {
    const { mentor } = here()
    const sitting = 1
    await here().change(async (tx, place) => {
      await insertInterview(tx, place, Buffer.of())
      await insertSitting(tx, place, { sitting, heldOn: '2026-03-02' })
      await insertPresences(tx, place, { sitting, participantIds: [mentor.personId] })
      await tx
        .updateTable('participants')
        .set({ state: 'withdrawn', leftAfterPhase: 2 })
        .where('participantId', '=', mentor.personId)
        .execute()
    })
    expect(await words(mentor, '/mentor-certificate')).toContain('Giving feedback as a group')
  })
})
