import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { canWithdraw, lastPhaseOf, phasesToChoose, progressOf, promisedEffect } from './rules.ts'

const progress = (opened: readonly number[], state = 'open') =>
  progressOf(
    { protocol: sheffield, state },
    [1, 3, 4, 5].map((stage) => ({ stage, state: opened.includes(stage) ? 'open' : 'not_open' })),
  )

describe('the last phase', () => {
  test.each([
    { opened: [], mentor: 0, mentee: 0 },
    { opened: [1], mentor: 1, mentee: 0 },
    { opened: [1, 3], mentor: 1, mentee: 0 },
    { opened: [1, 3, 4], mentor: 2, mentee: 2 },
  ])('of a mentor is $mentor, of a mentee $mentee, once $opened were open', (one) => {
    expect(lastPhaseOf(progress(one.opened), 'mentor')).toBe(one.mentor)
    expect(lastPhaseOf(progress(one.opened), 'mentee')).toBe(one.mentee)
  })

  test('is the last that there is once the programme is closed', () => {
    expect(lastPhaseOf(progress([], 'closed'), 'mentee')).toBe(2)
  })

  test('can be an earlier one, but none that was not reached', () => {
    expect(phasesToChoose(1)).toEqual([0, 1])
  })
})

test.each([
  { state: 'agreed', outcome: null },
  { state: 'invited', outcome: 'withdrawal.not_agreed' },
  { state: 'declined', outcome: 'withdrawal.not_agreed' },
  { state: 'withdrawn', outcome: 'withdrawal.done_already' },
] as const)('whoever is $state and withdraws: $outcome', ({ state, outcome }) => {
  const allowed = canWithdraw(state)
  expect(allowed.ok ? null : allowed.problem.kind).toBe(outcome)
})

test('without a consent nothing is deleted, for nothing was promised', () => {
  expect(promisedEffect(null)).toBe('stop')
})
