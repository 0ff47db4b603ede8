import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Protocol } from '../protocol/model.ts'
import { parseProtocol } from '../protocol/rules.ts'
import { analyseStudy } from './analyse-study.ts'
import type { Comparison, Summary } from './analysis.ts'
import type { Coding, Comment, Score, Study } from './study.ts'

let protocol: Protocol

beforeAll(async () => {
  const file = join(import.meta.dirname, '../../protocols/sheffield-2022.json')
  const parsed = parseProtocol(await readFile(file, 'utf8'))
  if (!parsed.ok) throw new Error('the protocol was refused')
  protocol = parsed.value
})

const studyWith = (given: Partial<Study>): Study => ({
  protocol,
  ...{ participants: [], scores: [], answers: [], willingness: [] },
  ...{ sessions: [], comments: [], codebook: [], codings: [] },
  ...given,
})

/** A mentor's confidence in every domain at a stage, all with the same score. */
const confident = (participant: string, stage: number, score: number): readonly Score[] =>
  protocol.domains.map(({ id }) => ({
    ...{ participant, role: 'mentor', stage, measure: 'confidence', domain: id, score },
  }))

const summaryOf = (study: Study, domain: string): Summary | undefined =>
  analyseStudy(study).summaries.find(
    (one) => one.measure === 'confidence' && one.stage === 1 && one.domain === domain,
  )

const comparisonOf = (study: Study, domain: string): Comparison | undefined =>
  analyseStudy(study).comparisons.find(
    (one) => one.role === 'mentor' && one.measure === 'confidence' && one.domain === domain,
  )

describe('summaries', () => {
  test('a person with a domain missing has no total and is counted as incomplete', () => {
    const scores = [
      ...confident('M1', 1, 3),
      ...confident('M2', 1, 4).filter(({ domain }) => domain !== 'strengths'),
    ]
    const study = studyWith({ scores })
    expect(summaryOf(study, 'total')).toMatchObject({ n: 1, incomplete: 1, median: 21 })
    expect(summaryOf(study, 'strengths')).toMatchObject({ n: 1, incomplete: 1, median: 3 })
    expect(summaryOf(study, 'approachability')).toMatchObject({ n: 2, incomplete: 0, median: 3.5 })
  })

  test('where nobody has a total there is no median, and the people are still counted', () => {
    const scores = confident('M1', 1, 3).slice(1)
    expect(summaryOf(studyWith({ scores }), 'total')).toMatchObject({
      ...{ n: 0, incomplete: 1, median: null, quartiles: null },
    })
  })

  test('what nobody answered has no line', () => {
    expect(analyseStudy(studyWith({})).summaries).toEqual([])
  })

  test('all three kinds of quartiles are given, whichever is shown', () => {
    const scores = [2, 3, 4, 5].flatMap((score, index) => confident(`M${index}`, 1, score))
    const analysis = analyseStudy(studyWith({ scores }), { quartiles: 'type7' })
    expect(analysis.quartileDefinition).toBe('type7')
    expect(analysis.summaries.find(({ domain }) => domain === 'strengths')?.quartiles).toEqual({
      ...{ tukey: [2.5, 4.5], haverage: [2.25, 4.75], type7: [2.75, 4.25] },
    })
  })
})

describe('comparisons', () => {
  test('medians, changes and test rest on the people who answered at both stages', () => {
    const before = [1, 2, 3].flatMap((score, index) => confident(`M${index}`, 1, score))
    const after = [2, 2, 1].flatMap((score, index) => confident(`M${index}`, 5, score))
    const scores = [...before, ...after, ...confident('M8', 1, 5), ...confident('M9', 5, 5)]
    expect(comparisonOf(studyWith({ scores }), 'strengths')).toMatchObject({
      ...{ pairs: 3, excluded: 2, improved: 1, worsened: 1, unchanged: 1 },
      ...{ medianBefore: 2, medianAfter: 2, problem: null },
      signedRank: { nonZero: 2, pExactFraction: '4/4' },
    })
  })

  test('without a pair there is no median and no test, and the reason is given', () => {
    expect(comparisonOf(studyWith({ scores: confident('M1', 1, 3) }), 'total')).toMatchObject({
      ...{ pairs: 0, excluded: 1, medianBefore: null, medianAfter: null, signedRank: null },
      ...{ pHolm: null, problem: { kind: 'statistic.no_pairs' } },
    })
  })

  test('when nobody changed there is no test, and the reason is given', () => {
    const scores = [...confident('M1', 1, 3), ...confident('M1', 5, 3)]
    expect(comparisonOf(studyWith({ scores }), 'total')).toMatchObject({
      ...{ pairs: 1, unchanged: 1, medianBefore: 21, medianAfter: 21, signedRank: null },
      problem: { kind: 'statistic.no_change' },
    })
  })

  test('Holm counts only the domains that have a test, apart from the total', () => {
    const before = [1, 2, 3, 4].flatMap((score, index) => confident(`M${index}`, 1, score))
    const after = before.map((score) => ({
      ...score,
      stage: 5,
      score: score.domain === 'strengths' ? score.score + 1 : score.score,
    }))
    const study = studyWith({ scores: [...before, ...after] })
    const [strengths, total] = [comparisonOf(study, 'strengths'), comparisonOf(study, 'total')]
    expect(strengths?.family).toBe('domains')
    expect(strengths?.pHolm).toBe(strengths?.signedRank?.pAsymptotic)
    expect(total?.family).toBe('totals')
    expect(total?.pHolmExact).toBe(0.125)
  })
})

describe('people, pairs and sessions', () => {
  test('willingness is counted by mentors and names nobody', () => {
    const willingness = ['C1', 'C2'].flatMap((mentee) => [
      { mentor: 'M1', mentee, isWilling: true },
      { mentor: 'M2', mentee, isWilling: mentee === 'C1' },
      { mentor: 'M3', mentee, isWilling: true },
    ])
    const summary = analyseStudy(studyWith({ willingness })).willingness
    expect(summary).toEqual({
      ...{ mentors: 3, mentees: 2, answers: 6, willing: 5 },
      distribution: [
        { willing: 2, asked: 2, mentors: 2 },
        { willing: 1, asked: 2, mentors: 1 },
      ],
    })
    expect(JSON.stringify(summary)).not.toMatch(/[MC]\d/)
  })

  test('a session without a duration is counted, and not as 0 minutes', () => {
    const sessions = [30, null, 180].map((durationMinutes, index) => ({
      ...{ pair: String(index), mentor: `M${index}`, mentee: `C${index}` },
      ...{ durationMinutes, mode: null },
    }))
    const summary = analyseStudy(studyWith({ sessions })).sessions
    expect(summary).toMatchObject({ n: 2, median: 105, longest: 180, notTimed: 1 })
  })

  test('a characteristic that was not stated is missing, not another value', () => {
    const participants = ['31', '', '40'].map((age, index) => ({
      ...{ participant: `M${index}`, role: 'mentor' as const, supervisor: null },
      ...{ leftAfterPhase: index === 0 ? 1 : null },
      characteristics: age === '' ? {} : { age, sex: 'male' },
    }))
    const { mentor: mentors } = analyseStudy(studyWith({ participants })).participants
    expect(mentors).toMatchObject({ n: 3, left: [{ afterPhase: 1, n: 1 }] })
    const found = mentors?.characteristics.filter(({ id }) => id === 'age' || id === 'sex')
    expect(found).toMatchObject([
      { id: 'sex', n: 2, missing: 1, options: expect.arrayContaining([]) },
      { id: 'age', n: 2, missing: 1, min: 31, median: 35.5, max: 40 },
    ])
  })
})

describe('the tally', () => {
  const comment = (id: string, participant: string): Comment => ({
    ...{ comment: id, participant, role: 'mentor', stage: 1 },
    ...{ question: 'concerns', text: 'It is hard to tell a senior. It is hard.' },
  })
  const codebook = ['rank', 'fear', 'delight'].map((code) => ({
    ...{ code, theme: code === 'delight' ? 'refreshing' : 'hierarchy' },
    ...{ category: 'x', definition: '' },
  }))
  const coding = (id: string, span: readonly [number, number], code: string): Coding => ({
    ...{ comment: id, start: span[0], end: span[1], code, coder: 'R1' },
  })

  test('overlapping excerpts of a theme are one mention, separate ones are two, by one person', () => {
    const codings = [
      coding('K1', [0, 28], 'rank'),
      { ...coding('K1', [6, 20], 'fear'), coder: 'R2' },
      coding('K1', [29, 40], 'fear'),
      coding('K2', [0, 5], 'rank'),
      coding('K3', [0, 5], 'rank'),
    ]
    const comments = [comment('K1', 'M1'), comment('K2', 'M1'), comment('K3', 'M2')]
    expect(analyseStudy(studyWith({ comments, codebook, codings })).tally).toEqual([
      { theme: 'hierarchy', role: 'mentor', stage: 1, mentions: 4, people: 2 },
    ])
  })

  test('a comment without a coding counts nowhere', () => {
    const comments = [comment('K1', 'M1')]
    expect(analyseStudy(studyWith({ comments, codebook })).tally).toEqual([])
  })
})
