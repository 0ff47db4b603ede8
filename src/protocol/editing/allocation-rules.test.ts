import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { textOfProtocol } from '../changing/change-protocol.ts'
import { differencesBetween } from '../differences/differences.ts'
import type { Protocol } from '../model.ts'
import { parseProtocol } from '../rules.ts'
import { ruleLines } from '../wording/rule-lines.ts'
import { allocationRulesOf, withAllocationRules } from './allocation-rules.ts'

const changed = (
  form: Partial<ReturnType<typeof allocationRulesOf>>,
  protocol: Protocol = sheffield,
) => withAllocationRules(protocol, { ...allocationRulesOf(protocol), ...form })

const withRules = (rules: Partial<Protocol['rules']>): Protocol => ({
  ...sheffield,
  rules: { ...sheffield.rules, ...rules },
})

const chosen = {
  menteeVetoes: '2',
  menteesPerMentor: '3',
  mentorsPerMentee: '1',
  preferences: 'fairest',
  afterDeparture: 'draw_again',
} as const
const set = {
  menteeVetoes: 2,
  menteesPerMentor: 3,
  preferences: 'fairest',
  afterDeparture: 'draw_again',
} as const

describe('the rules about the draw', () => {
  test('become those that are chosen, and what goes back to the usual is left out', () => {
    const result = changed(chosen)
    expect(result).toEqual({ ok: true, value: withRules(set).rules })
    const back = changed(allocationRulesOf(sheffield), withRules(set))
    expect(back).toEqual({
      ok: true,
      value: { ...sheffield.rules, afterDeparture: 'free_mentor' },
    })
  })

  test('stay as they are where the form does not send them', () => {
    const nothing = {
      menteeVetoes: '',
      menteesPerMentor: '',
      mentorsPerMentee: '',
      preferences: '',
      afterDeparture: '',
    } as const
    const protocol = withRules(set)
    expect(changed(nothing, protocol)).toEqual({ ok: true, value: protocol.rules })
  })

  test('stay out of a protocol that draws no pairs', () => {
    const steps = sheffield.steps.filter(({ kind }) => kind === 'questionnaire')
    const protocol = { ...sheffield, steps }
    expect(allocationRulesOf(protocol).menteeVetoes).toBe('')
    expect(changed(chosen, protocol)).toEqual({ ok: true, value: protocol.rules })
    expect(ruleLines(protocol).map(({ name }) => name)).not.toContain('Vetoes of each mentee')
  })

  test('are not several for both groups: both fields say so', () => {
    const result = changed({ menteesPerMentor: '2', mentorsPerMentee: '2' })
    const errors = result.ok ? {} : result.problem.errors
    expect(Object.keys(errors)).toEqual(['menteesPerMentor', 'mentorsPerMentee'])
    expect(errors.mentorsPerMentee).toContain('not for both')
  })

  test.each([
    ['menteeVetoes', '4'],
    ['menteeVetoes', 'some'],
    ['menteesPerMentor', '0'],
    ['mentorsPerMentee', '6'],
  ])('%s is never %j', (field, value) => {
    const result = changed({ [field]: value })
    expect(result.ok ? [] : Object.keys(result.problem.errors)).toEqual([field])
  })

  test('are read in words, and a change of them in a sentence', () => {
    const lines = new Map(ruleLines(withRules(set)).map(({ name, value }) => [name, value]))
    expect(lines.get('Vetoes of each mentee')).toBe('up to 2')
    expect(lines.get('Mentees of each mentor')).toBe('up to 3, as they offer')
    expect(lines.get('Ranks that each mentor gives')).toBe('nobody far down their list')
    expect(differencesBetween(sheffield, withRules({ menteeVetoes: 1 }))).toEqual([
      'Vetoes of each mentee: it was “none” and is “up to 1”.',
    ])
  })
})

test('a protocol with several partners on both sides is refused, and says which rules', () => {
  const both = withRules({ menteesPerMentor: 2, mentorsPerMentee: 2 })
  expect(parseProtocol(textOfProtocol(both))).toEqual({
    ok: false,
    problem: {
      kind: 'protocol.faulty',
      faults: [{ kind: 'both_capacities', path: 'rules.mentorsPerMentee' }],
    },
  })
})
