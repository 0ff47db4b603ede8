/** Either of a pair records that they met: once, whatever happens at the same moment; and what opens with it. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { read } from '../../src/platform/database.ts'
import { loadStudy } from '../../src/report/exchange/load-study.ts'
import { listPlans } from '../../src/sessions/planning/plan-store.ts'
import { listPulses } from '../../src/sessions/pulse/pulse-store.ts'
import { recordSession } from '../../src/sessions/recording/actions.ts'
import { letLateComersWait } from '../../src/sessions/recording/late-comers.ts'
import { masterKey, testDatabase } from '../support/database.ts'
import { type DrawnPairs, everybodyIn, startPublished } from '../support/drawn-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import {
  aloneIn,
  aSession,
  entriesOf,
  forget,
  lateAnswers,
  pairsOf,
  planned,
  stored,
  waiting,
  windowOf5,
  writingsAt4,
} from '../support/recorded-sessions.ts'
import { wordsAt } from '../support/signing-off.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn, usualOrigin, usualUrl } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const database = testDatabase()
const another = testDatabase()
const server = serverOn(database)
afterAll(() => Promise.all([database.destroy(), another.destroy()]))

const { today, typed, form: good } = aSession
const pathOf = ({ programmeId }: DrawnPairs, rest = '/session/record'): string =>
  `/programmes/${programmeId}${rest}`
const words = (of: DrawnPairs, as: Somebody, rest?: string) => wordsAt(server, pathOf(of, rest), as)
const record = (of: DrawnPairs, as: Somebody, form: Readonly<Record<string, string>> = {}) =>
  send(server, pathOf(of), { as, form: { ...good, ...form } })

describe('where a pair meets once', () => {
  let of: DrawnPairs
  let pairs: Awaited<ReturnType<typeof pairsOf>>
  beforeAll(async () => {
    of = await startPublished(database, { mentors: 4, mentees: 3 })
    pairs = await pairsOf(of)
  })
  const pairAt = (place: number) => {
    const pair = pairs[place]
    if (pair === undefined) throw new Error('There is no such pair.')
    return pair
  }
  const plans = () => of.change((tx, programme) => listPlans(tx, programme))

  test('what is wrong stands beside its field, nothing is stored, and no field takes words', async () => {
    const { mentor } = pairAt(0)
    const reply = await record(of, mentor, { 'held-year': '2099', minutes: '45.5', mode: '' })
    expect(reply.status).toBe(422)
    const page = await reply.text()
    for (const text of ['must be today or earlier', 'a whole number from 1 to 600', 'how you met'])
      expect(page).toContain(text)
    expect(page).toMatch(/name="minutes"[^>]*value="45.5"/)
    expect(page).not.toContain('<textarea')
    expect(page.match(/<input[^>]*type="text"/g)).toHaveLength(4)
    expect(page).toContain('nothing that you say to each other is kept here')
    expect(page).toContain(`/programmes/${of.programmeId}/concern`)
    expect(await (await record(of, mentor, { 'held-year': '2020' })).text()).toContain(
      'not be before you were told',
    )
    expect(await stored(of)).toEqual([])
  })

  test('both at the same moment over two connections store one, and the other finds it recorded', async () => {
    const { pairId, mentor, mentee } = pairAt(0)
    const at = (one: Somebody, over: typeof database) =>
      recordSession(
        { ...of.scope, database: over, idempotencyKey: crypto.randomUUID() },
        {
          ...{ programmeId: of.programmeId, participantId: one.personId, partnerId: null },
          ...{ typed, known: 0, origin: usualOrigin },
        },
      )
    const results = await Promise.all([at(mentor, database), at(mentee, another)])
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await stored(of)).toEqual([
      expect.objectContaining({ pairId, durationMinutes: 47, heldOn: today, mode: 'online' }),
    ])
    expect((await record(of, mentor)).status).toBe(303)
    expect(await stored(of)).toHaveLength(1)
    for (const one of [mentor, mentee])
      expect(await words(of, one)).toContain('Your session is recorded')
  })

  test('the log names the pair, no person and no minutes; the partner alone gets a mail', async () => {
    const { pairId, mentor, mentee } = pairAt(0)
    const recorded = await entriesOf(of, 'session.recorded')
    expect(recorded).toEqual([
      expect.objectContaining({
        ...{ actorKind: 'participant', actorId: null, subject: pairId },
        details: { sessions: 1 },
      }),
    ])
    const told = (await of.mails()).filter(({ purpose }) => purpose === 'session_recorded')
    const [mail] = told
    expect(told).toHaveLength(1)
    expect([mentor.personId, mentee.personId]).toContain(mail?.about)
    expect(mail?.text).toContain(`${usualUrl}${pathOf(of)}?partner=`)
    expect(mail?.text).not.toMatch(/\b47\b|online/)
  })

  test('the questionnaire after it has opened for these two; everybody else waits', async () => {
    const { mentor, mentee } = pairAt(0)
    expect(await windowOf5(of)).toMatchObject({ state: 'open', opensOn: today, protocolVersion: 1 })
    const met = [mentor.personId, mentee.personId]
    const others = everybodyIn(of)
      .map(({ personId }) => personId)
      .filter((id) => !met.includes(id))
    expect(await waiting(of)).toEqual(new Set(others))
    for (const one of [mentor, mentee]) {
      expect(await words(of, one, '/questionnaires/5')).not.toContain('is not open yet')
      expect(await words(of, one)).toContain(', open for you now')
    }
    for (const one of [pairAt(1).mentor, pairAt(1).mentee, aloneIn(of, pairs)]) {
      const page = await words(of, one, '/questionnaires/5')
      expect(page).toContain('It opens for you once your session is recorded')
      const sent = await send(server, pathOf(of, '/questionnaires/5/check'), { as: one })
      expect(await sent.text()).toContain('not open yet')
    }
  })

  test('whoever joins after that waits as the others do, and nobody who has met', async () => {
    const before = await waiting(of)
    for (const joining of [[aloneIn(of, pairs).personId], [...before]]) {
      await forget(of, 'stageWaits', joining)
      for (const _ of ['once', 'again'])
        await letLateComersWait({ ...of.scope, idempotencyKey: null })
      expect(await waiting(of)).toEqual(before)
    }
    const entry = expect.objectContaining({ subject: of.programmeId, details: {} })
    expect(await entriesOf(of, 'stage_waits.begun')).toEqual([entry, entry])
  })

  test('the home of whoever waits has the session and the questionnaire still to come', async () => {
    const later = await words(of, pairAt(1).mentee, '')
    expect(later).toContain('Questionnaires after the session')
    expect(later).not.toContain('Questionnaires after the session Not answered yet')
    expect(await words(of, pairAt(1).mentee, '')).toContain('Record your session')
  })

  test('a lead sees that it opens pair by pair, whatever people have answered', async () => {
    const page = await words(of, of.lead, '/collecting')
    expect(page).toContain('For each pair, when its session is recorded')
    expect(page).toContain('Open for everybody')
    expect(await words(of, of.lead, '/collecting/5/open')).toContain('whether they have met or not')
  })

  test('the next pair no longer waits once its own session is recorded; a plan of it is held', async () => {
    const { pairId, mentor, mentee } = pairAt(1)
    const startsAt = new Date(Date.now() - 60_000)
    await planned(of, { pairId, startsAt })
    const form = await (await visit(server, pathOf(of), { as: mentee })).text()
    expect(form).toMatch(/checked=""[^>]*value="face_to_face"/)
    expect(form).not.toMatch(/name="minutes"[^>]*value="\d/)
    expect((await record(of, mentee)).status).toBe(303)
    expect((await plans()).map(({ state }) => state)).toEqual(['held'])
    const still = await waiting(of)
    for (const one of [mentor, mentee]) expect(still.has(one.personId)).toBe(false)
    expect(still.has(pairAt(2).mentor.personId)).toBe(true)
    expect(await windowOf5(of)).toMatchObject({ state: 'open', earlierVersions: [] })
  })

  test('either corrects it, and nobody else can', async () => {
    const { pairId, mentor, mentee } = pairAt(0)
    const session = (await stored(of)).find((one) => one.pairId === pairId)?.sessionId ?? ''
    const correction = { session, minutes: '60', mode: 'face_to_face' }
    const stranger = await record(of, pairAt(2).mentor, correction)
    expect(stranger.status).toBe(303)
    expect((await record(of, mentee, { ...correction, minutes: '0' })).status).toBe(422)
    for (const one of [mentor, mentee]) expect((await record(of, one, correction)).status).toBe(303)
    expect(await stored(of)).toContainEqual(
      expect.objectContaining({ pairId, sessionId: session, durationMinutes: 60 }),
    )
    expect(await words(of, mentor)).toContain('60 minutes, face to face')
    const study = await read(database, of.scope.organisationId, (tx) =>
      loadStudy(tx, { ...of.scope, programmeId: of.programmeId, masterKey }),
    )
    const modes = study?.study.sessions.map(({ durationMinutes, mode }) => [durationMinutes, mode])
    expect(modes).toContainEqual([60, 'face_to_face'])
    expect(modes).toContainEqual([null, null])
  })

  test('taken back it is gone, its plan stands again, and what had opened stays open', async () => {
    const { pairId, mentor, mentee } = pairAt(1)
    const session = (await stored(of)).find((one) => one.pairId === pairId)?.sessionId ?? ''
    const page = await words(of, mentor, `/session/record?session=${session}&mistake=yes`)
    expect(page).toContain('What has opened stays open')
    const before = await waiting(of)
    const reply = await send(server, pathOf(of), {
      as: mentor,
      form: { session, move: 'take_back' },
    })
    expect(reply.status).toBe(303)
    expect(await stored(of)).toHaveLength(1)
    expect(await waiting(of)).toEqual(before)
    expect(await words(of, mentee, '/questionnaires/5')).not.toContain('is not open yet')
    expect((await plans()).map(({ state }) => state)).toEqual(['planned'])
    const mailed = { purpose: 'session_taken_back', about: mentee.personId }
    expect(await of.mails()).toContainEqual(expect.objectContaining(mailed))
  })

  test('opened for everybody by the lead, nobody waits, and a later session changes nothing', async () => {
    const opened = await send(server, pathOf(of, '/collecting/5/open'), { as: of.lead })
    expect(opened.status).toBe(303)
    expect(await waiting(of)).toEqual(new Set())
    expect(await words(of, pairAt(2).mentee, '/questionnaires/5')).not.toContain('not open yet')
    expect(await words(of, of.lead, '/collecting')).not.toContain('Open for everybody')
    const before = await windowOf5(of)
    expect((await record(of, pairAt(2).mentor)).status).toBe(303)
    expect(await windowOf5(of)).toEqual(before)
    await forget(of, 'reminders', [aloneIn(of, pairs).personId])
    await letLateComersWait({ ...of.scope, idempotencyKey: null })
    expect(await waiting(of)).toEqual(new Set())
  })

  test('whoever met before the planned day gets it out of the calendar', async () => {
    const { pairId, mentor, mentee } = pairAt(2)
    const [session] = (await stored(of)).filter((one) => one.pairId === pairId)
    await send(server, pathOf(of), {
      as: mentor,
      form: { session: session?.sessionId ?? '', move: 'take_back' },
    })
    await planned(of, { pairId, startsAt: new Date(Date.now() + 3 * 86_400_000) })
    expect((await record(of, mentor)).status).toBe(303)
    expect((await plans()).filter((one) => one.pairId === pairId)).toEqual([
      expect.objectContaining({ state: 'cancelled', calendarSequence: 1 }),
    ])
    const cancelled = (await of.mails()).filter(({ purpose }) => purpose === 'session_cancelled')
    expect(new Set(cancelled.map(({ about }) => about))).toEqual(
      new Set([mentor.personId, mentee.personId]),
    )
    for (const { calendar } of cancelled) expect(calendar?.method).toBe('CANCEL')
  })

  test('in a programme that is over nothing can be changed, and what is recorded is there to read', async () => {
    await of.change((tx) => tx.updateTable('programmes').set({ state: 'closed' }).execute())
    const { mentor } = pairAt(0)
    const page = await words(of, mentor)
    expect(page).toContain('The programme is over.')
    expect(page).toContain('60 minutes, face to face')
    expect(page).not.toContain('Correct')
    expect(await words(of, mentor, '')).toContain('Your certificate')
    const [session] = await stored(of)
    await record(of, mentor, { session: session?.sessionId ?? '', minutes: '90' })
    expect(await stored(of)).toHaveLength(2)
    expect((await stored(of)).map(({ durationMinutes }) => durationMinutes)).not.toContain(90)
  })
})

test('where a pair meets several times, each session is asked about once, on scales, and the questionnaire opens after the last', async () => {
  const rules = { sessionsPerPair: 2, lateAnswers: 'until_next_stage' } as const
  const of = await startPublished(database, {
    ...{ mentors: 2, mentees: 2 },
    protocol: (same) => ({ ...same, rules: { ...same.rules, ...rules } }),
  })
  const nobody = { mentor: of.lead, mentee: of.lead }
  const [{ mentor, mentee } = nobody, { mentee: later } = nobody] = await pairsOf(of)
  const answer = (as: Somebody, form: Readonly<Record<string, string>>) =>
    send(server, pathOf(of, '/session/pulse'), { as, form })
  expect(await words(of, mentor, '/session/pulse')).toContain('nothing to answer now')
  expect((await answer(mentor, { number: '1', safe: '4' })).status).toBe(303)
  await record(of, mentor)
  expect(await windowOf5(of)).toBeUndefined()
  const late = await record(of, mentee)
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('has changed since you opened this page')
  expect((await answer(mentee, { number: '1' })).status).toBe(422)
  expect((await answer(mentee, { number: '1', safe: '6' })).status).toBe(422)
  const both = await Promise.all([
    answer(mentee, { number: '1', useful: '5', safe: '4' }),
    answer(mentee, { number: '1', useful: '1', safe: '1' }),
  ])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  const pulses = await of.change((tx, programme) => listPulses(tx, programme))
  expect(pulses.map((one) => `${one.number} ${one.question}`)).toEqual(['1 safe', '1 useful'])
  expect(await words(of, mentee, '/session/pulse')).toContain('you have answered about session 1')
  expect((await record(of, mentee, { known: '1' })).status).toBe(303)
  expect(await words(of, mentee)).toContain('All 2 sessions are recorded')
  expect(await windowOf5(of)).toMatchObject({ state: 'open' })
  expect((await waiting(of)).size).toBe(2)
  expect(await words(of, of.lead, '/sessions')).toContain('once 5 people have answered')
  const entry = expect.objectContaining({ actorId: null, details: {} })
  expect(await entriesOf(of, 'pulse.sent')).toEqual([entry])
  expect(await words(of, of.lead, '/collecting/5/close')).toContain('does not open it for them')
  await lateAnswers(of)
  expect((await writingsAt4(of)).size).toBe(2)
  for (const known of ['0', '1']) expect((await record(of, later, { known })).status).toBe(303)
  expect((await writingsAt4(of)).size).toBe(1)
})
