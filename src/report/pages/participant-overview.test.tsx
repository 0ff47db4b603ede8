import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import type { HomeFacts } from '../home-rules.ts'
import { ParticipantOverviewPage } from './participant-overview.tsx'

const facts: HomeFacts = {
  role: 'mentor',
  state: 'agreed',
  programme: 'open',
  protocol: sheffield,
  asksCharacteristics: true,
  hasStated: false,
  stages: [],
  windows: [],
  willingness: null,
  isInInterview: false,
  waitingSignOffs: 0,
  hasPromptSheet: false,
  asksVetoes: false,
  partners: null,
  sessionTasks: [],
}

const htmlOf = (change: Partial<HomeFacts>, hasConsented = true): string =>
  renderToStaticMarkup(
    <ParticipantOverviewPage
      name="Northgate 2026"
      base="/programmes/1"
      facts={{ ...facts, ...change }}
      hasConsented={hasConsented}
    />,
  )

const wordsOf = (change: Partial<HomeFacts>): string =>
  htmlOf(change)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

const title = 'Questionnaire'
const stage = { stage: 1, title, hasBegun: false }

describe('what to do now', () => {
  test('is to follow the interview, for who is in the room, and then not “nothing”', () => {
    expect(htmlOf({})).not.toContain('/interview/follow')
    expect(htmlOf({ isInInterview: true })).toContain('href="/programmes/1/interview/follow"')
    expect(wordsOf({ isInInterview: true, hasStated: true })).not.toContain('nothing for you to do')
  })

  test('is to read and decide, for whoever is invited, and nothing else', () => {
    const html = htmlOf({ state: 'invited', stages: [{ ...stage, standing: 'invited' }] }, false)
    expect(html).toContain('href="/programmes/1/consent"')
    expect(html).not.toMatch(/about-you|questionnaires\/1|withdraw"/)
  })

  test.each([
    ['Not answered yet', { standing: 'open', hasBegun: false }],
    ['Begun: what you typed is kept', { standing: 'open', hasBegun: true }],
    ['It has closed, but you can still answer', { standing: 'late', hasBegun: false }],
    ['Sent', { standing: 'answered', hasBegun: false }],
  ] as const)('says of a questionnaire: %s', (words, standing) => {
    expect(wordsOf({ stages: [{ ...stage, ...standing }] })).toContain(words)
  })

  test('says until which day an open questionnaire can be answered, where one is given', () => {
    const window = { stage: 1, state: 'open', opensOn: null, protocolVersion: 1 } as const
    const wordsUntil = (closesOn: string | null) =>
      wordsOf({
        stages: [{ ...stage, standing: 'open' }],
        windows: [{ ...window, closesOn }],
      })
    expect(wordsUntil('2027-03-20')).toContain(
      'Not answered yet. The last day to answer is 20 March 2027',
    )
    expect(wordsUntil(null)).not.toContain('last day')
  })

  test('leaves out what is not open, closed, or for others', () => {
    for (const standing of ['not_open', 'closed', 'not_asked'] as const)
      expect(htmlOf({ stages: [{ ...stage, standing }] })).not.toContain('questionnaires/1')
  })

  test('has willingness while it can be given, and who has joined since', () => {
    expect(htmlOf({})).not.toContain('/willing')
    const given = { hasSaid: true, newcomers: 0, isReopened: false }
    const wordsAfter = (change: Partial<typeof given>) =>
      wordsOf({ willingness: { ...given, ...change } })
    expect(wordsAfter({ newcomers: 2 })).toContain('2 more people have joined')
    expect(wordsAfter({})).toContain('You can change it until the draw')
    expect(wordsAfter({ isReopened: true })).toContain('Your choices are open again')
  })

  test('has vetoes as something that nobody has to do', () => {
    expect(htmlOf({})).not.toContain('/vetoes')
    const asked = { role: 'mentee', asksVetoes: true, hasStated: true } as const
    expect(htmlOf(asked)).toContain('/vetoes')
    expect(wordsOf(asked)).toContain('Optional')
    expect(wordsOf(asked)).toContain('There is nothing for you to do now')
  })

  test('names the partner once pairs are published, and says it plainly where there is none', () => {
    expect(htmlOf({})).not.toContain('/partner')
    const paired = wordsOf({ partners: ['Dr Vance', 'Dr Weller'], hasStated: true })
    expect(paired).toContain('You have been paired with Dr Vance and Dr Weller')
    expect(paired).not.toContain('nothing for you to do')
    const alone = { partners: [], hasStated: true }
    expect(htmlOf(alone)).toContain('href="/programmes/1/partner"')
    expect(wordsOf(alone)).toContain('You have no partner at the moment')
    expect(htmlOf({ ...alone, programme: 'closed' })).not.toContain('/partner')
    expect(htmlOf({ ...alone, state: 'invited' })).not.toContain('/partner')
  })

  test('is nothing once all is done, and the page says so', () => {
    const done = { hasStated: true, stages: [{ ...stage, standing: 'answered' } as const] }
    expect(wordsOf(done)).toContain('There is nothing for you to do now')
    expect(wordsOf({ programme: 'closed' })).toContain('The programme is over')
  })
})

test('what comes next are the steps after the last that has begun, with their planned days', () => {
  const window = { closesOn: null, protocolVersion: 1 }
  const words = wordsOf({
    windows: [
      { ...window, stage: 1, state: 'closed', opensOn: null },
      { ...window, stage: 3, state: 'not_open', opensOn: '2026-12-01' },
    ],
  })
  const next = words.slice(words.indexOf('What comes next'), words.indexOf('What it is about'))
  expect(next).toContain('Group interview about every mentee')
  expect(next).toContain('questionnaire after phase 1, from 1 December 2026')
  expect(next).not.toContain('questionnaire before phase 1')
})

test('the draw is behind everybody once pairs are published', () => {
  const next = (partners: HomeFacts['partners']) =>
    wordsOf({ partners }).split('What comes next')[1]?.split('What it is about')[0]
  expect(next(null)).toContain('Random allocation')
  expect(next([])).not.toContain('Random allocation')
  expect(next([])).toContain('One-to-one session')
})

describe('whoever does not take part', () => {
  test.each(['declined', 'withdrawn'] as const)('%s: a short page, and nothing to do', (state) => {
    const html = htmlOf({ state, stages: [{ ...stage, standing: state }] })
    expect(html).not.toMatch(/What to do now|questionnaires\/1|about-you|What comes next/)
    expect(html).toContain('consent/copy')
    expect(html.includes('/mentor-certificate')).toBe(state === 'withdrawn')
  })
})

test('a mentee reads that only the voice of the group reaches them, and no count', () => {
  const words = wordsOf({ role: 'mentee' })
  expect(words).toContain('in the voice of the group')
  expect(words).not.toMatch(/answered|left after/)
})
