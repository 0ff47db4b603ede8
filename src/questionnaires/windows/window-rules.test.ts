import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import type { WindowState } from '../model.ts'
import { stageAccess } from './window-rules.ts'

/** Stages 1, 3, 4 and 5 are questionnaires. */
const access = (
  stage: number,
  states: Readonly<Record<number, WindowState>>,
  lateAnswers?: 'refuse' | 'until_next_stage',
) => {
  const windows = Object.entries(states).map(([at, state]) => ({ stage: Number(at), state }))
  const rules = lateAnswers === undefined ? sheffield.rules : { ...sheffield.rules, lateAnswers }
  return stageAccess({ protocol: { ...sheffield, rules }, windows, stage })
}

test('a stage that was never opened is not open', () => {
  expect(access(1, {})).toBe('not_open')
  expect(access(1, { 1: 'not_open', 3: 'open' })).toBe('not_open')
})

test('an open stage is open, whatever comes after it', () => {
  expect(access(1, { 1: 'open', 3: 'open' })).toBe('open')
})

describe('a stage that has closed', () => {
  test('takes nothing where the protocol says nothing about late answers, or refuses them', () => {
    expect(access(1, { 1: 'closed' })).toBe('closed')
    expect(access(1, { 1: 'closed' }, 'refuse')).toBe('closed')
  })

  test('takes late answers until the next questionnaire opens', () => {
    expect(access(1, { 1: 'closed' }, 'until_next_stage')).toBe('late')
    expect(access(1, { 1: 'closed', 3: 'not_open' }, 'until_next_stage')).toBe('late')
    expect(access(1, { 1: 'closed', 3: 'open' }, 'until_next_stage')).toBe('closed')
    expect(access(1, { 1: 'closed', 3: 'closed' }, 'until_next_stage')).toBe('closed')
  })

  test('takes late answers after the last questionnaire as long as the programme runs', () => {
    expect(access(5, { 5: 'closed' }, 'until_next_stage')).toBe('late')
  })
})
