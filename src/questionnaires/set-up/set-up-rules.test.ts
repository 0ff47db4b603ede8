import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { openingProblems, openingWarnings, type SetUpFacts, setUpTasks } from './set-up-rules.ts'

const facts = (change: Partial<SetUpFacts> = {}): SetUpFacts => ({
  programme: {
    ...{ programmeId: 'p', name: 'Northgate', site: null, state: 'setting_up' },
    ...{ version: 1, sha256: '00', isLocked: false, protocol: sheffield, protocolText: '' },
  },
  source: sheffield,
  consentVersion: null,
  hasGovernance: false,
  people: { mentor: 6, mentee: 5 },
  withoutEmail: 0,
  staffRoles: ['lead', 'facilitator', 'researcher'],
  ...change,
})

const statusOf = (change: Partial<SetUpFacts>, label: string) =>
  setUpTasks(facts(change))
    .flatMap(({ tasks }) => tasks)
    .find((task) => task.label.startsWith(label))?.status

describe('a task', () => {
  test('that the protocol filled in is done', () => {
    for (const label of ['Name', 'Protocol', 'Labels', 'Rules', 'Domains', 'Questions', 'Stages'])
      expect(statusOf({}, label)).toBe('completed')
  })

  test('is open until there is something: consent, governance, people', () => {
    expect(statusOf({}, 'Information sheet')).toBe('incomplete')
    expect(statusOf({ consentVersion: 1 }, 'Information sheet')).toBe('completed')
    expect(statusOf({}, 'Governance')).toBe('incomplete')
    expect(statusOf({ hasGovernance: true }, 'Governance')).toBe('completed')
    expect(statusOf({ people: { mentor: 0, mentee: 5 } }, 'People')).toBe('incomplete')
    expect(statusOf({}, 'People')).toBe('completed')
  })

  test('that the protocol did not fill in does not say that it did', () => {
    const hints = (source: SetUpFacts['source']) =>
      setUpTasks(facts({ source })).flatMap(({ tasks }) => tasks.map(({ hint }) => hint))
    expect(hints(sheffield).filter((hint) => hint.includes('check it'))).toHaveLength(7)
    expect(hints(null).filter((hint) => hint.includes('check it'))).toEqual([])
  })
})

test('opening is held up by a group that is empty or smaller than k', () => {
  expect(openingProblems(facts())).toEqual([])
  expect(openingProblems(facts({ people: { mentor: 0, mentee: 4 } }))).toEqual([
    { kind: 'people.none', role: 'mentor' },
    { kind: 'people.fewer_than_k', role: 'mentee', n: 4, floor: 5 },
  ])
})

test('warnings name what is easily overlooked, and nothing when all is there', () => {
  expect(openingWarnings(facts({ staffRoles: ['lead'], withoutEmail: 2 }))).toEqual([
    { kind: 'usual_consent' },
    { kind: 'no_governance' },
    { kind: 'no_progression' },
    { kind: 'nobody_with_role', role: 'facilitator' },
    { kind: 'nobody_with_role', role: 'researcher' },
    { kind: 'without_email', n: 2 },
  ])
  const { programme } = facts()
  const protocol = {
    ...sheffield,
    progression: [{ criterion: 'recruitment', go: 80, stop: 50 } as const],
  }
  const ready = { consentVersion: 1, hasGovernance: true, programme: { ...programme, protocol } }
  expect(openingWarnings(facts(ready))).toEqual([])
})
