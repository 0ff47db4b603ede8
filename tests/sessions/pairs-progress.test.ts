/** The lead sees where the pairs are and reminds those that are behind, and learns from nothing who is in a pair. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { endPairs } from '../../src/allocation/departures/departure-store.ts'
import type { StoredPair } from '../../src/allocation/store.ts'
import { listedPurposes, pairPurposePrefix } from '../../src/people/delivery-log/model.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import type { MailState } from '../../src/platform/mail.ts'
import { writeMail } from '../../src/platform/mail.ts'
import { putAgreement } from '../../src/sessions/agreement/agreement-store.ts'
import { rulesHashOf } from '../../src/sessions/agreement/rules.ts'
import type { Plan } from '../../src/sessions/planning/model.ts'
import { putPlan } from '../../src/sessions/planning/plan-store.ts'
import { insertSessions } from '../../src/sessions/store.ts'
import { testDatabase } from '../support/database.ts'
import { type DrawnPairs, everybodyIn, startPublished } from '../support/drawn-pairs.ts'
import { heldSession } from '../support/held-session.ts'
import type { Somebody } from '../support/hospital.ts'
import { sheffield } from '../support/protocols.ts'
import { wordsAt } from '../support/signing-off.ts'
import { send } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const given: { published?: DrawnPairs } = {}
const published = () => given.published as DrawnPairs
beforeAll(async () => {
  given.published = await startPublished(database)
})

const path = (rest: string) => `/programmes/${published().programmeId}${rest}`
const words = (rest = '/progress') => wordsAt(server, path(rest), published().lead)
const namesIn = (text: string) =>
  everybodyIn(published())
    .filter(({ name }) => text.includes(name))
    .map(({ name }) => name)

/** P1 … P5. */
const pair = async (number: number): Promise<StoredPair> => {
  const found = (await published().pairs()).find(({ label }) => label === `P${number}`)
  if (found === undefined) throw new Error('There is no such pair.')
  return found
}

const people = async (number: number): Promise<readonly Somebody[]> => {
  const { mentorId, menteeId } = await pair(number)
  return everybodyIn(published()).filter(({ personId }) => [mentorId, menteeId].includes(personId))
}

const agree = async (number: number) => {
  const { pairId } = await pair(number)
  for (const { personId: participantId } of await people(number)) {
    const agreement = { pairId, participantId, rulesSha256: rulesHashOf(sheffield) }
    await published().change((tx, programme) =>
      putAgreement(tx, programme, { ...agreement, agreedOn: '2026-11-02' }),
    )
  }
}

const planned = async (number: number, changes: Partial<Plan>) => {
  const { pairId } = await pair(number)
  const plan: Plan = {
    ...{ planId: crypto.randomUUID(), pairId, state: 'planned', proposedBy: 'mentee' },
    ...{ proposals: [], startsAt: new Date('2026-01-05T10:00:00Z'), minutes: 60 },
    ...{ calendarUid: crypto.randomUUID(), calendarSequence: 0, timesMoved: 0 },
    ...{ mode: 'online', place: 'https://meet.example/secret', ...changes },
  }
  await published().change((tx, programme) => putPlan(tx, programme, plan))
}

const nudge = (point: string, idempotencyKey = crypto.randomUUID()) =>
  send(server, path('/progress/nudge'), {
    as: published().lead,
    form: { idempotencyKey, point },
  })

const nudged = async () =>
  (await published().mails()).filter(({ purpose }) => purpose === 'session_nudge')

/** All that a lead can look at, without what differs each time. */
const everythingShown = async (): Promise<string> => {
  const pages = ['/deliveries', '/deliveries?show=problems', '/people', '']
  const persons = everybodyIn(published()).map(({ personId }) => `/people/${personId}`)
  const shown: string[] = []
  for (const page of [...pages, ...persons]) shown.push(await words(page))
  return shown.join('\n')
}

const changeMails = (ids: readonly string[], values: { state: MailState; writtenAt?: Date }) =>
  published().change((tx) =>
    tx.updateTable('mails').set(values).where('mailId', 'in', ids).execute(),
  )

const yesterday = new Date(Date.now() - 86_400_000)

test('a lead reads of each pair where it is, by its label and without a name', async () => {
  for (const number of [1, 2, 3, 4]) await agree(number)
  await planned(1, { state: 'proposed', startsAt: null, calendarUid: null })
  await planned(2, { startsAt: new Date(Date.now() + 86_400_000), timesMoved: 2 })
  await planned(3, {})
  const { pairId } = await pair(4)
  await published().change((tx, programme) =>
    insertSessions(tx, programme, [heldSession(pairId, { durationMinutes: 52 })]),
  )
  const page = await words()
  const rows = [...page.matchAll(/Pair (P\d) Ground rules (.*?) Now (To \w+|Done)/g)]
  expect(rows.map(([, label, , now]) => [label, now])).toEqual([
    ['P1', 'To plan'],
    ['P2', 'To meet'],
    ['P3', 'To record'],
    ['P4', 'Done'],
    ['P5', 'To agree'],
  ])
  for (const said of ['Times proposed', 'Was planned, not recorded yet', '1 of 1', 'Times moved 2'])
    expect(page).toContain(said)
  expect(namesIn(page)).toEqual([])
  expect(page).not.toMatch(/meet\.example|52|January/)
})

test('the overview leads to it', async () => {
  expect(await words('')).toContain('Ground rules : 4 of 5 pairs have agreed.')
})

test('who is behind is asked once more, and then both get a mail: from which a lead learns nothing', async () => {
  const before = await everythingShown()
  const asked = await words('/progress/nudge?point=agree')
  expect(asked).toContain('agreed to the ground rules: 1 pair.')
  expect(namesIn(asked)).toEqual([])
  const key = crypto.randomUUID()
  const replies = [await nudge('agree', key), await nudge('agree', key)]
  expect(replies.map(({ headers }) => headers.get('location'))).toEqual([
    path('/progress?sent=agree'),
    path('/progress?sent=agree'),
  ])
  const mails = await nudged()
  const behind = await people(5)
  expect(mails.map(({ about }) => about).toSorted()).toEqual(
    behind.map(({ personId }) => personId).toSorted(),
  )
  expect(new Set(mails.map(({ text }) => text.replace(/Dear .*|https:\S*/g, ''))).size).toBe(1)
  for (const { text } of mails) expect(namesIn(text)).toHaveLength(1)
  expect(await everythingShown()).toBe(before)
  await changeMails(
    mails.map(({ mailId }) => mailId),
    { state: 'bounced', writtenAt: yesterday },
  )
  expect(await everythingShown()).toBe(before)
})

test('the audit log says how many pairs were reminded, and of whom nothing', async () => {
  const { organisationId } = published().scope
  const [entry] = await published().change((tx) => listAuditEntries(tx, organisationId, 1))
  expect(entry).toMatchObject({
    ...{ event: 'pairs.nudged', subject: published().programmeId },
    details: { point: 'agree', pairs: 1 },
  })
})

test('the same pairs are not reminded again for three days, others are', async () => {
  const again = await nudge('agree')
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('They have been reminded already')
  expect(await nudged()).toHaveLength(2)
  expect((await nudge('record')).status).toBe(303)
  expect(await nudged()).toHaveLength(4)
  expect(await words()).toContain('1 pair. Can be reminded from')
})

test('nobody is reminded where no pair is', async () => {
  await agree(5)
  const refused = await nudge('agree')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('No pair is at this point now')
})

type Written = {
  readonly to?: string
  readonly writtenAt: Date
  readonly state?: MailState
  readonly purpose?: string
}

/** A message about somebody's pair, and what became of it. */
const message = async ({ personId }: Somebody, { writtenAt, ...written }: Written) => {
  const { to = `${personId}@hospital.example`, state = 'bounced' } = written
  const { purpose = 'session_planned' } = written
  await published().change(async (tx, programme) => {
    const mail = { purpose, about: personId, to, subject: 's', text: 't' }
    const context = { ...published().scope, tx, now: writtenAt }
    await writeMail(context, programme.organisationKey, mail)
  })
  const waiting = (await published().mails()).filter(
    (mail) => mail.purpose === purpose && mail.state === 'waiting',
  )
  await changeMails(
    waiting.map(({ mailId }) => mailId),
    { state },
  )
}

test('an address that fails comes to light the day after, without the message and its time', async () => {
  const [mentor, mentee] = [published().mentors[0], published().mentees[0]] as [Somebody, Somebody]
  const before = await words('/deliveries')
  await message(mentor, { writtenAt: new Date() })
  await message(mentee, { to: 'delegate@hospital.example', writtenAt: yesterday })
  expect(await words('/deliveries')).toBe(before)
  await message(mentor, { writtenAt: yesterday })
  const log = await words('/deliveries')
  const [, part = ''] = /Addresses that do not work (.*?) Messages No message/.exec(log) ?? []
  expect(namesIn(part)).toEqual([mentor.name])
  expect(part).not.toMatch(/\d\d:\d\d|20\d\d|planned/)
  const later = { state: 'sent', writtenAt: new Date(yesterday.getTime() + 1) } as const
  await message(mentor, { ...later, purpose: 'session_delegate', to: 'delegate@hospital.example' })
  expect(await words('/deliveries')).toBe(log)
  await message(mentor, later)
  expect(await words('/deliveries')).toBe(before)
})

test('no message about a pair is in the list of messages', () => {
  const listed = [...listedPurposes.keys()]
  expect(listed.filter((purpose) => purpose.startsWith(pairPurposePrefix))).toEqual([])
})

test('a pair that has ended is called that, and nothing more is said of it', async () => {
  const { pairId } = await pair(1)
  await published().change((tx, programme) => endPairs(tx, programme, [pairId]))
  const page = await words()
  expect(page).toContain('Pair P1 Ground rules – Next session – Sessions held – Now Ended')
  expect(page).toContain('Pairs that ended 1 Draw again')
})
