/** Pairs are published: once, in the same minute for everybody, and each person learns their own partner alone. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { endPairsOf } from '../../src/allocation/departures/end-pairs.ts'
import { listDraws } from '../../src/allocation/procedure/draw-store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { read } from '../../src/platform/database.ts'
import { updateProgramme } from '../../src/protocol/store.ts'
import { newDatabase, testDatabase } from '../support/database.ts'
import {
  type DrawnPairs,
  everybodyIn,
  partnersOf,
  startDrawing,
  startDrawn,
  startPublished,
} from '../support/drawn-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { openMailServer } from '../support/mail-server.ts'
import { deliver } from '../support/outbox.ts'
import { placeOf } from '../support/programme-under-way.ts'
import { kindOf } from '../support/signing-off.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn, usualUrl } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const mailTo = async ({ mails }: DrawnPairs, { personId }: Somebody) =>
  (await mails()).filter(({ about }) => about === personId)

const stateOf = async ({ change }: DrawnPairs, number: number) =>
  change(async (tx, programme) =>
    (await listDraws(tx, programme)).find((one) => one.number === number),
  )

const at = ({ programmeId }: DrawnPairs, rest: string): string =>
  `/programmes/${programmeId}/allocation${rest}`

describe('when pairs are published', () => {
  test('everybody gets one mail of the same minute, with the name of their own partner and of nobody else', async () => {
    const published = await startPublished(database)
    const { publishedAt } = (await stateOf(published, 1)) ?? {}
    const people = everybodyIn(published)
    for (const person of people) {
      const [mail, ...more] = await mailTo(published, person)
      const partners = await partnersOf(published, person)
      const named = people.map(({ name }) => name).filter((name) => mail?.text.includes(name))
      expect([more.length, partners.length]).toEqual([0, 1])
      expect(named.toSorted()).toEqual([person.name, ...partners].toSorted())
      expect(mail?.writtenAt).toEqual(publishedAt)
      expect(mail?.subject).toBe('The pairs of Gastroenterology are published')
      expect(mail?.text).toContain(`${usualUrl}/programmes/${published.programmeId}/partner`)
      expect(mail?.text).toContain('a risk of harm')
    }
    expect(await published.mails()).toHaveLength(people.length)
  })

  test('the mail server has them all after one round', async () => {
    const [mailServer, { database: own, drop }] = [await openMailServer(), await newDatabase()]
    const published = await startPublished(own, { mentors: 3, mentees: 3 })
    await deliver(published.scope, { url: mailServer.url })
    const arrived = mailServer.received.flatMap(({ to }) => to)
    expect(arrived.toSorted()).toEqual(
      everybodyIn(published)
        .map(({ personId }) => `${personId}@hospital.example`)
        .toSorted(),
    )
    await mailServer.close()
    await drop()
  })

  test('the pairs are those that were drawn, labelled in an order of their own', async () => {
    const drawn = await startDrawn(database)
    const wanted = await drawn.drawn(1)
    await drawn.publish(1)
    const pairs = await drawn.pairs()
    const idsOf = ({ mentorId, menteeId }: { mentorId: string; menteeId: string }) =>
      `${mentorId} ${menteeId}`
    expect(pairs.map(idsOf).toSorted()).toEqual(wanted.map(idsOf).toSorted())
    expect(pairs.map(({ label }) => label)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5'])
    expect(new Set(pairs.map((pair) => `${pair.drawNumber} ${pair.hasEnded}`))).toEqual(
      new Set(['1 false']),
    )
  })

  test('the audit log has numbers alone', async () => {
    const { scope, programmeId } = await startPublished(database)
    const entries = await read(database, scope.organisationId, (tx) =>
      listAuditEntries(tx, scope.organisationId, 50),
    )
    const entry = entries.find(({ event }) => event === 'allocation.published')
    expect(entry?.details).toEqual({ number: 1, pairs: 5, mails: 10 })
    expect(entry?.subject).toBe(programmeId)
  })

  test('whoever has no address gets no mail, and the lead is told to tell them', async () => {
    const drawn = await startDrawing(database, { mentors: 3, mentees: 3 })
    const [mentor] = drawn.mentors
    await drawn.giveAddresses(mentor === undefined ? [] : [mentor])
    await drawn.draw(await drawn.lock())
    await drawn.publish(1)
    expect(await drawn.mails()).toHaveLength(5)
    const page = await visit(server, at(drawn, '/publish'), { as: drawn.lead })
    expect(await page.text()).toContain('No email reaches Dr Mentor 1.')
  })
})

describe('two leads at once', () => {
  test('publish once, whichever of them was first', async () => {
    const drawn = await startDrawn(database, { mentors: 3, mentees: 3 })
    const both = await Promise.all([drawn.publish(1), drawn.publish(1, drawn.secondLead)])
    expect(both.map(kindOf).toSorted()).toEqual(['allocation.published_already', 'done'])
    expect(await drawn.pairs()).toHaveLength(3)
    expect(await drawn.mails()).toHaveLength(6)
  })

  test('and both come to the allocation, as does whoever presses twice', async () => {
    const drawn = await startDrawn(database, { mentors: 3, mentees: 3 })
    const form = { number: '1', knows: 'yes', idempotencyKey: crypto.randomUUID() }
    const press = (as: Somebody) => send(server, at(drawn, '/publish'), { as, form })
    const replies = await Promise.all([drawn.lead, drawn.lead, drawn.secondLead].map(press))
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(replies.map(({ headers }) => headers.get('location'))).toEqual(
      Array(3).fill(at(drawn, '')),
    )
    expect(await drawn.mails()).toHaveLength(6)
  })
})

describe('nothing is published', () => {
  const publishIn = async (prepare: (drawn: DrawnPairs) => Promise<unknown>) => {
    const drawn = await startDrawn(database, { mentors: 3, mentees: 3 })
    await prepare(drawn)
    const outcome = kindOf(await drawn.publish(1))
    const page = await visit(server, at(drawn, '/publish'), { as: drawn.lead })
    expect([page.status, await drawn.pairs(), await drawn.mails()]).toEqual([200, [], []])
    return { outcome, page: await page.text() }
  }

  test('before the draw', async () => {
    const drawing = await startDrawing(database, { mentors: 3, mentees: 3 })
    expect(kindOf(await drawing.publish(1))).toBe('allocation.not_to_be_published')
    await drawing.lock()
    expect(kindOf(await drawing.publish(1))).toBe('allocation.not_drawn')
  })

  test('while another draw is asked for, and the earlier one once that was dropped', async () => {
    const { outcome } = await publishIn(({ lockAfterDeparture, mentors, mentees }) =>
      lockAfterDeparture(mentors, mentees),
    )
    expect(outcome).toBe('allocation.another_under_way')
  })

  test('where somebody of the draw has left, and nobody is told who', async () => {
    const { outcome, page } = await publishIn(({ setState, mentees }) =>
      setState(mentees[1] as Somebody, 'withdrawn'),
    )
    expect(outcome).toBe('allocation.left_since')
    expect(page).toContain('Somebody who was drawn has left since')
    expect(page).not.toContain('Dr Mentee')
  })

  test('once the programme is closed', async () => {
    const { outcome } = await publishIn((drawn) =>
      drawn.change((tx) => updateProgramme(tx, placeOf(drawn), { state: 'closed' })),
    )
    expect(outcome).toBe('allocation.programme_not_open')
  })
})

describe('the draw after a departure', () => {
  const afterLeaving = async (published: DrawnPairs) => {
    const [pair] = await published.pairs()
    const leaver = published.mentors.find(({ personId }) => personId === pair?.mentorId) as Somebody
    const left = published.mentees.find(({ personId }) => personId === pair?.menteeId) as Somebody
    await published.setState(leaver, 'withdrawn')
    await published.change((tx, programme) => endPairsOf(tx, programme, leaver.personId))
    return { leaver, left }
  }

  test('tells the two whose partner is new, and nobody else', async () => {
    const published = await startPublished(database, { mentors: 6, mentees: 5 })
    const { left } = await afterLeaving(published)
    const pairs = await published.pairs()
    const free = published.mentors.filter(({ personId }) =>
      pairs.every(({ mentorId }) => mentorId !== personId),
    )
    const before = (await published.mails()).length
    await published.draw(await published.lockAfterDeparture(free, [left]))
    expect(kindOf(await published.publish(2))).toBe('done')
    const [newer, ...more] = (await published.pairs()).filter(({ drawNumber }) => drawNumber === 2)
    expect([newer?.label, newer?.menteeId, more.length]).toEqual(['P6', left.personId, 0])
    const mails = (await published.mails()).slice(0, -before)
    expect(mails.map(({ about }) => about).toSorted()).toEqual(
      [newer?.mentorId, newer?.menteeId].toSorted(),
    )
    expect(new Set(mails.map(({ subject }) => subject))).toEqual(
      new Set(['A change of pairs in Gastroenterology']),
    )
    const deliveries = `/programmes/${published.programmeId}/deliveries`
    const log = await (await visit(server, deliveries, { as: published.lead })).text()
    expect(log.match(/Notice of the pairs/g)).toHaveLength(11)
  })

  test('of all who have not met: pairs that come again go on, others end, and only those hear of it', async () => {
    const published = await startPublished(database, { mentors: 6, mentees: 4 })
    const { leaver } = await afterLeaving(published)
    const earlier = (await published.pairs()).filter(({ hasEnded }) => !hasEnded)
    const there = published.mentors.filter(({ personId }) =>
      earlier.some(({ mentorId }) => mentorId === personId),
    )
    const before = (await published.mails()).length
    const free = published.mentors
      .filter((one) => one !== leaver && !there.includes(one))
      .slice(0, 1)
    await published.draw(await published.lockAfterDeparture([...there, ...free], published.mentees))
    const drawn = await published.drawn(2)
    await published.publish(2)
    const now = (await published.pairs()).filter(({ hasEnded }) => !hasEnded)
    const key = ({ mentorId, menteeId }: (typeof drawn)[number]) => `${mentorId} ${menteeId}`
    expect(now.map(key).toSorted()).toEqual(drawn.map(key).toSorted())
    const kept = earlier.filter((pair) => drawn.some((one) => key(one) === key(pair)))
    expect(now.filter((pair) => kept.some(({ pairId }) => pairId === pair.pairId))).toEqual(kept)
    const unchanged = new Set(kept.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
    const told = (await published.mails()).slice(0, -before).map(({ about }) => about)
    const drawnPeople = [...there, ...free, ...published.mentees].map(({ personId }) => personId)
    expect(told.toSorted()).toEqual(
      drawnPeople
        .filter((id) => !unchanged.has(id))
        .filter((id) => [...earlier, ...now].some((pair) => key(pair).includes(id)))
        .toSorted(),
    )
  })
})

describe('the page before publishing', () => {
  const pageOf = async (drawn: DrawnPairs): Promise<string> => {
    const reply = await visit(server, at(drawn, '/publish'), { as: drawn.lead })
    return (await reply.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  }

  test('says how many are told and how many pairs were forced', async () => {
    const drawn = await startDrawn(database, {
      ...{ mentors: 3, mentees: 3 },
      willing: (mentor, mentee) => mentor === 0 || mentee > 0 || mentor === mentee,
    })
    const page = await pageOf(drawn)
    expect(page).toContain('3 pairs are published. This cannot be taken back.')
    expect(page).toContain('6 people are told in the same minute')
    expect(page).toContain('1 of 3 pairs was forced')
    expect(page).toContain('Nobody sees the rest')
    expect(page).not.toMatch(/Dr Ment/)
  })

  test('warns, in numbers, where somebody could conclude a refusal, and asks to confirm it', async () => {
    const drawn = await startDrawn(database, {
      ...{ mentors: 3, mentees: 2, isSupervised: true },
      willing: (mentor, mentee) => mentor === mentee,
      protocol: (protocol) => ({
        ...protocol,
        rules: { ...protocol.rules, supervisor: 'avoid', minimumWilling: 1 },
      }),
    })
    const page = await pageOf(drawn)
    expect(page).toContain('1 mentee can conclude from the pairs alone that somebody refused them')
    expect(page).not.toMatch(/Dr Ment/)
    const form = { number: '1' }
    const refused = await send(server, at(drawn, '/publish'), { as: drawn.lead, form })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('href="#knows"')
    expect(await drawn.pairs()).toEqual([])
    const confirmed = { ...form, knows: 'yes' }
    const reply = await send(server, at(drawn, '/publish'), { as: drawn.lead, form: confirmed })
    expect(reply.status).toBe(303)
    expect(await drawn.pairs()).toHaveLength(2)
  })
})
