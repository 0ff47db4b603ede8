import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import { chooseFollowUps } from '../../protocol/content/follow-ups.ts'
import { openingInWords } from './opening-words.ts'
import { dueWave, type FollowUpFacts, wavesOf } from './rules.ts'

const protocol = succeeded(chooseFollowUps(sheffield, [3, 6, 12]))
const met = (pairId: string, heldOn: string | null) => ({ pairId, heldOn })
const pair = (pairId: string, hasEnded = false) => ({ pairId, hasEnded })
const window = (
  stage: number,
  state: 'not_open' | 'open' | 'closed',
  dates: { opensOn?: string; closesOn?: string } = {},
) => ({ stage, state, opensOn: null, closesOn: null, ...dates })

const facts: FollowUpFacts = {
  protocol,
  windows: [],
  pairs: [pair('P1'), pair('P2')],
  sessions: [met('P1', '2026-11-20'), met('P2', '2026-11-22')],
}
const wordsOf = (some: Partial<FollowUpFacts>) =>
  wavesOf({ ...facts, ...some }).map((wave) => openingInWords(wave))
const due = (some: Partial<FollowUpFacts>, today: string) =>
  dueWave(wavesOf({ ...facts, ...some }), today)

describe('a wave', () => {
  test('opens so many months after the last session, and can be answered for 28 days', () => {
    expect(due({}, '2027-02-21')).toBeNull()
    expect(due({}, '2027-02-22')).toEqual({ stage: 6, closesOn: '2027-03-22' })
    expect(due({}, '2027-04-01')).toEqual({ stage: 6, closesOn: '2027-04-29' })
  })

  test('waits for pairs that have not met, until nobody is asked about sessions any more', () => {
    const sessions = [met('P1', '2026-11-20')]
    expect(due({ sessions }, '2027-12-01')).toBeNull()
    const windows = [window(5, 'closed')]
    expect(due({ sessions, windows }, '2027-02-20')).toEqual({ stage: 6, closesOn: '2027-03-20' })
    const pairs = [pair('P1'), pair('P2', true)]
    expect(due({ sessions, pairs }, '2027-02-20')).toMatchObject({ stage: 6 })
  })

  test('waits for every session of a pair that meets several times', () => {
    const twice = { ...protocol, rules: { ...protocol.rules, sessionsPerPair: 2 } }
    expect(due({ protocol: twice }, '2027-12-01')).toBeNull()
    const sessions = [...facts.sessions, met('P1', '2026-12-04'), met('P2', '2026-12-05')]
    expect(due({ protocol: twice, sessions }, '2027-03-05')).toMatchObject({ stage: 6 })
  })

  test('never opens without the day of a session', () => {
    expect(due({ sessions: [], pairs: [] }, '2030-01-01')).toBeNull()
    expect(due({ sessions: [met('P1', null), met('P2', null)] }, '2030-01-01')).toBeNull()
  })

  test('waits until the one before it has closed', () => {
    const today = '2027-06-01'
    for (const first of [window(6, 'open'), window(6, 'not_open', { opensOn: '2027-07-01' })])
      expect(due({ windows: [first] }, today)).toBeNull()
    expect(due({ windows: [window(6, 'closed')] }, today)).toMatchObject({ stage: 7 })
  })

  test('is left to the lead who gave its day, or opened it', () => {
    const last = [window(6, 'closed'), window(7, 'closed')]
    const today = '2028-01-01'
    expect(due({ windows: last }, today)).toMatchObject({ stage: 8 })
    for (const given of [window(8, 'not_open', { opensOn: '2028-05-01' }), window(8, 'open')])
      expect(due({ windows: [...last, given] }, today)).toBeNull()
  })

  test('closes on the last day that the lead gave, unless that has passed', () => {
    const closing = (closesOn: string) =>
      due({ windows: [window(6, 'not_open', { closesOn })] }, '2027-02-22')?.closesOn
    expect(closing('2027-03-01')).toBe('2027-03-01')
    expect(closing('2027-01-01')).toBe('2027-03-22')
  })
})

describe('when a wave opens is said in words', () => {
  test('with the day as it looks now', () => {
    expect(wordsOf({ windows: [window(6, 'closed')] })).toEqual([
      null,
      'Opens by itself 6 months after the last session: about 22 May 2027',
      'Opens by itself 12 months after the last session: about 22 November 2027, once the follow-up before it has closed',
    ])
  })

  test('with what is to come first', () => {
    expect(wordsOf({ sessions: [met('P1', '2026-11-20')] })[0]).toBe(
      'Opens by itself 3 months after the last session: about 20 February 2027 or later, once every pair has met',
    )
    expect(wordsOf({ sessions: [] })[0]).toBe(
      'Opens by itself 3 months after the last session. No session has been recorded yet',
    )
  })

  test('with the day that the lead gave', () => {
    const windows = [window(6, 'not_open', { opensOn: '2027-03-01' })]
    expect(wordsOf({ windows })[0]).toBe('Opens on 1 March 2027, as planned by hand')
  })
})
