import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import type { Participant, ParticipantState } from '../../people/model.ts'
import {
  decideWillingness,
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
const three = [mentee('a'), mentee('b'), mentee('c')]
const rules = (change: Partial<typeof sheffield.rules> = {}) => ({ ...sheffield.rules, ...change })
const decide = (replies: Record<string, string>, minimumWilling = 2) =>
  decideWillingness(three, new Map(Object.entries(replies)), rules({ minimumWilling }))

describe('what a mentor says', () => {
  test('is kept for everybody, yes and no', () => {
    const decided = decide({ a: 'yes', b: 'no', c: 'yes' })
    expect(decided.ok && [...decided.value]).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ])
  })

  test('is not taken for granted: whoever is not answered about is named', () => {
    expect(decide({ a: 'yes', b: 'perhaps' })).toEqual({
      ok: false,
      problem: { kind: 'willingness.unanswered', mentees: ['b', 'c'] },
    })
  })

  test('with fewer than the minimum is refused, and nobody at all is allowed', () => {
    expect(decide({ a: 'yes', b: 'no', c: 'no' })).toMatchObject({
      problem: { kind: 'willingness.too_few', willing: 1, minimum: 2 },
    })
    expect(decide({ a: 'no', b: 'no', c: 'no' }).ok).toBe(true)
  })

  test('needs everybody where there are fewer people than the minimum', () => {
    expect(decide({ a: 'yes', b: 'yes', c: 'no' }, 9)).toMatchObject({ problem: { minimum: 3 } })
    expect(decide({ a: 'yes', b: 'yes', c: 'yes' }, 9).ok).toBe(true)
  })
})

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
      isDrawn: false,
      ...change,
    })

  test('from the opening of the stage that asks, and on after it has closed', () => {
    expect(standing({ windows: [] })).toBe('not_open')
    expect(standing({ windows: [{ stage: 3, state: 'open' }] })).toBe('not_open')
    expect(standing({})).toBe('open')
    expect(standing({ windows: [{ stage: 1, state: 'closed' }] })).toBe('open')
  })

  test('until the draw, or the end of the programme', () => {
    expect(standing({ isDrawn: true })).toBe('final')
    expect(standing({ programme: 'closed' })).toBe('final')
  })

  test('only who has agreed and stayed', () => {
    expect(standing({ mentor: 'invited' })).toBe('invited')
    expect(standing({ mentor: 'withdrawn', isDrawn: true })).toBe('withdrawn')
  })

  test('never in a programme that does not ask', () => {
    const steps = sheffield.steps.map((step) =>
      step.kind === 'questionnaire' ? { ...step, willingness: false } : step,
    )
    expect(standing({ protocol: { ...sheffield, steps } })).toBe('not_asked')
  })
})
