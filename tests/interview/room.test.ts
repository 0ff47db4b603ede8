/** What happens in the room from minute to minute: who is spoken about and for how long, breaks, what is done. */
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { withdrawParticipant } from '../../src/content-analysis/withdrawal-actions.ts'
import { topicOf } from '../../src/interview/board/live-topic.ts'
import { startLive } from '../../src/platform/live.ts'
import { testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { addStaff } from '../support/programme-under-way.ts'
import { openSittingRoom, type SittingRoom } from '../support/sitting-room.ts'
import { serverOn, usualOrigin } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

type Held = SittingRoom & { readonly anna: Somebody; readonly ben: Somebody }

/** A sitting in which nobody has been spoken about. */
const hold = async (): Promise<Held> => {
  const interview = await openSittingRoom(database, server)
  await interview.begin()
  const [anna, ben] = interview.mentees
  if (anna === undefined || ben === undefined) throw new Error('There are too few mentees.')
  return { ...interview, anna, ben }
}

describe('time', () => {
  test('starts with the first move and goes to whoever is spoken about', async () => {
    const interview = await hold()
    const { anna, ben, move, secondsOf, room } = interview
    pass(300)
    expect(await secondsOf(anna)).toBe(0)
    await move(anna, 'use_of_technology')
    pass(60)
    await move(anna, 'strengths')
    pass(30)
    expect(await secondsOf(anna)).toBe(90)
    await move(ben)
    pass(10)
    expect([await secondsOf(anna), await secondsOf(ben)]).toEqual([90, 10])
    await move(anna)
    pass(5)
    expect([await secondsOf(anna), await secondsOf(ben)]).toEqual([95, 10])
    expect((await room()).current).toEqual({ menteeId: anna.personId, domain: 'strengths' })
  })

  test('stands still in a break, also in one that is taken twice', async () => {
    const { anna, ben, move, post, secondsOf, room } = await hold()
    await move(anna)
    pass(60)
    await post('/pause')
    pass(600)
    await post('/pause')
    pass(600)
    expect((await room()).isPaused).toBe(true)
    expect(await secondsOf(anna)).toBe(60)
    await move(ben)
    pass(600)
    expect([(await room()).isPaused, await secondsOf(ben)]).toEqual([true, 0])
    await post('/resume')
    pass(20)
    await post('/resume')
    pass(20)
    expect([await secondsOf(anna), await secondsOf(ben)]).toEqual([60, 40])
    expect((await room()).isPaused).toBe(false)
  })

  test('stands still between sittings, and is added up over them', async () => {
    const { anna, move, post, begin, secondsOf, room } = await hold()
    await move(anna)
    pass(60)
    await post('/sittings/end')
    pass(600)
    expect(await room()).toMatchObject({ current: null, isPaused: false, sitting: null })
    await move(anna)
    pass(600)
    expect(await secondsOf(anna)).toBe(60)
    expect((await post('/resume')).status).toBe(422)
    await begin()
    pass(600)
    expect(await room()).toMatchObject({ current: null, isPaused: false, sitting: 2 })
    await move(anna)
    pass(30)
    expect(await secondsOf(anna)).toBe(90)
  })

  test('is shown in minutes while it goes on, and in bands once it is over', async () => {
    const { anna, ben, move, post, get } = await hold()
    await move(anna)
    pass(16 * 60)
    await move(ben)
    pass(61)
    expect(await get()).toMatch(/app-minutes__number">16<[\s\S]*app-minutes__number">1</)
    expect(await get('/end')).toContain('15 to 29 minutes')
    await post('/end')
    pass(600)
    const page = await get()
    expect(page).toContain('15 to 29 minutes')
    expect(page).toContain('under 15 minutes')
    expect(page).not.toContain('app-minutes')
  })

  test('is given once where two facilitators move at the same moment', async () => {
    const { anna, ben, move, post, change, secondsOf } = await hold()
    const other = await change((tx, programme) => addStaff(tx, programme, 'facilitator'))
    await move(anna)
    pass(100)
    const to = { mentee: ben.personId, domain: 'strengths' }
    const replies = await Promise.all([post('/move', to), post('/move', to, other)])
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    expect([await secondsOf(anna), await secondsOf(ben)]).toEqual([100, 0])
  })

  test('goes on with the next mentee when one leaves while spoken about', async () => {
    const { anna, ben, move, secondsOf, room, scope, programmeId } = await hold()
    await move(anna)
    pass(60)
    const participantId = anna.personId
    const leaving = { programmeId, participantId, leftAfterPhase: null, origin: usualOrigin }
    await withdrawParticipant(scope, leaving)
    expect((await room()).current).toBeNull()
    expect((await move(anna)).status).toBe(422)
    expect((await move(ben)).status).toBe(303)
    pass(20)
    expect(await secondsOf(ben)).toBe(20)
    expect((await room()).secondsByMentee).toHaveLength(4)
  })
})

describe('a cell', () => {
  test('is done, and not done any more, however often it is said', async () => {
    const { anna, post, room } = await hold()
    const cell = { mentee: anna.personId, domain: 'approachability' }
    for (const done of ['yes', 'yes']) await post('/cells', { ...cell, done })
    expect((await room()).done).toEqual([{ menteeId: anna.personId, domain: 'approachability' }])
    for (const done of ['no', 'no']) await post('/cells', { ...cell, done })
    expect((await room()).done).toEqual([])
  })

  test.each([
    ['a domain that the protocol does not have', { domain: 'punctuality' }],
    ['nobody', { mentee: crypto.randomUUID() }],
  ])('of %s is neither gone to nor done', async (_, wrong) => {
    const { anna, post, room } = await hold()
    const cell = { mentee: anna.personId, domain: 'strengths', done: 'yes', ...wrong }
    for (const path of ['/move', '/cells']) {
      const reply = await post(path, cell)
      expect(reply.status).toBe(422)
      expect(await reply.text()).toContain('is not there any more')
    }
    expect(await room()).toMatchObject({ current: null, done: [] })
  })

  test('of a mentor is none', async () => {
    const { mentors, move } = await hold()
    expect((await move(mentors[0] as Somebody)).status).toBe(422)
  })
})

describe('a form of the room leads', () => {
  test('to the board, unless it says to which page of the programme', async () => {
    const { anna, at, post, move } = await hold()
    const locationOf = (reply: Response) => reply.headers.get('location')
    expect(locationOf(await move(anna))).toBe(at(`/board/${anna.personId}`))
    expect(locationOf(await post('/pause', { to: at('?a=b') }))).toBe(at('?a=b'))
    for (const to of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/sign-out',
      at('/../..'),
    ])
      expect(locationOf(await post('/resume', { to }))).toBe(at())
  })

  test('nowhere where a field is missing, and nothing is stored', async () => {
    const { anna, post, room } = await hold()
    for (const fields of [{}, { mentee: 'x', domain: 'strengths' }, { mentee: anna.personId }])
      expect((await post('/move', fields)).status).toBe(400)
    const cell = { mentee: anna.personId, domain: 'strengths' }
    expect((await post('/cells', { ...cell, done: 'perhaps' })).status).toBe(400)
    expect(await room()).toMatchObject({ current: null, done: [] })
  })
})

test('nobody is recorded as having moved, paused or ticked', async () => {
  const { anna, ben, move, post, events } = await hold()
  await move(anna)
  await post('/cells', { mentee: anna.personId, domain: 'strengths', done: 'yes' })
  await post('/pause')
  await post('/resume')
  await move(ben)
  expect(await events()).toEqual(['sitting.begun'])
})

test('after the interview nothing in the room changes', async () => {
  const { anna, move, post, room } = await hold()
  await move(anna)
  await post('/end')
  const before = await room()
  expect((await move(anna)).status).toBe(422)
  expect((await post('/pause')).status).toBe(422)
  const cell = { mentee: anna.personId, domain: 'strengths', done: 'yes' }
  expect((await post('/cells', cell)).status).toBe(422)
  expect(await room()).toEqual(before)
})

test('every screen hears of each change, and of nothing that was refused', async () => {
  const interview = await hold()
  const { anna, move, post, mentors, programmeId } = interview
  const live = startLive(database)
  const heard: (string | null)[] = []
  await live.subscribe(topicOf(programmeId), (message) => heard.push(message))
  const cell = { mentee: anna.personId, domain: 'strengths', done: 'yes' }
  const present = {
    before: mentors.map(({ personId }) => personId),
    present: mentors[0]?.personId ?? '',
  }
  await move(anna)
  await post('/cells', cell)
  await post('/cells', { ...cell, domain: 'punctuality' })
  await post('/pause')
  await post('/resume')
  await post('/attendance', present)
  await post('/sittings/end')
  await interview.begin()
  await post('/end')
  await post('/reopen')
  await expect.poll(() => heard.length).toBe(9)
  expect(new Set(heard)).toEqual(new Set(['{"kind":"room"}']))
  await live.stop()
})
