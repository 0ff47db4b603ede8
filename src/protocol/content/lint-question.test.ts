import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import type { Item } from '../model.ts'
import { scaleOf } from '../rules.ts'
import {
  lintAnchors,
  lintCharacteristic,
  lintItem,
  lintMeasure,
  lintWording,
  type WarningKind,
} from './lint-question.ts'

const kindsOf = (warnings: readonly { readonly kind: WarningKind }[]) =>
  warnings.map(({ kind }) => kind)

const tooLong = `How useful was ${'the very first of all those '.repeat(5)}sessions to you?`

describe('a question is doubted', () => {
  test.each<[string, WarningKind]>([
    ['Was the session useful and enjoyable?', 'two_questions'],
    ['How was the session, and what would you change?', 'two_questions'],
    ['Was your mentor clear and/or friendly?', 'two_questions'],
    ['Did you find it useful? Would you do it again?', 'two_questions'],
    ['Don’t you agree that feedback matters?', 'leading'],
    ["Wouldn't you say that it helped?", 'leading'],
    ['How much did you enjoy the session?', 'leading'],
    ['Obviously feedback matters: how much does it matter to you?', 'leading'],
    ['The session was useful, right?', 'leading'],
    ['How did the inspiring session change your practice?', 'leading'],
    ['Do you always ask for feedback?', 'absolute'],
    ['Would you never give a consultant feedback?', 'absolute'],
    ['Is it not unlikely that you would take part again?', 'double_negative'],
    ["Do you think they didn't act without feedback?", 'double_negative'],
    [tooLong, 'too_long'],
    ['How did the facilitator operationalise the paradigm?', 'hard_words'],
  ])('“%s”: %s', (question, kind) => {
    expect(kindsOf(lintWording(question))).toEqual([kind])
  })

  test.each([
    'How confident are you in giving a consultant feedback in each of these areas?',
    'How clear are the roles and responsibilities in your team?',
    'Was the time about right?',
    'How often do you ask resident doctors for feedback?',
    'What concerns, if any, do you have?',
    'How likely are you to take part again?',
    'Thinking back to before reverse mentoring began: knowing what you know now, how would you have answered “How confident are you? And how able?”',
  ])('never for “%s”', (question) => {
    expect(lintWording(question)).toEqual([])
  })

  test('when it has two question marks though it is answered in free text, where both can be answered', () => {
    const both = 'What worked well, and what would you change?'
    expect(kindsOf(lintWording(both))).toEqual(['two_questions'])
    expect(lintWording(both, true)).toEqual([])
    expect(kindsOf(lintWording('What worked? What did not?', true))).toEqual(['two_questions'])
  })
})

const anchorsOf = (labels: string) => labels.split(', ').map((label) => ({ label }))

describe('the answers on offer', () => {
  test.each<[string, WarningKind]>([
    ['Strongly disagree, Disagree, Agree, Strongly agree', 'no_neutral_point'],
    ['Dissatisfied, Satisfied', 'no_neutral_point'],
    ['Poor, Good, Very good, Excellent', 'unbalanced_scale'],
    ['Disagree, Neither agree nor disagree, Agree, Strongly agree', 'unbalanced_scale'],
  ])('“%s”: %s', (labels, kind) => {
    expect(kindsOf(lintAnchors(anchorsOf(labels)))).toEqual([kind])
  })

  test.each([
    'Strongly disagree, Disagree, Neither agree nor disagree, Agree, Strongly agree',
    'Too short, About right, Too long',
    'Not at all important, Slightly important, Very important, Extremely important',
    'None, Lesser, The same, Greater',
    'Yes, No',
  ])('are balanced: “%s”', (labels) => {
    expect(lintAnchors(anchorsOf(labels))).toEqual([])
  })
})

const asked = { id: 'x', roles: ['mentor'], kind: 'single_choice' } as const
const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const disability = (more: Partial<Item>): Item =>
  ({
    ...asked,
    roles: ['mentor'],
    label: 'Disability',
    question: 'Do you have a disability?',
    options: yesNo,
    required: true,
    ...more,
  }) as Item

describe('a sensitive question', () => {
  test('that must be answered is doubted, for an item, a measure and a characteristic', () => {
    expect(kindsOf(lintItem(disability({})))).toEqual(['no_way_out'])
    const question = 'How does your ethnic background shape your working day?'
    const measure = { id: 'm', label: 'M', question, scale: 's', answered: 'overall' } as const
    const scale = { id: 's', anchors: [{ value: 1, label: 'Not at all' }] }
    expect(kindsOf(lintMeasure(measure, scale))).toEqual(['no_way_out'])
    const options = yesNo
    const characteristic = { ...asked, roles: ['mentor' as const], label: 'Religion', options }
    expect(kindsOf(lintCharacteristic({ ...characteristic, kind: 'choice' }))).toEqual([
      'no_way_out',
    ])
  })

  test('that may be left out, or has “Prefer not to say”, is not', () => {
    const options = [...yesNo, { value: 'not_stated', label: 'Prefer not to say' }]
    expect(lintItem(disability({ required: false }))).toEqual([])
    expect(lintItem(disability({ preferNotToSay: true }))).toEqual([])
    expect(lintItem(disability({ options } as Partial<Item>))).toEqual([])
  })
})

test('the published protocol is doubted only where it is in fact unbalanced', () => {
  const { measures, items, characteristics } = sheffield
  const doubted = [
    ...measures.map((each) => ({ ...each, found: lintMeasure(each, scaleOf(sheffield, each)) })),
    ...items.map((each) => ({ ...each, found: lintItem(each) })),
    ...characteristics.map((each) => ({ ...each, found: lintCharacteristic(each) })),
  ]
  const kinds = doubted.flatMap(({ id, found }) => found.map(({ kind }) => `${id}: ${kind}`))
  expect(kinds).toEqual(['experience: unbalanced_scale'])
})

test('every warning says what to do and where that is written', () => {
  const warnings = [
    ...lintWording('Don’t you always agree? Or not never?'),
    ...lintItem(disability({})),
  ]
  expect(warnings.length).toBeGreaterThan(3)
  for (const { sentence, source } of warnings) {
    expect(sentence).toMatch(/\. [A-Z].*\.$|: .*\. [A-Z].*\.$/)
    expect(source).toMatch(/(19|20)\d\d/)
  }
})
