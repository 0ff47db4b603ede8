import { describe, expect, test } from 'vitest'
import { currentDraw, type RoleHolder } from './load-allocation.ts'
import type { AllocationDraw, Contribution, DrawState } from './model.ts'
import { drawSteps, nextStep, statusOf } from './progress-rules.ts'
import {
  type AllocationFacts,
  hasTwoPeople,
  mayAskAgain,
  mayDraw,
  mayGive,
  mayLock,
  mayReopen,
  valuesOf,
} from './rules.ts'

const draw = (
  number: number,
  state: DrawState,
  kind: AllocationDraw['kind'] = 'first',
): AllocationDraw => ({
  ...{ number, kind, mode: 'random', state, reason: null, askedByRole: 'lead' },
  ...{ inputsSha256: null, commitment: null, certificate: null },
  ...{ lockedAt: new Date(0), drawnAt: null, publishedAt: null },
})

const facts = (draws: readonly AllocationDraw[], more: Partial<AllocationFacts> = {}) => ({
  ...{ programme: 'open' as const, isInProtocol: true, mentors: 5, mentees: 5, hasPairs: false },
  ...{ draws, current: currentDraw(draws) },
  ...more,
})

const kindOf = (result: { readonly ok: boolean; readonly problem?: { readonly kind: string } }) =>
  result.ok ? 'allowed' : result.problem?.kind

describe('the draw that counts', () => {
  test('is the one to be drawn, else the one that waits, else the last that was published', () => {
    const published = [draw(1, 'published'), draw(2, 'published', 'departure')]
    const numberOf = (draws: readonly AllocationDraw[]) => currentDraw(draws)?.number
    expect(numberOf([])).toBeUndefined()
    expect(numberOf([draw(1, 'reopened')])).toBeUndefined()
    expect(numberOf([draw(1, 'reopened'), draw(2, 'locked')])).toBe(2)
    expect(numberOf([draw(1, 'drawn'), draw(2, 'committed', 'again')])).toBe(2)
    expect(numberOf([draw(1, 'drawn'), draw(2, 'reopened', 'again')])).toBe(1)
    expect(numberOf(published)).toBe(2)
    expect(numberOf([...published, draw(3, 'drawn', 'departure')])).toBe(3)
  })
})

test('what can be done follows from the state of the draw alone', () => {
  const lead = { number: 1, roles: ['lead'] as const }
  const under = (state: DrawState) => {
    const given = facts([draw(1, state)])
    const results = [
      mayLock(given),
      mayReopen(given, lead),
      mayDraw(given, 1),
      mayAskAgain(given, 1),
    ]
    return results.map((result) => kindOf(result)?.replace('allocation.', ''))
  }
  expect(under('locked')).toEqual(['under_way', 'allowed', 'values_missing', 'under_way'])
  expect(under('committed')).toEqual(['under_way', 'allowed', 'allowed', 'under_way'])
  expect(under('drawn')).toEqual(['under_way', 'drawn_already', 'drawn_already', 'allowed'])
  expect(under('published')).toEqual(['published', 'drawn_already', 'drawn_already', 'published'])
  const gone = ['allowed', 'not_under_way', 'not_under_way', 'nothing_drawn']
  expect(under('reopened')).toEqual(gone)
})

test('nothing is done in a programme that is not open, has no allocation, or came with its pairs', () => {
  const refusals = (more: Partial<AllocationFacts>) => {
    const given = facts([draw(1, 'committed')], more)
    return new Set([mayLock(given), mayDraw(given, 1), mayAskAgain(given, 1)].map(kindOf))
  }
  expect(refusals({ programme: 'closed' })).toEqual(new Set(['programme.closed']))
  expect(refusals({ programme: 'setting_up' })).toEqual(new Set(['programme.not_open']))
  expect(refusals({ isInProtocol: false })).toEqual(new Set(['allocation.not_in_protocol']))
  expect(refusals({ hasPairs: true, current: null })).toEqual(new Set(['allocation.imported']))
})

test('a request for another draw is dropped by either of the two; the willingness is opened by the lead', () => {
  const facilitator = { number: 2, roles: ['facilitator'] as const }
  const again = facts([draw(1, 'drawn'), draw(2, 'locked', 'again')])
  expect(kindOf(mayReopen(again, facilitator))).toBe('allowed')
  const first = facts([draw(1, 'locked')])
  expect(kindOf(mayReopen(first, { ...facilitator, number: 1 }))).toBe(
    'allocation.lead_opens_again',
  )
})

const holder = (staffId: string, role: RoleHolder['role']): RoleHolder => ({
  ...{ staffId, role },
  name: staffId,
})

describe('two values', () => {
  const holders = [holder('a', 'lead'), holder('a', 'facilitator'), holder('b', 'facilitator')]
  const given = (staffId: string, role: Contribution['role']) => ({ staffId, role, value: staffId })
  const tried = (
    contributions: readonly Contribution[],
    staffId: string,
    role: 'lead' | 'facilitator',
  ) =>
    kindOf(
      mayGive(facts([draw(1, 'locked')]), { holders, contributions }, { number: 1, staffId, role }),
    )

  test('need two people, even where one of them has both roles', () => {
    expect(tried([], 'a', 'facilitator')).toBe('allowed')
    expect(tried([given('a', 'facilitator')], 'a', 'lead')).toBe('allocation.same_person')
    expect(tried([given('a', 'lead')], 'b', 'facilitator')).toBe('allowed')
    expect(tried([], 'b', 'lead')).toBe('allocation.not_your_role')
    expect(tried([given('b', 'facilitator')], 'a', 'facilitator')).toBe('allocation.value_is_there')
    expect(hasTwoPeople(holders)).toBe(true)
    expect(hasTwoPeople(holders.slice(0, 2))).toBe(false)
    expect(hasTwoPeople(holders.slice(2))).toBe(false)
  })

  test('are there together or not at all', () => {
    expect(valuesOf([given('b', 'facilitator')])).toBeNull()
    const both = [given('b', 'facilitator'), given('a', 'lead')]
    expect(valuesOf(both)).toEqual({ lead: 'a', facilitator: 'b' })
  })
})

test('the steps go on one after the other, and back to the first where the draw cannot be made as it is', () => {
  const statuses = (state: DrawState | null, hasLeft: boolean | null = null) => {
    const before = hasLeft === null ? null : { hasLeft, shortage: null }
    const next = nextStep({ current: state === null ? null : { state }, before })
    return drawSteps.map((step) => statusOf(step, next).slice(0, 1)).join('')
  }
  expect(statuses(null)).toBe('nlllll')
  expect(statuses('locked', false)).toBe('dnllll')
  expect(statuses('locked', true)).toBe('nlllll')
  expect(statuses('committed', false)).toBe('dddnll')
  expect(statuses('committed', true)).toBe('nlllll')
  expect(statuses('drawn')).toBe('ddddnn')
  expect(statuses('published')).toBe('dddddd')
})
