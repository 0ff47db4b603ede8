import { beforeAll, describe, expect, test } from 'vitest'
import { exampleStudy } from '../../../tests/support/example-study.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { KeptWindow } from '../model.ts'
import {
  adviceOnOpening,
  closed,
  dueMove,
  neverOpened,
  opened,
  planned,
  type WindowFacts,
} from './opening-rules.ts'

let protocol: Protocol
beforeAll(async () => {
  protocol = (await exampleStudy()).protocol
})

const today = '2026-11-22'
const facts = (
  window: Partial<KeptWindow> = {},
  programme: Partial<WindowFacts['programme']> = {},
): WindowFacts => ({
  programme: { state: 'open', version: 2, protocol, ...programme },
  window: { ...neverOpened(1), ...window },
  isWaitedFor: false,
  today,
})

describe('opening', () => {
  test('stamps the stage with the version in force and the day', () => {
    expect(opened(facts(), 'hand')).toEqual({
      ok: true,
      value: { ...neverOpened(1), state: 'open', opensOn: today, protocolVersion: 2 },
    })
  })

  test('again keeps the version of the time before, and forgets a day that has passed', () => {
    const before = { state: 'closed', closesOn: '2026-11-01', protocolVersion: 1 } as const
    expect(opened(facts(before), 'hand')).toMatchObject({
      value: { closesOn: null, protocolVersion: 2, earlierVersions: [1] },
    })
  })

  test.each([
    ['programme.not_open', { programme: { state: 'setting_up' } }],
    ['programme.closed', { programme: { state: 'closed' } }],
    ['stage.open_already', { window: { state: 'open' } }],
    ['stage.unknown', { window: { stage: 2 } }],
  ] as const)('is refused: %s', (kind, given) => {
    const asked = { window: {}, programme: {}, ...given }
    expect(opened(facts(asked.window, asked.programme), 'hand')).toEqual({
      ok: false,
      problem: { kind },
    })
  })

  test('by date happens on the day, and not where somebody closed the stage meanwhile', () => {
    expect(opened(facts({ opensOn: today }), 'date').ok).toBe(true)
    expect(opened(facts({ opensOn: '2026-11-23' }), 'date').ok).toBe(false)
    expect(opened(facts({ state: 'closed', opensOn: today }), 'date').ok).toBe(false)
  })
})

describe('closing', () => {
  test('by hand writes down the day', () => {
    expect(closed(facts({ state: 'open' }), 'hand')).toMatchObject({
      value: { state: 'closed', closesOn: today },
    })
  })

  test('by date waits until the last day is over', () => {
    const open = { state: 'open', protocolVersion: 1 } as const
    expect(closed(facts({ ...open, closesOn: today }), 'date').ok).toBe(false)
    expect(closed(facts({ ...open, closesOn: '2026-11-21' }), 'date')).toMatchObject({
      value: { state: 'closed', closesOn: '2026-11-21' },
    })
  })

  test('needs an open stage', () => {
    expect(closed(facts(), 'hand')).toMatchObject({ problem: { kind: 'stage.not_open' } })
  })
})

describe('what is due', () => {
  test('is opened from its day on and closed after its last day', () => {
    const planned = { ...neverOpened(1), opensOn: '2026-11-20', closesOn: '2026-11-25' }
    expect(dueMove(planned, '2026-11-19')).toBeNull()
    expect(dueMove(planned, '2026-11-20')).toBe('open')
    expect(dueMove({ ...planned, state: 'open' }, '2026-11-25')).toBeNull()
    expect(dueMove({ ...planned, state: 'open' }, '2026-11-26')).toBe('close')
  })

  test('is nothing once the whole time has passed unopened', () => {
    const missed = { ...neverOpened(1), opensOn: '2026-11-01', closesOn: '2026-11-05' }
    expect(dueMove(missed, today)).toBeNull()
  })
})

describe('planning', () => {
  test.each([
    ['stage.opens_in_the_past', { opensOn: '2026-11-21', closesOn: null }],
    ['stage.closes_in_the_past', { opensOn: null, closesOn: '2026-11-21' }],
    ['stage.closes_before_it_opens', { opensOn: '2026-11-25', closesOn: '2026-11-24' }],
  ] as const)('is refused: %s', (kind, dates) => {
    expect(planned(facts(), dates)).toEqual({ ok: false, problem: { kind } })
  })

  test('of an open stage changes the day it closes on, and no other', () => {
    const open = { state: 'open', opensOn: '2026-11-01', protocolVersion: 1 } as const
    const dates = { opensOn: '2027-01-01', closesOn: '2026-12-01' }
    expect(planned(facts(open), dates)).toMatchObject({
      value: { state: 'open', opensOn: '2026-11-01', closesOn: '2026-12-01' },
    })
  })

  test('is possible before the programme opens, and not after a stage has closed', () => {
    const dates = { opensOn: today, closesOn: today }
    expect(planned(facts({}, { state: 'setting_up' }), dates).ok).toBe(true)
    expect(planned(facts({ state: 'closed' }), dates)).toMatchObject({
      problem: { kind: 'stage.closed_already' },
    })
  })
})

test('advice names the earlier stages that are open or were never open', () => {
  const windows = [{ ...neverOpened(1), state: 'open' } as const]
  expect(adviceOnOpening(protocol, windows, 4).map(({ kind, stage }) => [kind, stage])).toEqual([
    ['earlier_open', 1],
    ['earlier_skipped', 3],
  ])
  expect(adviceOnOpening(protocol, windows, 1)).toEqual([])
})
