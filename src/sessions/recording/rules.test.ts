import { describe, expect, test } from 'vitest'
import { heldSession } from '../../../tests/support/held-session.ts'
import type { Plan } from '../planning/model.ts'
import { mayRecord, planOnceHeld, planOnceTakenBack } from './rules.ts'

const plan = (startsOn: string, changed: Partial<Plan> = {}): Plan => ({
  ...{ planId: startsOn, pairId: 'pair', state: 'planned', proposedBy: 'mentee', proposals: [] },
  ...{ startsAt: new Date(`${startsOn}T12:00:00Z`), calendarUid: 'uid', calendarSequence: 0 },
  ...{ timesMoved: 0, minutes: 45, mode: 'online', place: null, ...changed },
})

const now = new Date('2026-12-10T09:00:00Z')
const notLast = { now, heldOn: '2026-12-10', isLast: false }
const last = { ...notLast, isLast: true }

describe('the plan of a session that is recorded', () => {
  test('was held if its day has come, an hour of today included', () => {
    for (const day of ['2026-12-09', '2026-12-10']) {
      expect(planOnceHeld(plan(day), notLast)?.state).toBe('held')
    }
  })

  test('stays planned if its day is to come and the pair may meet again', () => {
    expect(planOnceHeld(plan('2026-12-11'), notLast)).toBeNull()
  })

  test('is that of the next session if it is later today and they met on another day', () => {
    const yesterday = { heldOn: '2026-12-09' }
    expect(planOnceHeld(plan('2026-12-10'), { ...notLast, ...yesterday })).toBeNull()
    expect(planOnceHeld(plan('2026-12-10'), { ...last, ...yesterday })?.state).toBe('cancelled')
  })

  test('is cancelled, in calendars too, if its day is to come and they have met for the last time', () => {
    expect(planOnceHeld(plan('2026-12-11'), last)).toEqual(
      plan('2026-12-11', { state: 'cancelled', calendarSequence: 1 }),
    )
  })

  test('that is only proposed stays while they may meet again, and ends with the last session', () => {
    const unplanned = { startsAt: null, calendarUid: null }
    const proposed = plan('2026-12-09', { state: 'proposed', proposals: [now], ...unplanned })
    expect(planOnceHeld(proposed, notLast)).toBeNull()
    expect(planOnceHeld(proposed, last)).toEqual(
      plan('2026-12-09', { state: 'cancelled', ...unplanned }),
    )
    expect(planOnceHeld(null, last)).toBeNull()
  })
})

describe('the plan of a session that is taken back', () => {
  const held = (day: string) => plan(day, { state: 'held' })
  const session = heldSession('pair', { heldOn: '2026-12-01' })
  const later = heldSession('pair', { heldOn: '2026-12-08' })

  test('stands again, the one of its day', () => {
    const earlierPlans = [held('2026-12-08'), held('2026-12-01')]
    const pair = { plan: null, earlierPlans, sessions: [session, later] }
    expect(planOnceTakenBack(pair, session)).toEqual(plan('2026-12-01'))
    expect(planOnceTakenBack(pair, { ...session, heldOn: '2026-12-02' })?.planId).toBe('2026-12-08')
  })

  test('stays as it is where it is the plan of another session, or the pair plans anew', () => {
    const earlierPlans = [held('2026-12-08')]
    const without = { plan: null, earlierPlans, sessions: [session, later] }
    expect(planOnceTakenBack(without, session)).toBeNull()
    const anew = { plan: plan('2026-12-20'), earlierPlans, sessions: [later] }
    expect(planOnceTakenBack(anew, later)).toBeNull()
  })
})

test('a form that does not know of a session of the partner is not taken for another one', () => {
  const one = { sessions: [heldSession('pair')] }
  expect(mayRecord(one, { known: 1, most: 2 }).ok).toBe(true)
  expect(mayRecord(one, { known: 0, most: 2 })).toMatchObject({
    problem: { kind: 'recording.changed' },
  })
  expect(mayRecord(one, { known: 0, most: 1 })).toMatchObject({
    problem: { kind: 'recording.all_recorded' },
  })
})
