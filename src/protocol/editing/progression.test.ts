import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { progressionOf, withProgression } from './progression.ts'

const { progression: _, ...bare } = sheffield
const set = (form: Partial<ReturnType<typeof progressionOf>>) =>
  withProgression(bare, { ...progressionOf(bare), ...form })

test('a criterion with its two numbers is kept, and comes back in the form', () => {
  const result = set({
    recruitmentGo: '70',
    recruitmentStop: '50 %',
    sessionsHeldGo: '100',
    sessionsHeldStop: '0',
  })
  if (!result.ok) throw new Error(result.problem.kind)
  expect(result.value.progression).toEqual([
    { criterion: 'recruitment', go: 70, stop: 50 },
    { criterion: 'sessions_held', go: 100, stop: 0 },
  ])
  expect(progressionOf(result.value)).toMatchObject({
    recruitmentGo: '70',
    sessionsHeldStop: '0',
    retentionGo: '',
  })
})

test('with all fields empty the protocol has no criteria', () => {
  expect(set({})).toEqual({ ok: true, value: bare })
})

describe('refused are', () => {
  test.each([
    [{ retentionGo: '80' }, { retentionStop: 'Enter a whole number from 0 to 99' }],
    [{ retentionStop: '80' }, { retentionGo: 'Enter a whole number from 1 to 100' }],
    [
      { retentionGo: '101', retentionStop: '5' },
      { retentionGo: 'Enter a whole number from 1 to 100' },
    ],
    [
      { completionGo: '60', completionStop: '61' },
      { completionStop: 'Enter 60 or less: not more than for going on' },
    ],
  ])('%j', (form, errors) => {
    expect(set(form)).toEqual({ ok: false, problem: { kind: 'protocol.unfit_fields', errors } })
  })
})
