import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import type { Plan } from './model.ts'
import { type PairFacts, pairReminder } from './reminder-rules.ts'

const pair = { pairId: 'pair', label: 'P1', drawNumber: 1, hasEnded: false, hasExited: false }
const facts: PairFacts = {
  pair: { ...pair, mentorId: 'mentor', menteeId: 'mentee' },
  ...{ protocol: sheffield, plan: null, heldOn: [], agreedOn: null },
  ...{ proposedOn: null, changedOn: null, today: '2026-11-22' },
}
const proposed: Plan = {
  ...{ planId: 'plan', pairId: 'pair', state: 'proposed', proposedBy: 'mentor' },
  ...{ proposals: [new Date('2026-11-30T09:00:00Z')], startsAt: null },
  ...{ calendarUid: null, calendarSequence: 0, timesMoved: 0 },
  ...{ minutes: 45, mode: 'online', place: null },
}
const planned: Plan = { ...proposed, state: 'planned', startsAt: new Date('2026-11-23T23:30:00Z') }
const on = (today: string, more: Partial<PairFacts> = {}) =>
  pairReminder({ ...facts, today, ...more })

describe('a pair', () => {
  test('that has agreed and planned nothing is reminded, both of it, since they agreed or last met', () => {
    const both = ['mentor', 'mentee']
    const reminder = { kind: 'plan', participantIds: both, since: '2026-11-02', days: [3, 7, 14] }
    expect(on('2026-11-22', { agreedOn: '2026-11-02' })).toMatchObject(reminder)
    expect(on('2026-11-22')).toBeNull()
    const rules = { ...sheffield.rules, sessionsPerPair: 3 }
    const several = { protocol: { ...sheffield, rules }, agreedOn: '2026-11-02' }
    expect(on('2026-11-22', { ...several, heldOn: ['2026-11-10', null] })).toMatchObject({
      since: '2026-11-10',
    })
    const cancelled = { agreedOn: '2026-11-02', changedOn: '2026-11-21' }
    expect(on('2026-11-22', cancelled)).toMatchObject({ since: '2026-11-21' })
    expect(on('2026-11-22', { agreedOn: '2026-11-02', heldOn: ['2026-11-10'] })).toBeNull()
  })

  test('with times proposed: who has to answer is reminded once, three days later', () => {
    const reminder = { kind: 'answer', participantIds: ['mentee'], since: '2026-11-20', days: [3] }
    expect(on('2026-11-22', { plan: proposed, proposedOn: '2026-11-20' })).toMatchObject(reminder)
  })

  test('whose proposed times have all passed is reminded to plan, as if nothing were proposed', () => {
    const times = { plan: proposed, proposedOn: '2026-11-28', agreedOn: '2026-11-02' }
    expect(on('2026-11-30', times)).toMatchObject({ kind: 'answer' })
    const plan = { kind: 'plan', participantIds: ['mentor', 'mentee'], since: '2026-11-30' }
    expect(on('2026-12-01', times)).toMatchObject(plan)
  })

  test('is told on the day before that it is tomorrow, by London’s days', () => {
    const tomorrow = { kind: 'tomorrow', participantIds: ['mentor', 'mentee'] }
    expect(on('2026-11-21', { plan: planned })).toBeNull()
    expect(on('2026-11-22', { plan: planned })).toMatchObject(tomorrow)
    expect(on('2026-11-22', { plan: planned, changedOn: '2026-11-22' })).toBeNull()
    expect(on('2026-11-23', { plan: planned })).toBeNull()
    const afterMidnight = { ...planned, startsAt: new Date('2026-07-23T23:30:00Z') }
    expect(on('2026-07-23', { plan: afterMidnight })).toMatchObject(tomorrow)
  })

  test('is asked afterwards to record it; another time is another reminder', () => {
    const one = on('2026-11-24', { plan: planned })
    expect(one).toMatchObject({ kind: 'record', since: '2026-11-23', days: [1] })
    const moved = { ...planned, startsAt: new Date('2026-11-23T20:00:00Z') }
    expect(on('2026-11-24', { plan: moved })?.about).not.toBe(one?.about)
  })
})
