import { expect, test } from 'vitest'
import { builtIn, sheffield } from '../../../tests/support/protocols.ts'
import type { Protocol } from '../../protocol/model.ts'
import { sessionStagesOf } from './session-stages.ts'

test('the questionnaire after the session opens once the pair has met', () => {
  expect(sessionStagesOf(sheffield)).toEqual([{ stage: 5, afterSessions: 1 }])
})

test('of six sessions in two steps, the half-way questionnaire comes after three and the last after six', () => {
  expect(sessionStagesOf(builtIn('reciprocal-edi'))).toEqual([
    { stage: 2, afterSessions: 3 },
    { stage: 3, afterSessions: 6 },
  ])
})

const withSteps = (steps: Protocol['steps']): Protocol => ({ ...sheffield, steps })

test('without a session, without a questionnaire after it, or before a follow-up wave nothing opens', () => {
  const { steps } = sheffield
  const sessionAt = steps.findIndex(({ kind }) => kind === 'session')
  expect(sessionStagesOf(withSteps(steps.filter(({ kind }) => kind !== 'session')))).toEqual([])
  expect(sessionStagesOf(withSteps(steps.slice(0, sessionAt + 1)))).toEqual([])
  const waves = steps.map((step) =>
    step.kind === 'questionnaire' && step.stage === 5
      ? { ...step, followUpMonths: 3 as const }
      : step,
  )
  expect(sessionStagesOf(withSteps(waves))).toEqual([])
})
