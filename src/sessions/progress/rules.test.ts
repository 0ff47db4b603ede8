import { describe, expect, test } from 'vitest'
import { heldSession } from '../../../tests/support/held-session.ts'
import type { StoredPair } from '../../allocation/store.ts'
import type { Plan } from '../planning/model.ts'
import type { PairProgress } from './model.ts'
import { countProgress, nextNudge, type PairsFacts, pairsProgress, pairsToNudge } from './rules.ts'

const now = new Date('2026-11-22T12:00:00Z')
const rulesSha256 = 'a'.repeat(64)

const pair = (number: number, changes: Partial<StoredPair> = {}): StoredPair => ({
  ...{ pairId: `pair ${number}`, label: `P${number}`, drawNumber: 1 },
  ...{ mentorId: `mentor ${number}`, menteeId: `mentee ${number}` },
  ...{ hasEnded: false, hasExited: false, ...changes },
})

const agreed = (number: number, who: readonly ('mentor' | 'mentee')[] = ['mentor', 'mentee']) =>
  who.map((role) => ({
    ...{ pairId: `pair ${number}`, participantId: `${role} ${number}` },
    ...{ rulesSha256, agreedOn: '2026-11-01' },
  }))

const plan = (number: number, changes: Partial<Plan> = {}): Plan => ({
  ...{ planId: `plan ${number}`, pairId: `pair ${number}`, state: 'planned', proposals: [] },
  ...{ proposedBy: 'mentee', startsAt: new Date('2026-11-30T10:00:00Z'), minutes: 60 },
  ...{ mode: 'online', place: null, calendarUid: 'uid', calendarSequence: 0, timesMoved: 0 },
  ...changes,
})

const facts = (changes: Partial<PairsFacts>): PairsFacts => ({
  ...{ pairs: [pair(1)], agreements: [], plans: [], sessions: [], sessionsPerPair: 1 },
  ...{ rulesSha256, now, ...changes },
})

const pointOf = (changes: Partial<PairsFacts>) => pairsProgress(facts(changes))[0]?.point

describe('where a pair is', () => {
  test.each<[string, Partial<PairsFacts>, PairProgress['point']]>([
    ['nobody has agreed', {}, 'agree'],
    ['one has agreed', { agreements: agreed(1, ['mentor']) }, 'agree'],
    [
      'both agreed to other rules',
      { agreements: agreed(1).map((one) => ({ ...one, rulesSha256: 'b' })) },
      'agree',
    ],
    ['both have agreed', { agreements: agreed(1) }, 'plan'],
    [
      'times are proposed',
      { agreements: agreed(1), plans: [plan(1, { state: 'proposed', startsAt: null })] },
      'plan',
    ],
    ['a time is planned', { agreements: agreed(1), plans: [plan(1)] }, 'meet'],
    [
      'the time was cancelled',
      { agreements: agreed(1), plans: [plan(1, { state: 'cancelled' })] },
      'plan',
    ],
    [
      'the time has passed today: when exactly, it does not show',
      { agreements: agreed(1), plans: [plan(1, { startsAt: new Date('2026-11-22T00:00:00Z') })] },
      'meet',
    ],
    [
      'the time has passed on a day before, agreed or not',
      { plans: [plan(1, { startsAt: new Date('2026-11-21T22:30:00Z') })] },
      'record',
    ],
    ['a session is recorded', { sessions: [heldSession('pair 1')] }, 'done'],
    [
      'one of two is recorded',
      { sessions: [heldSession('pair 1')], sessionsPerPair: 2, agreements: agreed(1) },
      'plan',
    ],
    ['it came with a study and has not met', { pairs: [pair(1, { drawNumber: null })] }, 'plan'],
    [
      'it has ended after a session',
      { pairs: [pair(1, { hasEnded: true })], sessions: [heldSession('pair 1')] },
      'ended',
    ],
  ])('%s', (_, changes, point) => {
    expect(pointOf(changes)).toBe(point)
  })

  test('does not tell of whom the agreement is, when one of the two has given it', () => {
    const one = pairsProgress(facts({ agreements: agreed(1, ['mentor']) }))
    expect(one).toEqual(pairsProgress(facts({ agreements: agreed(1, ['mentee']) })))
    expect(one).toEqual(pairsProgress(facts({})))
  })

  test('left or exited, a pair that has ended looks the same', () => {
    const ended = (hasExited: boolean) =>
      pairsProgress(facts({ pairs: [pair(1, { hasEnded: true, hasExited })] }))
    expect(ended(true)).toEqual(ended(false))
  })

  test('is listed by the number of the label', () => {
    const progress = pairsProgress(facts({ pairs: [pair(10), pair(2), pair(1)] }))
    expect(progress.map(({ label }) => label)).toEqual(['P1', 'P2', 'P10'])
  })
})

test('counts are of the pairs of now; what was held, moved and cancelled is of all', () => {
  const all = facts({
    pairs: [pair(1), pair(2), pair(3), pair(4, { hasEnded: true })],
    agreements: [...agreed(1), ...agreed(2, ['mentee']), ...agreed(4)],
    plans: [
      ...[plan(1, { timesMoved: 2 }), plan(4, { state: 'cancelled', timesMoved: 1 })],
      plan(2, { state: 'cancelled', startsAt: null, calendarUid: null }),
    ],
    sessions: [heldSession('pair 3'), heldSession('pair 4')],
  })
  expect(countProgress(pairsProgress(all), all)).toEqual({
    ...{ pairs: 3, ended: 1, agreed: 1, planned: 1, done: 1 },
    ...{ sessions: 2, moved: 3, cancelled: 1 },
  })
})

describe('reminding', () => {
  const progress = pairsProgress(
    facts({ pairs: [pair(1), pair(2), pair(3)], agreements: agreed(3) }),
  )
  const nudging = { state: 'open', progress, nudges: [], today: '2026-11-22' } as const

  test('goes to all pairs at the point', () => {
    const there = pairsToNudge(nudging, 'agree')
    expect(there.ok && there.value.map(({ label }) => label)).toEqual(['P1', 'P2'])
  })

  test('is refused where nobody is, and while the programme is not open', () => {
    expect(pairsToNudge(nudging, 'record')).toEqual({
      ok: false,
      problem: { kind: 'nudge.nobody_is_there' },
    })
    for (const state of ['setting_up', 'closed'] as const) {
      expect(pairsToNudge({ ...nudging, state }, 'agree')).toEqual({
        ok: false,
        problem: { kind: 'nudge.programme_not_open' },
      })
    }
  })

  test.each([
    ['2026-11-22', '2026-11-25'],
    ['2026-11-20', '2026-11-23'],
    ['2026-11-19', null],
  ])('after a reminder on %s the next may go on %s', (day, next) => {
    const nudges = [
      { point: 'agree', day },
      { point: 'agree', day: '2026-11-01' },
    ] as const
    expect(nextNudge(nudges, { point: 'agree', today: '2026-11-22' })).toBe(next)
    expect(pairsToNudge({ ...nudging, nudges }, 'agree').ok).toBe(next === null)
    expect(pairsToNudge({ ...nudging, nudges }, 'plan').ok).toBe(true)
  })
})
