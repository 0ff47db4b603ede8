import { expect, test } from 'vitest'
import { exampleStudy } from '../../../tests/support/example-study.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import { chooseFollowUps } from '../../protocol/content/follow-ups.ts'
import { analyseStudy } from '../analyse-study.ts'
import type { Study } from '../study.ts'
import { hasFindings, shownResults } from './shown-results.ts'
import {
  comparisonInWords,
  comparisonsOf,
  itemsInWords,
  sessionsInWords,
  themesInWords,
  tookPart,
} from './shown-words.ts'

const shownOf = (study: Study, k: number) =>
  shownResults({ study, analysis: analyseStudy(study) }, k)

test('at k = n everything planned is there, and at n + 1 nothing of it', async () => {
  const study = await exampleStudy()
  const shown = shownOf(study, 5)
  expect(shown.comparisons.map(({ whole, domains }) => [whole.measure, domains.length])).toEqual([
    ['confidence', 7],
    ['understanding', 0],
    ['awareness', 7],
    ['importance', 7],
  ])
  expect(shown.sessions).toEqual({ n: 5, median: 45 })
  expect(shown.items.every(({ stage }) => stage === 5)).toBe(true)
  expect(hasFindings(shownOf(study, 7))).toBe(false)
  expect(shownOf(study, 6)).toMatchObject({
    groups: [{ role: 'mentor', n: 6 }],
    sessions: null,
    comparisons: [],
    items: [],
  })
})

test('somebody who answered once alone does not bring a comparison to k', async () => {
  const study = await exampleStudy()
  const [one] = study.scores.filter(({ role, stage }) => role === 'mentee' && stage === 5)
  const scores = study.scores.filter(
    ({ participant, stage }) => participant !== one?.participant || stage !== 5,
  )
  const roles = shownOf({ ...study, scores }, 5).comparisons.map(({ whole }) => whole.role)
  expect(new Set(roles)).toEqual(new Set(['mentor']))
})

test('several sessions of a pair are one pair', async () => {
  const study = await exampleStudy()
  const [first, second] = study.sessions
  if (first === undefined || second === undefined) throw new Error('The example has no sessions.')
  const often = { ...study, sessions: [first, first, first, second, second] }
  expect(shownOf(often, 3).sessions).toBeNull()
  expect(shownOf(often, 2).sessions?.n).toBe(5)
})

test('the sentences give n, exact p with what is the smallest possible, and never call it significant', async () => {
  const study = await exampleStudy()
  const shown = shownOf(study, 5)
  const words = [
    tookPart(study.protocol, shown),
    sessionsInWords(shown),
    ...shown.comparisons.map((one) => comparisonInWords(study, one)),
    ...itemsInWords(study.protocol, shown),
    ...themesInWords(study.protocol, shown),
  ]
  expect(words).toContain('6 mentors and 5 mentees took part.')
  expect(words).toContain('5 sessions took place. They lasted a median of 45 minutes.')
  expect(words.join('\n')).toContain(
    '“Confidence in giving feedback” rose from a median of 23 to 29 out of 35 between stage 1 and stage 5 (5 of 5 improved; exact p = 0.0625, the smallest possible with 5 pairs).',
  )
  expect(words.join('\n')).toContain('all said “Yes”')
  expect(words.join('\n')).not.toMatch(/significan|worsened|approximate/i)
})

test('of a follow-up the medians are given, and not how many changed', async () => {
  const study = await exampleStudy()
  const protocol = succeeded(chooseFollowUps(study.protocol, [3]))
  const later = study.scores.filter(({ stage }) => stage === 5)
  const scores = [...study.scores, ...later.map((score) => ({ ...score, stage: 6 }))]
  const followed = { ...study, protocol, scores }
  const { changed, lasted } = comparisonsOf(shownOf(followed, 5))
  expect(changed).toHaveLength(4)
  expect(lasted.map((one) => comparisonInWords(followed, one))).toContain(
    'Mentors: “Confidence in giving feedback” stayed at a median of 29 out of 35 between stage 5 and stage 6, 3 months after the last session.',
  )
})

test('a theme that fewer than k people raised is not named', async () => {
  const study = await exampleStudy()
  const { tally } = analyseStudy(study)
  const most = Math.max(...tally.map(({ people }) => people))
  expect(shownOf(study, most).themes.every(({ people }) => people === most)).toBe(true)
  expect(shownOf(study, most + 1).themes).toEqual([])
})
