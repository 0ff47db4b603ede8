import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleStudy } from '../../../tests/support/example-study.ts'
import { analyseStudy } from '../analyse-study.ts'
import { publishedNumbers } from '../published-study.ts'
import type { Study } from '../study.ts'
import { CharacteristicsPage } from './characteristics.tsx'
import { ComparisonsPage } from './comparisons.tsx'
import { ContradictionsPage } from './contradictions.tsx'
import { ReportPage } from './report.tsx'
import { ResultsPage } from './results.tsx'
import { SessionsPage } from './sessions.tsx'
import { StagePage, type StageStep } from './stage.tsx'
import { StagesPage } from './stages.tsx'
import { ThemesPage } from './themes.tsx'
import { WillingnessPage } from './willingness.tsx'

let study: Study
let shown: ReturnType<typeof showing>

const showing = (of: Study) => ({
  study: of,
  analysis: analyseStudy(of),
  name: 'Northgate 2026',
  base: '/programmes/1',
  pulses: [],
})

beforeAll(async () => {
  study = await exampleStudy()
  shown = showing(study)
})

const htmlOf = (page: ReactElement): string => renderToStaticMarkup(page)

const wordsOf = (page: ReactElement): string =>
  htmlOf(page)
    .replaceAll(/<title>.*?<\/title>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#x27;', "'")

const stepOf = (of: Study, stage: number): StageStep => {
  const step = of.protocol.steps.find((one) => 'stage' in one && one.stage === stage)
  if (step === undefined || !('stage' in step)) throw new Error('the protocol has no such stage')
  return step
}

const pageOf = (stage: number) => <StagePage {...shown} step={stepOf(study, stage)} />
const aCode = /\b[MC][1-6]\b/

describe('whose answers they are', () => {
  test('is on no page about people, stages, willingness or themes', () => {
    const pages = [
      <CharacteristicsPage key="people" {...shown} />,
      <StagesPage key="stages" {...shown} />,
      <WillingnessPage key="willingness" {...shown} />,
      <ThemesPage key="themes" {...shown} />,
      <ResultsPage key="results" {...shown} />,
      ...[1, 2, 3, 4, 5].map(pageOf),
    ]
    for (const page of pages) expect(wordsOf(page)).not.toMatch(aCode)
  })

  test('a comment is shown without its label or its writer', () => {
    const words = wordsOf(pageOf(1))
    expect(words).toContain('Consultants who come to it with an open mind.')
    expect(words).not.toMatch(/\bK\d\d\b/)
  })
})

describe('pairs and sessions', () => {
  test('a researcher sees each pair by its codes', () => {
    const words = wordsOf(<SessionsPage {...shown} withPairs />)
    expect(words).toContain('5 M5 C5 180')
    expect(words).toContain('1 of 5 took longer')
  })

  test('a lead sees the summary, and no single length and no code', () => {
    const words = wordsOf(<SessionsPage {...shown} withPairs={false} />)
    expect(words).toContain('a median of 45 minutes, quartiles 30–50 (n = 5')
    expect(words).not.toMatch(/180|longest/i)
    expect(words).not.toMatch(aCode)
  })

  test('a lead sees no summary of so few sessions that it gives pairs away', () => {
    const few = showing({ ...study, sessions: study.sessions.slice(0, 2) })
    const words = wordsOf(<SessionsPage {...few} withPairs={false} />)
    expect(words).not.toContain('median of')
  })

  test('lengths by mode are shown to a lead once each mode has k sessions, and to a researcher at once', () => {
    const inModes = (online: number) =>
      showing({
        ...study,
        sessions: [...study.sessions, ...study.sessions].map((session, place) => ({
          ...{ ...session, mode: place < online ? ('online' as const) : ('face_to_face' as const) },
        })),
      })
    const few = inModes(4)
    expect(wordsOf(<SessionsPage {...few} withPairs={false} />)).not.toContain('Online')
    expect(wordsOf(<SessionsPage {...few} withPairs />)).toContain('Online: 4 timed sessions')
    const enough = wordsOf(<SessionsPage {...inModes(5)} withPairs={false} />)
    expect(enough).toContain('Online: 5 timed sessions, median 45 minutes')
    expect(enough).toContain('Face to face: 5 timed sessions, median 45 minutes')
  })

  test('what people said of their sessions is the same for nobody and for k − 1, and a table from k on', () => {
    const rules = { ...study.protocol.rules, sessionsPerPair: 2 }
    const several = showing({ ...study, protocol: { ...study.protocol, rules } })
    const wordsWith = (values: readonly number[]) =>
      wordsOf(
        <SessionsPage
          {...several}
          withPairs
          pulses={values.map((value) => ({ number: 1, question: 'safe', value }))}
        />,
      )
    expect(wordsWith([1, 2, 3, 4])).toBe(wordsWith([]))
    expect(wordsWith([1, 2, 4, 4, 5])).toContain('1 I felt safe 5 4')
    expect(wordsOf(<SessionsPage {...shown} withPairs />)).not.toContain('found their sessions')
  })
})

describe('comparisons', () => {
  test('put the exact and the approximate p side by side, with the smallest possible', () => {
    const words = wordsOf(<ComparisonsPage {...shown} />)
    expect(words).toContain('5 of 5 improved; exact p = 0.0625, the smallest possible with 5 pairs')
    expect(words).toContain('Total 5 15 −2.02 0.043 0.0625 2/32 0.0625 0.172 0.25')
  })

  test('never speak of significance', () => {
    expect(wordsOf(<ReportPage {...shown} madeAt={new Date(0)} />)).not.toMatch(/significan/i)
  })

  test('of nobody say that there is nothing to compare', () => {
    const words = wordsOf(<ComparisonsPage {...showing({ ...study, scores: [] })} />)
    expect(words).toContain('Nobody has answered at both stage 1 and stage 5 yet')
  })
})

describe('a stage', () => {
  test('without answers says that there are none', () => {
    expect(wordsOf(pageOf(3))).toContain('This study has no answers of mentors at stage 3')
  })

  test('that is the interview shows what is asked, domain by domain', () => {
    const words = wordsOf(pageOf(2))
    for (const { label, prompts } of study.protocol.domains) {
      expect(words).toContain(label)
      expect(words).toContain(prompts.open[0])
    }
  })

  test('shows counts out of n, medians and quartiles', () => {
    const words = wordsOf(pageOf(1))
    expect(words).toContain('Yes: 4 out of 6 (66.7%) No: 2 out of 6 (33.3%)')
    expect(words).toContain('Total 6 30.5 27–32 35 0')
  })
})

describe('themes', () => {
  test('are counted by strokes that can also be read as numbers', () => {
    expect(wordsOf(<ThemesPage {...shown} />)).toContain(
      'Selection bias III 3 mentions, 3 people – none I 1 mention, 1 person – none 4',
    )
  })

  test('that are not there yet are said to be missing', () => {
    const words = wordsOf(<ThemesPage {...showing({ ...study, codings: [] })} />)
    expect(words).toContain('No comment is coded yet')
  })
})

test('willingness shows how many pairings are possible, and nobody who declined', () => {
  const words = wordsOf(<WillingnessPage {...shown} />)
  expect(words).toContain('All 5 mentees 3 out of 6 (50.0%)')
  expect(words).toContain('Complete pairings possible 40')
})

test('every number that the paper prints stands beside the one computed', () => {
  const published = publishedNumbers(shown) ?? []
  const words = wordsOf(<ContradictionsPage {...shown} published={published} />)
  expect(words).toContain(`The paper prints ${published.length} numbers`)
  expect(words).toContain('Male mentors, percent note 1 66.6 66.67 No')
})

describe('the report', () => {
  test('gives no id twice, so that its contents and notes lead where they say', () => {
    const html = htmlOf(<ReportPage {...shown} madeAt={new Date(0)} />)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('leaves the comments out and says so', () => {
    const words = wordsOf(<ReportPage {...shown} madeAt={new Date(0)} />)
    expect(words).toContain('Comments in full are left out')
    expect(words).not.toContain('Consultants who come to it with an open mind.')
  })

  test('shows words and no ids', () => {
    expect(wordsOf(<ReportPage {...shown} madeAt={new Date(0)} />)).not.toMatch(/[a-z]_[a-z]/)
  })

  test('of a study without data is still a report', () => {
    const empty: Study = {
      ...study,
      ...{ participants: [], scores: [], answers: [], willingness: [] },
      ...{ sessions: [], comments: [], codebook: [], codings: [] },
    }
    const words = wordsOf(<ReportPage {...showing(empty)} madeAt={new Date(0)} />)
    expect(words).toContain('Nobody of this group is in the study yet.')
    expect(words).toContain('No pair has been drawn in this study yet.')
  })
})
