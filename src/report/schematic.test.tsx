import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { exampleStudy } from '../../tests/support/example-study.ts'
import { neverOpened } from '../questionnaires/windows/opening-rules.ts'
import { analyseStudy } from './analyse-study.ts'
import { Schematic, type ShownCounts } from './schematic.tsx'
import type { Study } from './study.ts'

let study: Study

beforeAll(async () => {
  study = await exampleStudy()
})

const wordsOf = (counts: ShownCounts): string =>
  renderToStaticMarkup(<Schematic protocol={study.protocol} counts={counts} />)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#x27;', "'")

test('tells the steps in the order of the protocol', () => {
  const words = wordsOf(null)
  const places = study.protocol.steps.map(({ title }) => words.indexOf(title))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test('says how many took part, answered, left and met', () => {
  const words = wordsOf({ analysis: analyseStudy(study), show: 'everything' })
  for (const part of [
    '6 mentors took part',
    '6 of 6 mentors answered',
    'No answers from 6 mentors',
    '1 mentor left after phase 1',
    '5 of 5 mentees answered',
    '5 of 5 sessions held and timed',
  ]) {
    expect(words).toContain(part)
  }
})

test('does not tell those who run the programme who answered or left', () => {
  const words = wordsOf({ analysis: analyseStudy(study), show: 'people' })
  expect(words).toContain('6 mentors took part')
  expect(words).not.toMatch(/\d of \d \w+ answered|left after/)
})

test('tells a lead how far each stage has come, and no number of answers', () => {
  const groups = [{ role: 'mentor', progress: 'enough' } as const]
  const kind = {
    asksWillingness: false,
    opensWithSession: false,
    isWaitedFor: false,
    followUpMonths: null,
  }
  const stage = { title: '', description: '', ...kind, versions: [] }
  const stages = [{ ...stage, stage: 1, window: neverOpened(1), groups }]
  const counts = { analysis: analyseStudy(study), show: 'progress', stages } as const
  const words = wordsOf({ ...counts, interview: 'ended' })
  expect(words).toContain('Mentors: enough')
  expect(words).toContain('one succinct document in the voice of the group. Ended')
  expect(words).not.toMatch(/\d of \d \w+ answered|left after/)
})

test('is the same for everybody who sees no counts', () => {
  expect(wordsOf(null)).not.toMatch(/took part \d|\d+ (of \d+ )?(mentor|mentee|pair|session)s?\b/)
})
