/** The pages on which both of a pair plan their session, and what they refuse. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { timeInWords } from '../../src/sessions/planning/typed-times.ts'
import { insertSessions } from '../../src/sessions/store.ts'
import { instantOf, onlyValue, readCalendar, unescaped } from '../support/calendar-file.ts'
import { testDatabase } from '../support/database.ts'
import { heldSession } from '../support/held-session.ts'
import type { Somebody } from '../support/hospital.ts'
import { inDays, type PlanningPair, startPlanning } from '../support/planning-pair.ts'
import { wordsAt } from '../support/signing-off.ts'
import { visit } from '../support/visit.ts'
import { serverOn, usualUrl } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

let pair: PlanningPair
beforeAll(async () => {
  pair = await startPlanning(database, server)
})
beforeEach(() => pair.forget())

describe('the page', () => {
  test('says to both what stands now, and what comes next', async () => {
    const { mentor, mentee } = pair
    expect(await pair.words(mentor)).toContain('Nothing is planned yet')
    expect(await pair.words(mentor)).toContain('Agree to the ground rules first')
    const [one, two] = [inDays(2), inDays(3)]
    await pair.propose(mentee, [one, two])
    expect(await pair.words(mentee)).toContain(`You have proposed times ${timeInWords(one)}`)
    expect(await pair.words(mentor)).toContain(`${timeInWords(two)} Accept ${timeInWords(two)}`)
    expect(await pair.words(mentor)).toContain('Where Library, room 4')
    await pair.accept(mentor, two)
    for (const who of [mentor, mentee]) {
      const page = await pair.words(who)
      expect(page).toContain(`Your session is planned When ${timeInWords(two)} How long 45 minutes`)
      expect(page).toContain('nothing that you say to each other is kept here')
    }
  })

  test('says when all proposed times have passed, and asks for others', async () => {
    const { mentor, mentee } = pair
    await pair.propose(mentee, [inDays(2)])
    await pair.published.change(async (tx) => {
      await tx
        .updateTable('sessionProposals')
        .set({ startsAt: inDays(-1) })
        .execute()
    })
    expect(await pair.words(mentor)).toContain('The times proposed to you have passed')
    expect(await pair.words(mentee)).toContain('accepted none of them. Propose other times.')
    const reply = await pair.accept(mentor, inDays(-1))
    expect([reply.status, await pair.currentPlan()]).toMatchObject([422, { state: 'proposed' }])
  })

  test('asks to record the session once its time has begun', async () => {
    await pair.plan(inDays(2))
    await pair.published.change(async (tx) => {
      await tx
        .updateTable('sessionPlans')
        .set({ startsAt: inDays(-1) })
        .execute()
    })
    expect(await pair.words(pair.mentor)).toContain('Did your session take place?')
    expect(await pair.words(pair.mentor)).toContain('Record the session')
  })

  test('gives the entry as a file, which invites nobody', async () => {
    const time = inDays(2)
    await pair.plan(time)
    const reply = await visit(server, pair.pathOf('/invite.ics'), { as: pair.mentor })
    expect(reply.headers.get('content-type')).toContain('text/calendar')
    const { around, entry } = readCalendar(await reply.text())
    expect(onlyValue(around, 'METHOD')).toBe('PUBLISH')
    expect(instantOf(onlyValue(entry, 'DTSTART'))).toEqual(time)
    expect(onlyValue(entry, 'UID')).toBe((await pair.currentPlan())?.calendarUid)
    expect(entry.filter(({ name }) => name === 'ATTENDEE')).toEqual([])
    expect(unescaped(onlyValue(entry, 'DESCRIPTION'))).toContain(`${usualUrl}${pair.pathOf()}`)
  })

  test('of the home has it among the tasks', async () => {
    const home = `/programmes/${pair.published.programmeId}`
    expect(await wordsAt(server, home, pair.mentor)).toContain(
      'Plan your session Propose up to five times Incomplete',
    )
    await pair.plan(inDays(2))
    expect(await wordsAt(server, home, pair.mentor)).toContain(
      'Plan your session You can look at it, move it or cancel it Completed',
    )
  })

  test('says that the session was cancelled, and how another one is planned', async () => {
    await pair.plan(inDays(2))
    await pair.cancel(pair.mentor)
    for (const as of [pair.mentor, pair.mentee])
      expect(await pair.words(as)).toContain(
        'Your session was cancelled You can plan another one. Propose up to five times.',
      )
  })

  test('leads back where there is nothing to propose, to move or to save', async () => {
    for (const rest of ['/move', '/cancel', '/invite.ics']) {
      const reply = await visit(server, pair.pathOf(rest), { as: pair.mentor })
      expect([reply.status, reply.headers.get('location')]).toEqual([303, pair.pathOf()])
    }
  })
})

describe('a form', () => {
  test('comes back with every error beside its field, and with what was typed', async () => {
    const form = {
      ...{ 'time-1-day': '31', 'time-1-month': '2', 'time-1-year': '2027', 'time-1-time': '9:00' },
      ...{ 'time-2-time': '14:30', minutes: '90', mode: '' },
    }
    const reply = await pair.sendPlan(pair.mentee, 'propose', { form })
    expect(reply.status).toBe(422)
    const page = await reply.text()
    for (const [link, sentence] of [
      ['time-1-day', 'Enter a real date'],
      ['time-2-day', 'Enter the day that belongs to this time'],
      ['minutes', 'Enter a whole number of minutes from 15 to 60'],
      ['mode', 'Choose how you meet'],
    ])
      expect(page).toContain(`<a href="#${link}">${sentence}`)
    expect(page).toContain('value="31"')
    expect(page).toContain('value="Library, room 4"')
    expect(await pair.plans()).toEqual([])
  })

  test('names the time that has passed', async () => {
    const times = [inDays(2), inDays(-1)]
    const page = await (await pair.propose(pair.mentee, times)).text()
    expect(page).toContain('<a href="#time-2-day">This time has passed')
  })

  test('sent twice by a double click is carried out once', async () => {
    const time = inDays(2)
    const once = { idempotencyKey: crypto.randomUUID() }
    const proposed = { times: [time], form: once }
    const first = await Promise.all(
      [1, 2, 3].map(() => pair.sendPlan(pair.mentee, 'propose', proposed)),
    )
    const plan = (await pair.currentPlan())?.planId ?? ''
    const accepting = { idempotencyKey: crypto.randomUUID(), plan }
    const second = await Promise.all([1, 2].map(() => pair.accept(pair.mentor, time, accepting)))
    expect([...first, ...second].map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    expect(await pair.plans()).toHaveLength(1)
    expect((await pair.sentTo(pair.mentor)).map(({ purpose }) => purpose)).toEqual([
      ...['session_proposed', 'session_planned'],
    ])
  })

  test('about what is no longer so changes nothing, and says so', async () => {
    const { mentor, mentee } = pair
    const time = inDays(2)
    await pair.propose(mentee, [time])
    const stale = { plan: (await pair.currentPlan())?.planId ?? '' }
    const unseen = await pair.sendPlan(mentor, 'propose', {
      times: [inDays(3)],
      form: { plan: '' },
    })
    expect(unseen.status).toBe(422)
    const again = await unseen.text()
    expect(again).toContain('Other times have been proposed since you opened this page')
    expect(again).toContain(`name="plan" value="${stale.plan}"`)
    await pair.propose(mentee, [time])
    const reply = await pair.accept(mentor, time, stale)
    expect([reply.status, (await pair.currentPlan())?.state]).toEqual([422, 'proposed'])
    expect(await reply.text()).toContain('has changed since you opened this page')
    await pair.accept(mentor, time)
    expect((await pair.cancel(mentee, stale)).status).toBe(422)
    expect((await pair.currentPlan())?.state).toBe('planned')
  })
})

test('the partner of somebody else is refused as nobody is', async () => {
  const { mentor, mentee, published } = pair
  const other = published.mentees.find((one) => one !== mentee) as Somebody
  await pair.plan(inDays(2))
  const form = { partner: other.personId }
  const reply = await pair.sendPlan(mentor, 'propose', { form, times: [inDays(3)] })
  const stranger = published.mentors.find((one) => one !== mentor) as Somebody
  const foreign = { partner: mentee.personId }
  const replies = [
    reply,
    await pair.sendPlan(stranger, 'cancel', { form: foreign }),
    await pair.sendPlan(stranger, 'move', { form: foreign, times: [inDays(3)] }),
  ]
  expect((await pair.currentPlan())?.state).toBe('planned')
  expect((await pair.plans()).map(({ timesMoved }) => timesMoved)).toEqual([0])
  expect(await replies[1]?.clone().text()).not.toContain(mentee.name)
})

test('once all sessions are over, nobody is asked any more to agree to the ground rules', async () => {
  const home = () => wordsAt(server, `/programmes/${pair.published.programmeId}`, pair.mentor)
  const asked = 'Agree to the ground rules Both of you agree before you meet'
  expect(await home()).toContain(`${asked} Incomplete`)
  const sessions = (await pair.published.pairs()).map(({ pairId }) => heldSession(pairId))
  await pair.published.change((tx, programme) => insertSessions(tx, programme, sessions))
  expect(await home()).toContain(`${asked} Optional`)
  const page = await pair.words(pair.mentor)
  expect(page).toContain('Your session is recorded')
  expect(page).not.toContain('Agree to the ground rules first')
})
