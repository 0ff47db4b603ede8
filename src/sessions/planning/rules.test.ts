import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import type { Plan } from './model.ts'
import { countPlans } from './plan-counts.ts'
import { sentenceOfPlanningProblem } from './problems.ts'
import {
  cancelledPlan,
  decideAcceptance,
  decideCancellation,
  decideMove,
  decideProposal,
  type PairNow,
  type Proposed,
} from './rules.ts'
import { sessionStand } from './session-stand.ts'

const now = new Date('2026-11-22T09:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const meeting = { minutes: 45, mode: 'face_to_face', place: 'Library' } as const
const pair: PairNow = {
  ...{ pairId: 'pair', role: 'mentee', protocol: sheffield, plan: null, held: 0, now },
}
const times = [inDays(2), inDays(3)]
const proposal: Proposed = { planId: 'one', instead: null, times, meeting }

const proposed = succeeded(decideProposal(pair, proposal))
const asMentor: PairNow = { ...pair, role: 'mentor', plan: proposed }
const acceptance = { planId: 'one', startsAt: inDays(3), uid: 'uid' }
const planned = succeeded(decideAcceptance(asMentor, acceptance))
const withPlan = (plan: Plan, more: Partial<PairNow> = {}): PairNow => ({ ...pair, plan, ...more })

const refusal = (outcome: ReturnType<typeof decideProposal>) => {
  if (outcome.ok) throw new Error('It was not refused.')
  expect(sentenceOfPlanningProblem(outcome.problem)).toMatch(/^[A-Z]/)
  return outcome.problem
}

describe('a session', () => {
  test('is proposed, planned, moved and cancelled under one entry of the calendar', () => {
    expect(proposed).toMatchObject({ state: 'proposed', proposedBy: 'mentee', calendarUid: null })
    expect(planned).toMatchObject({
      ...{ state: 'planned', startsAt: inDays(3), proposals: [] },
      ...{ calendarUid: 'uid', calendarSequence: 0, timesMoved: 0 },
    })
    const move = { planId: 'one', startsAt: inDays(4), meeting }
    const moved = succeeded(decideMove(withPlan(planned), move))
    expect(moved).toMatchObject({ calendarUid: 'uid', calendarSequence: 1, timesMoved: 1 })
    const again = { ...move, meeting: { ...meeting, place: 'Room 4' } }
    const movedAgain = succeeded(decideMove(withPlan(moved, { role: 'mentor' }), again))
    expect(movedAgain).toMatchObject({ calendarSequence: 2, timesMoved: 2, place: 'Room 4' })
    expect(succeeded(decideCancellation(withPlan(movedAgain), 'one'))).toMatchObject({
      ...{ state: 'cancelled', calendarUid: 'uid', calendarSequence: 3, timesMoved: 2 },
    })
  })

  test('can be moved on when its time has passed', () => {
    const later = withPlan(planned, { now: inDays(5) })
    const move = { planId: 'one', startsAt: inDays(6), meeting }
    expect(decideMove(later, move).ok).toBe(true)
  })

  test('that is proposed anew takes the place of what was proposed, by either of the two', () => {
    const instead = { ...proposal, planId: 'two', instead: 'one' }
    const other = succeeded(decideProposal(asMentor, instead))
    expect(other).toMatchObject({ planId: 'two', proposedBy: 'mentor' })
    const stale = decideAcceptance(withPlan(other), acceptance)
    expect(refusal(stale)).toEqual({ kind: 'planning.changed' })
  })

  test('is not proposed in place of times that were proposed meanwhile and not seen', () => {
    const unseen = { ...proposal, planId: 'two' }
    const kinds = [asMentor, withPlan(proposed)].map((one) => refusal(decideProposal(one, unseen)))
    expect(kinds).toEqual(kinds.map(() => ({ kind: 'planning.proposed_meanwhile' })))
    expect(decideProposal(pair, { ...unseen, instead: 'gone' }).ok).toBe(true)
  })

  test('is planned again after it was held, while the protocol has more of them', () => {
    const one = { ...pair, held: 1 }
    expect(refusal(decideProposal(one, proposal))).toEqual({ kind: 'planning.all_held' })
    const rules = { ...sheffield.rules, sessionsPerPair: 2 }
    expect(decideProposal({ ...one, protocol: { ...sheffield, rules } }, proposal).ok).toBe(true)
  })

  test.each([
    ['by whoever proposed it', withPlan(proposed), acceptance, 'planning.own_proposal'],
    ['twice', withPlan(planned), acceptance, 'planning.changed'],
    ['at another time', asMentor, { ...acceptance, startsAt: inDays(5) }, 'planning.changed'],
    ['when its time has passed', { ...asMentor, now: inDays(3) }, acceptance, 'times.have_passed'],
  ] as const)('is not accepted %s', (_, one, given, kind) => {
    expect(refusal(decideAcceptance(one, given))).toMatchObject({ kind })
  })

  test.each([
    ['nothing', [], 'times.none'],
    ['six times', [1, 2, 3, 4, 5, 6], 'times.too_many'],
    ['what has passed', [1, 0], 'times.have_passed'],
    ['the same twice', [1, 2, 1], 'times.given_twice'],
    ['a time in two years', [1, 700], 'times.too_far'],
  ] as const)('is not proposed with %s', (_, days, kind) => {
    const times = days.map(inDays)
    expect(refusal(decideProposal(pair, { ...proposal, times }))).toMatchObject({ kind })
  })

  test('names the time that is wrong', () => {
    const problem = refusal(decideProposal(pair, { ...proposal, times: [1, 2, 1].map(inDays) }))
    expect(problem).toEqual({ kind: 'times.given_twice', at: 2 })
  })

  test.each([14, 61, 45.5, Number.NaN])('does not take %d minutes', (minutes) => {
    const other = { ...proposal, meeting: { ...meeting, minutes } }
    expect(refusal(decideProposal(pair, other))).toEqual({
      ...{ kind: 'planning.no_such_length', least: 15, most: 60 },
    })
  })

  test('is not moved to where it is, and not proposed once it is planned', () => {
    const same = { planId: 'one', startsAt: inDays(3), meeting }
    const kinds = [decideMove(withPlan(planned), same), decideProposal(asPlanned, proposal)]
    expect(kinds.map((one) => refusal(one).kind)).toEqual([
      'calendar.nothing_changes',
      'planning.planned_already',
    ])
  })

  test('that is only proposed is neither moved nor cancelled', () => {
    const move = { planId: 'one', startsAt: inDays(4), meeting }
    expect(refusal(decideMove(withPlan(proposed), move)).kind).toBe('planning.changed')
    expect(refusal(decideCancellation(withPlan(proposed), 'one')).kind).toBe('planning.changed')
  })
})

const asPlanned = withPlan(planned)
const standOf = (one: PairNow, earlierPlans: readonly Plan[] = []) =>
  sessionStand({ ...one, earlierPlans })

describe('where one of a pair stands', () => {
  test.each([
    ['nothing_planned', pair],
    ['own_proposal', withPlan(proposed)],
    ['to_answer', asMentor],
    ['planned', asPlanned],
    ['to_record', { ...asPlanned, now: inDays(3) }],
    ['all_held', { ...pair, held: 1 }],
  ] as const)('%s', (kind, one) => {
    expect(standOf(one).kind).toBe(kind)
  })

  test('says when no time is left', () => {
    expect(standOf(asMentor)).toMatchObject({ hasTimeLeft: true })
    expect(standOf({ ...asMentor, now: inDays(3) })).toMatchObject({ hasTimeLeft: false })
  })

  test('says that what was planned was cancelled, while there is nothing else', () => {
    const standAfter = (plan: Plan, held = 0) => standOf({ ...pair, held }, [plan])
    expect(standAfter(cancelledPlan(planned))).toMatchObject({ wasCancelled: true })
    expect(standAfter(cancelledPlan(proposed))).toMatchObject({ wasCancelled: false })
    expect(standAfter(cancelledPlan(planned), 1).kind).toBe('all_held')
  })
})

test('planned, moved and cancelled are counted; what was only proposed is not', () => {
  const moved = { ...planned, pairId: 'other', timesMoved: 2 }
  const plans = [cancelledPlan(planned), cancelledPlan(proposed), proposed, moved]
  expect(countPlans(plans)).toEqual({ planned: 2, moved: 2, cancelled: 1 })
})
