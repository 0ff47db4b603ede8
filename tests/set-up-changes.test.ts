/** What a lead edits about the stages, and what holds for every change: undo, two leads at once, what was asked already. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enterOrganisation } from '../src/platform/database.ts'
import { lockProtocolVersion } from '../src/protocol/store.ts'
import { newSetUp, type SetUp, setUpOf } from './support/set-up.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World; setUp?: SetUp } = {}
const world = (): World => given.world as World
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

beforeEach(async () => {
  given.setUp = await newSetUp(world())
})
const here = (): SetUp => given.setUp as SetUp

const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

describe('stages', () => {
  test('are turned off and on again, and the comparisons that moved are named', async () => {
    const { save, now } = here()
    const before = (await now()).protocol
    const off = await save('/stages', { act: 'off', id: 'after_session' })
    expect(off).toMatch(/Confidence in giving feedback[^<]*stage 5/i)
    expect((await now()).protocol.comparisons).toHaveLength(2)
    const on = await save('/stages', { act: 'on', id: 'after_session' })
    expect((await now()).protocol.steps).toEqual(before.steps)
    expect(on).not.toContain('Turned off</h2>')
  })

  test('that the draw cannot go without stay, with the reason', async () => {
    const { save, post } = here()
    await save('/stages', { act: 'off', id: 'after_interview' })
    const reply = await post('/stages', { act: 'off', id: 'before_interview' })
    expect([reply.status, await reply.text()]).toEqual([
      422,
      expect.stringContaining('whom they are willing to mentor, and the allocation needs that'),
    ])
  })

  test('are followed up at the months that are ticked', async () => {
    const { save, now } = here()
    const page = await save('/stages', { act: 'follow_ups', months: ['3', '12'] })
    expect(page).toContain('Stage 6: Follow-up after 3 months')
    expect(page).toContain('Stage 7: Follow-up after 12 months')
    await save('/stages', { act: 'follow_ups', months: '12' })
    expect((await now()).protocol.steps.at(-1)).toMatchObject({ stage: 7, followUpMonths: 12 })
    expect((await now()).protocol.steps.at(-2)).toMatchObject({ stage: 5 })
  })

  test('ask what is chosen, in the order that is chosen', async () => {
    const { save, post, now } = here()
    await save('/stages/5', { act: 'up', role: 'mentee', id: 'importance' })
    await save('/stages/5', { act: 'stop', role: 'mentee', id: 'useful' })
    await save('/stages/5', { act: 'ask', role: 'mentee', id: 'what_would_help' })
    const step = (await now()).protocol.steps.find(({ id }) => id === 'after_session')
    const asked = step?.kind === 'questionnaire' ? step.asks.mentee : undefined
    expect(asked?.measures).toEqual(['importance', 'awareness'])
    expect(asked?.items).not.toContain('useful')
    expect(asked?.items.at(-1)).toBe('what_would_help')
    const reply = await post('/stages/5', { act: 'ask', role: 'mentee', id: '' })
    expect([reply.status, await reply.text()]).toEqual([
      422,
      expect.stringContaining('href="#ask-mentee">Choose what is asked'),
    ])
  })

  test('without a questionnaire have no page', async () => {
    expect(await here().look('/stages/2')).toContain('Page not found')
  })
})

describe('undo', () => {
  test('stands after every change, says what it was, and takes it back and forth', async () => {
    const { save, now } = here()
    const before = await now()
    const removed = await save('/domains', { act: 'remove', id: 'strengths' })
    expect(removed).toContain('Saved')
    expect(removed).toMatch(/“Strengths”[^<]*(?:removed|taken out)/)
    const fields = { before: hidden(removed, 'before'), back: hidden(removed, 'back') }
    const back = await save('/undo', fields)
    expect((await now()).protocol).toEqual(before.protocol)
    expect(back).toContain('6. Strengths')
    await save('/undo', { before: hidden(back, 'before'), back: '/set-up/domains' })
    expect((await now()).protocol.domains).toHaveLength(6)
  })

  test('is refused when somebody has changed the protocol since', async () => {
    const { save, post, now } = here()
    const { sha256: before } = await now()
    await save('/domains', { act: 'remove', id: 'strengths' })
    const { sha256: from } = await now()
    await save('/domains', { act: 'remove', id: 'approachability' })
    const reply = await post('/undo', { from, before, back: '/set-up/domains' })
    expect(reply.status).toBe(400)
    expect(await reply.text()).toContain('This cannot be undone any more')
    expect((await now()).protocol.domains).toHaveLength(5)
  })

  test.each([
    ['a protocol that nobody had', { before: 'a'.repeat(64), back: '/set-up/domains' }, 404],
    ['a hash that is none', { before: 'x', back: '/set-up/domains' }, 400],
    ['a way back to elsewhere', { before: 'a'.repeat(64), back: '//elsewhere.example' }, 400],
  ])('does nothing with %s', async (_, fields, status) => {
    expect((await here().post('/undo', fields)).status).toBe(status)
  })
})

/** As when somebody answers under it. */
const lockLatest = async (setUp: SetUp): Promise<void> => {
  const { programmeId, version } = await setUp.now()
  const { organisationId } = world().north
  await world()
    .database.transaction()
    .execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      await lockProtocolVersion(tx, { organisationId, programmeId }, version)
    })
}

describe('once people have answered', () => {
  const asked = () => setUpOf(world(), world().north.home)

  test.each([
    ['/domains', 'strengths', '“Strengths” has been asked'],
    ['/questions', 'confidence', '“Confidence in giving feedback” has been asked'],
    ['/questions', 'benefits', '“Benefits” has been asked'],
    ['/characteristics', 'age', '“Age” has been asked'],
  ])('nothing is removed on %s: %s', async (path, id, sentence) => {
    const before = await asked().now()
    const reply = await asked().post(path, { act: 'remove', id })
    expect([reply.status, await reply.text()]).toEqual([422, expect.stringContaining(sentence)])
    expect(await asked().now()).toEqual(before)
  })

  test('a stage stays, and stays at its number when a follow-up is added before another', async () => {
    expect((await asked().post('/stages', { act: 'off', id: 'after_interview' })).status).toBe(422)
    const page = await asked().save('/stages', { act: 'follow_ups', months: '6' })
    expect(page).toContain('Stage 6: Follow-up after 6 months')
    await lockLatest(asked())
    const reply = await asked().post('/stages', { act: 'follow_ups', months: ['3', '6'] })
    expect([reply.status, await reply.text()]).toEqual([
      422,
      expect.stringContaining('“Follow-up after 6 months” has been asked'),
    ])
  })

  test('a new name makes a new version, and what was asked before stays as it was', async () => {
    const before = await asked().now()
    await asked().save('/domains/strengths', { label: 'What they do well', open: 'What?' })
    expect(await asked().now()).toMatchObject({ version: before.version + 1, isLocked: false })
  })
})

test('what two leads change at the same time is not overwritten; the second sees what the first did', async () => {
  const { save, post, now } = here()
  const { sha256: from } = await now()
  await save('/domains', { act: 'remove', id: 'strengths' })
  const reply = await post('/domains/approachability', { from, label: 'Open door', open: 'When?' })
  const page = await reply.text()
  expect(reply.status).toBe(422)
  expect(page).toContain('Somebody changed the protocol while this page was open')
  expect(page).toContain('value="Open door"')
  expect((await now()).protocol.domains).toHaveLength(6)
})
