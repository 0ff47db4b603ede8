/** What calendars and mails say of a session that is planned, moved and cancelled, and what the clock does about it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { endPairsOf } from '../../src/allocation/departures/end-pairs.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { read } from '../../src/platform/database.ts'
import { updateProgramme } from '../../src/protocol/store.ts'
import { countDelegates, putDelegate } from '../../src/sessions/delegates/delegate-store.ts'
import { cancelEndedPlans } from '../../src/sessions/planning/ended-plans.ts'
import { onlyValue, readCalendar } from '../support/calendar-file.ts'
import { testDatabase } from '../support/database.ts'
import { inDays, type PlanningPair, startPlanning } from '../support/planning-pair.ts'
import { serverOn, usualMailFrom, usualUrl } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

let pair: PlanningPair
beforeAll(async () => {
  pair = await startPlanning(database, server)
})
beforeEach(() => pair.forget())

test('proposed, accepted, moved twice, cancelled and planned anew: calendars follow with one UID and a rising SEQUENCE', async () => {
  const { mentor, mentee } = pair
  const [one, two, three, four] = [2, 3, 4, 5].map(inDays) as [Date, Date, Date, Date]
  await pair.propose(mentee, [one, two])
  await pair.accept(mentor, two)
  await pair.move(mentor, three)
  await pair.move(mentee, three, { place: 'Room 7' })
  await pair.cancel(mentor)
  await pair.propose(mentor, [four])
  await pair.accept(mentee, four)
  for (const who of [mentor, mentee]) {
    const told = await pair.toldTo(who)
    expect(told.map(({ method, sequence }) => `${method} ${sequence}`)).toEqual([
      ...['REQUEST 0', 'REQUEST 1', 'REQUEST 2', 'CANCEL 3'],
      'REQUEST 0',
    ])
    expect(told.map(({ startsAt }) => startsAt)).toEqual([two, three, three, three, four])
    expect(told.map(({ place }) => place)).toEqual([
      ...['Library, room 4', 'Library, room 4', 'Room 7', 'Room 7'],
      'Library, room 4',
    ])
    const uids = told.map(({ uid }) => uid)
    expect(new Set(uids.slice(0, 4)).size).toBe(1)
    expect(uids[4]).not.toBe(uids[0])
  }
  expect(
    (await pair.plans()).map(({ state, timesMoved }) => [state, timesMoved]).toSorted(),
  ).toEqual([
    ['cancelled', 2],
    ['planned', 0],
  ])
  expect(await lastEntries(7)).toEqual([
    ...['session_times.proposed', 'session.planned', 'session.moved', 'session.moved'],
    ...['session.cancelled', 'session_times.proposed', 'session.planned'],
  ])
})

/** The audit log says what happened to the pair, and not which of the two did it. */
const lastEntries = async (limit: number): Promise<readonly string[]> => {
  const { organisationId } = pair.published.scope
  const entries = await read(database, organisationId, (tx) =>
    listAuditEntries(tx, organisationId, limit),
  )
  const [plan] = await pair.plans()
  const entry = { actorKind: 'participant', actorId: null, subject: plan?.pairId, details: {} }
  expect(entries).toMatchObject(entries.map(() => entry))
  return entries.map(({ event }) => event).toReversed()
}

test('nobody finds the address of the other in their mails, nor who it is in their calendar', async () => {
  const { mentor, mentee } = pair
  await pair.published.change((tx, programme) =>
    putDelegate(tx, programme, {
      menteeId: mentee.personId,
      delegate: { name: 'Pat Assistant', email: 'pat@hospital.example' },
      tokenHash: Buffer.alloc(32),
    }),
  )
  const time = inDays(3)
  await pair.propose(mentor, [time])
  await pair.accept(mentee, time)
  await pair.move(mentor, inDays(4))
  await pair.cancel(mentee)
  const addresses = [mentor, mentee].map(({ personId }) => `${personId}@hospital.example`)
  for (const mail of await pair.mails()) {
    const all = JSON.stringify({ ...mail, to: '' }).replaceAll('\\r\\n ', '')
    const others = [...addresses, 'pat@hospital.example'].filter((one) => one !== mail.to)
    expect(others.filter((one) => all.includes(one))).toEqual([])
    const names = [mentor.name, mentee.name].filter((name) => mail.calendar?.text.includes(name))
    expect(names.length).toBeLessThanOrEqual(1)
  }
  const own = (await pair.sentTo(mentor)).find(({ calendar }) => calendar !== undefined)
  const { entry } = readCalendar(own?.calendar?.text ?? '')
  expect(onlyValue(entry, 'ATTENDEE').toLowerCase()).toBe(`mailto:${addresses[0]}`)
  expect(onlyValue(entry, 'ORGANIZER')).toBe(`mailto:${usualMailFrom}`)
  const toPat = (await pair.mails()).filter(({ to }) => to === 'pat@hospital.example')
  expect(toPat.map(({ purpose }) => purpose)).toEqual([
    ...['session_proposed', 'session_planned', 'session_moved', 'session_cancelled'],
  ])
  expect(JSON.stringify(toPat)).not.toContain(mentor.name)
  // No link of somebody else's pages.
  expect(JSON.stringify(toPat)).not.toContain('http')
})

test('of two who cancel and move at once, calendars end with what is kept', async () => {
  const { mentor, mentee } = pair
  await pair.plan(inDays(2))
  const both = { plan: (await pair.currentPlan())?.planId ?? '' }
  const replies = await Promise.all([
    pair.move(mentor, inDays(3), both),
    pair.cancel(mentee, both),
    pair.cancel(mentor, both),
  ])
  expect(replies.filter(({ status }) => status === 303).length).toBeGreaterThanOrEqual(1)
  const [kept, ...others] = await pair.plans()
  expect([kept?.state, others]).toEqual(['cancelled', []])
  for (const who of [mentor, mentee]) {
    const told = await pair.toldTo(who)
    const last = told.toSorted((one, other) => one.sequence - other.sequence).at(-1)
    expect(last).toMatchObject({ method: 'CANCEL', sequence: kept?.calendarSequence })
    expect(new Set(told.map(({ sequence }) => sequence)).size).toBe(told.length)
  }
})

describe('the clock', () => {
  test('reminds both once on the day before, and once after to record it', async () => {
    const time = inDays(5)
    await pair.plan(time)
    const days = [3, 4, 4, 5, 6, 6, 7].map(inDays)
    const sent: (readonly string[])[] = []
    for (const one of days) sent.push(await pair.remindOn(one))
    const [tomorrow, record] = ['tomorrow', 'record'].map((kind) => `session_${kind}_reminder`)
    expect(sent).toEqual([[], [tomorrow, tomorrow], [], [], [record, record], [], []])
    const [asked] = (await pair.sentTo(pair.mentor)).slice(-1)
    expect(asked?.text).toContain(`${pair.pathOf('/record')}?partner=${pair.mentee.personId}`)
  })

  test('reminds nobody of what is cancelled, and of another time anew', async () => {
    await pair.plan(inDays(5))
    expect(await pair.remindOn(inDays(4))).toHaveLength(2)
    await pair.move(pair.mentee, inDays(6))
    expect(await pair.remindOn(inDays(5))).toHaveLength(2)
    await pair.cancel(pair.mentor)
    expect(await pair.remindOn(inDays(7))).toEqual([])
  })

  test('reminds whoever has to answer, three days after and once', async () => {
    await pair.propose(pair.mentee, [inDays(9)])
    expect(await pair.remindOn(inDays(2))).toEqual([])
    expect(await pair.remindOn(inDays(3))).toEqual(['session_answer_reminder'])
    expect(await pair.remindOn(inDays(4))).toEqual([])
    expect((await pair.sentTo(pair.mentee)).map(({ purpose }) => purpose)).toEqual([])
  })

  test('cancels what a pair had planned that has ended, once, and tells no reason', async () => {
    const other = await startPlanning(database, server, { mentors: 1, mentees: 1 })
    const { mentor, mentee, published } = other
    await other.plan(inDays(3))
    await published.change((tx, programme) => endPairsOf(tx, programme, mentor.personId))
    const origin = { publicUrl: usualUrl, mailFrom: usualMailFrom }
    // They may have met by then, or begun to.
    await cancelEndedPlans(published.scope, { now: inDays(4), origin })
    expect((await other.plans()).map(({ state }) => state)).toEqual(['planned'])
    for (const _ of [1, 2]) await cancelEndedPlans(published.scope, { now: new Date(), origin })
    for (const who of [mentor, mentee]) {
      const told = await other.toldTo(who)
      expect(told.map(({ method, sequence }) => `${method} ${sequence}`)).toEqual([
        ...['REQUEST 0', 'CANCEL 1'],
      ])
      expect((await other.sentTo(who)).at(-1)?.text).toContain('nothing that you need to do')
    }
    expect((await other.plans()).map(({ state }) => state)).toEqual(['cancelled'])
  })

  test('cancels what is still to come when the programme closes, and nobody books any more', async () => {
    const other = await startPlanning(database, server, { mentors: 1, mentees: 1 })
    const { mentor, mentee, published } = other
    await other.plan(inDays(3))
    await published.change(async (tx, programme) => {
      await putDelegate(tx, programme, {
        ...{ menteeId: mentee.personId, tokenHash: Buffer.alloc(32, 7) },
        delegate: { name: 'Pat Assistant', email: 'pat@hospital.example' },
      })
      await updateProgramme(tx, programme, { state: 'closed' })
    })
    const origin = { publicUrl: usualUrl, mailFrom: usualMailFrom }
    const run = { now: new Date(), origin }
    for (const _ of [1, 2]) await cancelEndedPlans(published.scope, run)
    expect((await other.plans()).map(({ state }) => state)).toEqual(['cancelled'])
    for (const who of [mentor, mentee]) {
      const told = await other.toldTo(who)
      expect(told.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL'])
    }
    expect(await published.change(countDelegates)).toBe(0)
  })
})
