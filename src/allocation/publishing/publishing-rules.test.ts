import { expect, test } from 'vitest'
import { everybodyIsThere } from './publishing-rules.ts'

test('pairs are published unless one of them was asked to end after they were drawn', () => {
  const drawn = { mentorId: 'M1', menteeId: 'C1' }
  const people = { mentors: ['M1', 'M2'], mentees: ['C1'] }
  const participants = ['M1', 'M2', 'C1'].map((participantId) => ({
    ...{ participantId, state: 'agreed' as const },
  }))
  const kindFor = (mentorId: string, hasExited: boolean): string => {
    const ended = { pairId: 'P', label: 'P1', drawNumber: 1, hasEnded: true, hasExited }
    const pairs = [{ ...drawn, mentorId, ...ended }]
    const found = everybodyIsThere({ participants, pairs }, [drawn], people)
    return found.ok ? 'ready' : found.problem.kind
  }
  expect(kindFor('M1', true)).toBe('allocation.ended_since')
  expect([kindFor('M2', true), kindFor('M1', false)]).toEqual(['ready', 'ready'])
})
