import { describe, expect, test } from 'vitest'
import { isNotSpokenAbout, progressOf } from './progress-rules.ts'
import { returnPath } from './return-path.ts'
import {
  changedList,
  changeIn,
  hindranceOf,
  type InterviewFacts,
  mayBeginSitting,
  mayReopen,
} from './rules.ts'
import { bandInWords, bandOf, minutesOf } from './time-bands.ts'

const ready: InterviewFacts = {
  programme: 'open',
  isInProtocol: true,
  mentors: 6,
  mentees: 5,
  interview: 'not_started',
  openSitting: null,
  hasVersions: false,
}
const today = '2026-11-22'
const begins = (facts: Partial<InterviewFacts>, sitting = {}) => {
  const begun = { heldOn: today, today, present: ['anna'], ...sitting }
  const allowed = mayBeginSitting({ ...ready, ...facts }, begun)
  return allowed.ok ? null : allowed.problem.kind
}

describe('a sitting', () => {
  test.each([
    [{}, null],
    [{ isInProtocol: false }, 'interview.not_in_protocol'],
    [{ programme: 'setting_up' }, 'programme.not_open'],
    [{ programme: 'closed' }, 'programme.closed'],
    [{ mentees: 0 }, 'interview.no_mentees'],
    [{ mentors: 0 }, 'interview.no_mentors'],
    [{ mentors: 1 }, null],
    [{ interview: 'ended' }, 'interview.ended'],
    [{ interview: 'open', openSitting: 1 }, 'sitting.open_already'],
    [{ interview: 'open' }, null],
  ] as const)('of an interview with %j: %s', (facts, problem) => {
    expect(begins(facts)).toBe(problem)
  })

  test('is held today or was held earlier', () => {
    expect(begins({}, { heldOn: '2026-11-23' })).toBe('sitting.in_the_future')
    expect(begins({}, { heldOn: '2026-10-01' })).toBeNull()
  })

  test('needs somebody in the room', () => {
    expect(begins({}, { present: [] })).toBe('attendance.nobody')
  })

  test('is hindered by nothing in a programme with people who have agreed', () => {
    expect(hindranceOf(ready)).toBeNull()
  })
})

test.each([
  [{ interview: 'ended' }, null],
  [{ interview: 'open' }, 'interview.not_ended'],
  [{ interview: 'ended', programme: 'closed' }, 'programme.closed'],
  [{ interview: 'ended', hasVersions: true }, 'interview.documents_out'],
] as const)('an interview with %j opens again: %s', (facts, problem) => {
  const allowed = mayReopen({ ...ready, ...facts })
  expect(allowed.ok ? null : allowed.problem.kind).toBe(problem)
})

describe('a list of ticks', () => {
  const known = ['anna', 'ben', 'chris']

  test('changes only what was changed on its page', () => {
    const change = changeIn({ before: ['anna'], after: ['anna', 'ben'] }, known)
    expect(change).toEqual({ added: ['ben'], removed: [] })
    expect(changedList(['chris'], change)).toEqual(['chris', 'ben'])
  })

  test('takes out who was ticked before', () => {
    const change = changeIn({ before: ['anna', 'ben'], after: ['ben'] }, known)
    expect(changedList(['anna', 'ben', 'chris'], change)).toEqual(['ben', 'chris'])
  })

  test('knows nobody who is not on it', () => {
    expect(changeIn({ before: ['eve'], after: ['zoe'] }, known)).toEqual({ added: [], removed: [] })
  })
})

describe('time in bands', () => {
  test.each([
    [0, 'under 15 minutes'],
    [899, 'under 15 minutes'],
    [900, '15 to 29 minutes'],
    [1799, '15 to 29 minutes'],
    [1800, '30 to 44 minutes'],
    [4 * 3600, '240 to 254 minutes'],
  ])('%i seconds are %s', (seconds, words) => {
    expect(bandInWords(bandOf(seconds))).toBe(words)
  })

  test('begins where the one before ends', () => {
    for (let seconds = 0; seconds < 20_000; seconds += 7) {
      const { from, to } = bandOf(seconds)
      expect(minutesOf(seconds)).toBeGreaterThanOrEqual(from)
      expect(minutesOf(seconds)).toBeLessThanOrEqual(to)
      expect(from % 15).toBe(0)
    }
  })
})

describe('a form leads', () => {
  const base = '/programmes/1'

  test.each([
    ['/programmes/1', '/programmes/1'],
    ['/programmes/1/interview?a=b#c', '/programmes/1/interview?a=b#c'],
    ['/programmes/1/../2/interview', null],
    ['/programmes/1/%2e%2e/2', null],
    ['/programmes/12', null],
    ['/sign-out', null],
    ['//elsewhere.example/programmes/1', null],
    ['/\\elsewhere.example/programmes/1', null],
    ['https://elsewhere.example/programmes/1', null],
    ['javascript:alert(1)', null],
    ['http://[', null],
    [undefined, null],
  ])('to %j: %j', (wanted, path) => {
    expect(returnPath(base, wanted)).toBe(path)
  })
})

test('what is left of a mentee stands in the order of the protocol', () => {
  const prompts = { open: ['What do you see?'], clarifying: [] }
  const domains = ['Technology', 'Practice', 'Strengths'].map((label) => ({
    id: label.toLowerCase(),
    label,
    prompts,
  }))
  const mentees = [{ menteeId: 'a', name: 'Dr A', mentee: 'x' }]
  const room = { secondsByMentee: [], done: [{ menteeId: 'a', domain: 'practice' }] }
  const [progress] = progressOf({ mentees, room }, domains)
  expect(progress).toMatchObject({ done: ['practice'], left: ['Technology', 'Strengths'] })
  expect(progress === undefined || isNotSpokenAbout(progress)).toBe(false)
  const [nobody] = progressOf({ mentees, room: { ...room, done: [] } }, domains)
  expect(nobody === undefined || isNotSpokenAbout(nobody)).toBe(true)
})
