import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import type { Participant, ParticipantState } from '../../people/model.ts'
import {
  menteesFor,
  offeredMentees,
  type WillingStanding,
  willingStanding,
} from './willing-rules.ts'

const mentee = (participantId: string, isSupervisor = false) => ({
  participantId,
  name: `Dr ${participantId}`,
  isSupervisor,
})
const rules = (change: Partial<typeof sheffield.rules> = {}) => ({ ...sheffield.rules, ...change })

describe('who is asked about', () => {
  const person = (participantId: string, state: ParticipantState): Participant => ({
    ...{ programmeId: 'p', participantId, role: 'mentee', name: participantId },
    ...{ email: null, permanentId: null, state, leftAfterPhase: null },
  })

  test('is every mentee who may still take part, the own supervisor marked', () => {
    const participants = [
      person('a', 'invited'),
      person('b', 'agreed'),
      person('c', 'declined'),
      person('d', 'withdrawn'),
    ]
    const supervisions = [
      { mentorId: 'me', menteeId: 'b' },
      { mentorId: 'somebody else', menteeId: 'a' },
    ]
    const found = menteesFor({ mentorId: 'me', participants, supervisions })
    expect(found.map((one) => [one.participantId, one.isSupervisor])).toEqual([
      ['a', false],
      ['b', true],
    ])
  })

  test('leaves the own supervisor out under the rule forbid alone', () => {
    const mentees = [mentee('a'), mentee('b', true)]
    const offered = (supervisor: 'ask' | 'avoid' | 'forbid') =>
      offeredMentees(mentees, rules({ supervisor })).length
    expect([offered('ask'), offered('avoid'), offered('forbid')]).toEqual([2, 2, 1])
  })
})

describe('when a mentor is asked', () => {
  const standing = (change: Partial<Parameters<typeof willingStanding>[0]>): WillingStanding =>
    willingStanding({
      mentor: 'agreed',
      programme: 'open',
      protocol: sheffield,
      windows: [{ stage: 1, state: 'open' }],
      lock: null,
      hasSaid: true,
      ...change,
    })

  test('from the opening of the stage that asks, and on after it has closed', () => {
    expect(standing({ windows: [] })).toBe('not_open')
    expect(standing({ windows: [{ stage: 3, state: 'open' }] })).toBe('not_open')
    expect(standing({})).toBe('open')
    expect(standing({ windows: [{ stage: 1, state: 'closed' }] })).toBe('open')
  })

  test('until it is closed for the draw, or the programme ends', () => {
    expect(standing({ lock: 'being_drawn' })).toBe('final')
    expect(standing({ programme: 'closed', lock: 'over' })).toBe('final')
  })

  test('only who has agreed and stayed', () => {
    expect(standing({ mentor: 'invited' })).toBe('invited')
    expect(standing({ mentor: 'withdrawn', lock: 'drawn' })).toBe('withdrawn')
  })

  test('never in a programme that does not ask', () => {
    const steps = sheffield.steps.map((step) =>
      step.kind === 'questionnaire' ? { ...step, willingness: false } : step,
    )
    expect(standing({ protocol: { ...sheffield, steps } })).toBe('not_asked')
  })

  test('is open once more for whoever has said nothing when pairs have been told', () => {
    const late = { lock: 'published', hasSaid: false } as const
    expect(standing(late)).toBe('open')
    expect(standing({ ...late, hasSaid: true })).toBe('final')
    expect(standing({ ...late, lock: 'being_drawn' })).toBe('final')
    expect(standing({ ...late, lock: 'chosen' })).toBe('final')
    expect(standing({ ...late, programme: 'closed' })).toBe('final')
  })
})
