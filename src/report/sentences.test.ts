import { beforeAll, describe, expect, test } from 'vitest'
import { exampleStudy } from '../../tests/support/example-study.ts'
import { analyseStudy } from './analyse-study.ts'
import { describeResults } from './sentences.ts'
import type { Score, Study } from './study.ts'

let study: Study

beforeAll(async () => {
  study = await exampleStudy()
})

const sentencesOf = (of: Study) =>
  describeResults({ study: of, analysis: analyseStudy(of) }).flatMap(({ paragraphs }) =>
    paragraphs.flat(),
  )

const textOf = (of: Study): string =>
  sentencesOf(of)
    .map(({ text }) => text)
    .join(' ')

const withScores = (change: (score: Score) => Score): Study => ({
  ...study,
  scores: study.scores.map(change),
})

describe('the example, in words', () => {
  test.each([
    ['4 out of 6 (66.7%) male'],
    ['range 31–40 years'],
    ['range 35–65 years'],
    ['range 5–20 years'],
    ['Earlier mentoring role: 3 out of 6 (50.0%) yes'],
    ['1 mentor of 6 left after phase 1'],
    ['3 out of 6 (50.0%) mentors would mentor all 5 mentees'],
    ['2 out of 6 (33.3%) mentors would mentor 3 out of 5 (60.0%) mentees'],
    ['4 out of 6 (66.7%) mentors answered “Yes” and 2 out of 6 (33.3%) “No”'],
    ['“Importance of feedback”, the median of mentors was 30.5 out of 35 (IQR 27–32)'],
    ['“Confidence in giving feedback”, the median of mentors was 21.5 out of 35 (IQR 20–25)'],
    ['“Feeling able to give feedback”, the median of mentors was 23 out of 35 (IQR 19–24)'],
    [
      '“Understanding of reverse mentoring”, the median of mentors was 2 out of 5, “a little” (IQR 2–3)',
    ],
    ['a median of 45 minutes (IQR 30–50); the longest took 180 minutes'],
    ['nobody answered more than 60'],
    ['all 5 mentees who answered said “About right”'],
    ['1 out of 5 (20.0%) mentees answered “None” and 4 out of 5 (80.0%) “Lesser”'],
    ['“Confidence in giving feedback” rose from a median of 23 to 29 out of 35'],
    [
      '5 of 5 improved; exact p = 0.0625, the smallest possible with 5 pairs; approximate p = 0.043',
    ],
    ['Clinical practice 3 to 4 (5 of 5 improved, approximate p = 0.041'],
    ['Areas for improvement 3 to 5 (5 of 5 improved, approximate p = 0.041'],
    ['“Understanding of reverse mentoring” rose from a median of 2 to 4 out of 5'],
    ['“Importance of feedback” rose from a median of 23 to 29 out of 35'],
    ['approximate p = 0.080'],
  ])('says %s', (part) => {
    expect(textOf(study)).toContain(part)
  })

  test('never calls anything significant', () => {
    expect(textOf(study)).not.toMatch(/significan/i)
  })

  test('gives every domain of a comparison, whatever came out', () => {
    const domains = sentencesOf(study).filter(({ text }) => text.startsWith('By domain'))
    expect(domains).toHaveLength(3)
    for (const { label } of study.protocol.domains) {
      expect(domains.every(({ text }) => text.includes(label))).toBe(true)
    }
  })

  test('says of every sentence what its numbers rest on', () => {
    expect(sentencesOf(study).filter(({ basis }) => !/\d/.test(basis))).toEqual([])
  })

  test('says that nobody answered where nobody did', () => {
    expect(textOf(study)).toContain('No answers of mentors were given at stage 3.')
  })
})

describe('another study', () => {
  test('says fell where the scores fell', () => {
    const swapped = withScores((score) => ({
      ...score,
      stage: score.stage === 1 ? 5 : score.stage === 5 && score.role === 'mentor' ? 1 : score.stage,
    }))
    expect(textOf(swapped)).toContain(
      '“Confidence in giving feedback” fell from a median of 29 to 23 out of 35',
    )
    expect(textOf(swapped)).toContain('0 of 5 improved, 5 worsened')
  })

  test('says stayed, and gives no p, where nobody changed', () => {
    const still = withScores((score) => ({ ...score, score: 3 }))
    expect(textOf(still)).toContain(
      '“Confidence in giving feedback” stayed at a median of 21 out of 35 between stage 1 and stage 5 (5 of 5 unchanged).',
    )
  })

  test('has other numbers when one person answers otherwise', () => {
    const changed = withScores((score) =>
      score.participant === 'M1' && score.stage === 1 ? { ...score, score: 5 } : score,
    )
    expect(textOf(changed)).not.toContain('the median of mentors was 21.5 out of 35')
  })

  test('keeps the willingness of so few mentors to itself that a count would name them', () => {
    const few = study.willingness.filter(({ mentor }) => mentor === 'M1' || mentor === 'M2')
    expect(textOf({ ...study, willingness: few })).not.toContain('would mentor')
  })

  test('without any answers has nothing to report, and says so', () => {
    const empty: Study = {
      ...study,
      ...{ scores: [], answers: [], comments: [], codings: [], sessions: [], willingness: [] },
    }
    expect(textOf(empty)).toContain('No session has a recorded length.')
    expect(textOf(empty)).toContain('cannot be compared')
  })
})
