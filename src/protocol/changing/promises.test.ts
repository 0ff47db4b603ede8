import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import type { Protocol } from '../model.ts'
import type { ProgrammeState } from '../store.ts'
import { brokenPromise } from './promises.ts'

const afterAnswers = (next: Protocol) =>
  brokenPromise({
    ...{ programme: { state: 'open', protocol: sheffield }, isDrawing: false },
    ...{ asked: sheffield, next },
  })

describe('once people have answered', () => {
  const without: Readonly<Record<string, Protocol>> = {
    'Use of technology': { ...sheffield, domains: sheffield.domains.slice(1) },
    [sheffield.measures[0]?.label ?? '']: { ...sheffield, measures: sheffield.measures.slice(1) },
    [sheffield.items[0]?.label ?? '']: { ...sheffield, items: sheffield.items.slice(1) },
    [sheffield.characteristics[0]?.label ?? '']: {
      ...sheffield,
      characteristics: sheffield.characteristics.slice(1),
    },
    [sheffield.steps[0]?.title ?? '']: { ...sheffield, steps: sheffield.steps.slice(1) },
    'Extremely important': {
      ...sheffield,
      scales: sheffield.scales.map((scale) => ({
        ...scale,
        anchors: scale.anchors.filter(({ label }) => label !== 'Extremely important'),
      })),
    },
  }

  test.each(Object.entries(without))('“%s” stays', (label, next) => {
    expect(afterAnswers(next)).toMatchObject({ kind: 'protocol.asked_already', label })
  })

  test('a choice of a question stays, and so does the way in which it is answered', () => {
    const item = sheffield.items.find(({ kind }) => kind === 'single_choice')
    if (item?.kind !== 'single_choice') throw new Error('The protocol has no such question.')
    const put = (changed: typeof item | Protocol['items'][number]): Protocol => ({
      ...sheffield,
      items: sheffield.items.map((one) => (one.id === item.id ? changed : one)),
    })
    const { options, kind: _, ...question } = item
    const [, ...others] = options
    expect(afterAnswers(put({ ...item, options: others }))).toMatchObject({ id: item.id })
    expect(afterAnswers(put({ ...question, kind: 'free_text' }))).toMatchObject({ id: item.id })
    const more = [...options, { value: 'another', label: 'Another' }]
    expect(afterAnswers(put({ ...item, options: more }))).toBeNull()
  })

  test('words may change, and more may be asked', () => {
    const reworded: Protocol = {
      ...sheffield,
      domains: [
        ...sheffield.domains,
        { id: 'rota', label: 'Rota', prompts: { open: ['How?'], clarifying: [] } },
      ],
      measures: sheffield.measures.map((measure) => ({ ...measure, question: 'Otherwise?' })),
    }
    expect(afterAnswers(reworded)).toBeNull()
  })

  test('the anonymity floor is not lowered', () => {
    const withFloor = (anonymityFloor: number): Protocol => ({
      ...sheffield,
      rules: { ...sheffield.rules, anonymityFloor },
    })
    expect(afterAnswers(withFloor(4))).toEqual({ kind: 'protocol.floor_promised', floor: 5 })
    expect(afterAnswers(withFloor(6))).toBeNull()
  })
})

describe('progression criteria', () => {
  const next: Protocol = {
    ...sheffield,
    progression: [{ criterion: 'recruitment', go: 1, stop: 0 }],
  }
  const set = (state: 'setting_up' | 'open' | 'closed') =>
    brokenPromise({
      ...{ programme: { state, protocol: sheffield }, isDrawing: false },
      ...{ asked: null, next },
    })

  test('are set while the programme is being set up', () => {
    expect(set('setting_up')).toBeNull()
  })

  test.each(['open', 'closed'] as const)(
    'are fixed once it is %s, even before the first answer',
    (state) => {
      expect(set(state)).toEqual({ kind: 'protocol.criteria_fixed' })
    },
  )
})

describe('the rules of a draw', () => {
  const withRules = (rules: Partial<Protocol['rules']>): Protocol => ({
    ...sheffield,
    rules: { ...sheffield.rules, ...rules },
  })
  const changed = (
    rules: Partial<Protocol['rules']>,
    { isDrawing = true, state = 'open' as ProgrammeState, protocol = sheffield } = {},
  ) =>
    brokenPromise({
      ...{ programme: { state, protocol }, isDrawing, asked: null },
      next: withRules(rules),
    })

  test.each([
    { supervisor: 'forbid' },
    { menteeVetoes: 2 },
    { menteesPerMentor: 2 },
    { mentorsPerMentee: 2 },
    { preferences: 'fairest' },
  ] as const)('%j is not changed once the choices are closed', (rules) => {
    expect(changed(rules)).toEqual({ kind: 'protocol.draw_begun' })
    expect(changed(rules, { isDrawing: false })).toBeNull()
  })

  test('what happens when somebody leaves can still be settled', () => {
    expect(changed({ afterDeparture: 'draw_again', sessionsPerPair: 2 })).toBeNull()
  })

  test('vetoes that were offered are raised and not lowered, from the opening on', () => {
    const protocol = withRules({ menteeVetoes: 2 })
    const to = (menteeVetoes: number, state: ProgrammeState) =>
      changed({ menteeVetoes }, { isDrawing: false, protocol, state })
    expect(to(1, 'setting_up')).toBeNull()
    expect(to(3, 'open')).toBeNull()
    expect(to(1, 'open')).toEqual({ kind: 'protocol.vetoes_promised', vetoes: 2 })
    expect(changed({}, { isDrawing: false, protocol })).toMatchObject({ vetoes: 2 })
  })
})
