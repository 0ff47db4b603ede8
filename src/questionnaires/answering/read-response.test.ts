import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyAnswer, questionnaireIn } from '../../../tests/support/every-answer.ts'
import { sheffield } from '../../../tests/support/protocols.ts'
import type { Protocol } from '../../protocol/model.ts'
import { sentenceOfFault } from './problems.ts'
import { declinedValue, fieldsOf, questionsOf } from './questions.ts'
import { cleanText, countAnswers, type Fault, readResponse } from './read-response.ts'

const declinable: Protocol = {
  ...sheffield,
  measures: sheffield.measures.map((measure) => ({ ...measure, preferNotToSay: true })),
  items: sheffield.items.map((item) => ({ ...item, preferNotToSay: true })),
}
const mentee = questionnaireIn({ protocol: sheffield }, { stage: 4, role: 'mentee' })
const questions = questionsOf(mentee)
const full = everyAnswer(mentee)
const mayDecline = questionsOf(
  questionnaireIn({ protocol: declinable }, { stage: 4, role: 'mentee' }),
)

const faults = (changes: Record<string, string>): readonly Fault[] => {
  const read = readResponse(questions, { ...full, ...changes })
  return read.ok ? [] : read.problem.faults
}
const kindsOf = (changes: Record<string, string>) => faults(changes).map(({ kind }) => kind)

test('a full form holds every answer', () => {
  const read = readResponse(questions, full)
  expect(read.ok && read.value.scores).toHaveLength(14)
  expect(read.ok && read.value.answers).toEqual([
    { item: 'feedback_important', answer: 'yes' },
    { item: 'concerns_before', answer: 'yes' },
    { item: 'expected_minutes', answer: '5' },
  ])
  expect(read.ok && read.value.comments.map(({ question }) => question)).toEqual([
    'concerns',
    'benefits',
  ])
  expect(read.ok && countAnswers(read.value)).toBe(19)
})

test('an empty form lacks what is required, and nothing else', () => {
  const read = readResponse(questions, {})
  const missing = read.ok ? [] : read.problem.faults
  expect(missing.map(({ kind }) => kind)).toEqual(Array(17).fill('answer.missing'))
  expect(missing.map(({ question }) => question.field)).not.toContain('concerns')
})

describe('a score', () => {
  test.each(['0', '6', '1.0', ' ', 'x', '١', declinedValue])('of %j is not taken', (score) => {
    expect(kindsOf({ 'awareness-strengths': score })).toEqual([
      score === ' ' ? 'answer.missing' : 'answer.not_offered',
    ])
  })
})

describe('a choice', () => {
  test('that is not offered is not taken', () => {
    expect(kindsOf({ concerns_before: 'perhaps' })).toEqual(['answer.not_offered'])
  })
})

describe('a number', () => {
  const minutes = (expected_minutes: string) => {
    const read = readResponse(questions, { ...full, expected_minutes })
    return read.ok
      ? read.value.answers.find(({ item }) => item === 'expected_minutes')?.answer
      : read.problem.faults[0]?.kind
  }

  test.each([
    ['45', '45'],
    [' 45 ', '45'],
    ['007.50', '7.5'],
    ['480', '480'],
    ['7,5', 'answer.has_a_comma'],
    ['1,000', 'answer.has_a_comma'],
    ['4.9', 'answer.out_of_range'],
    ['481', 'answer.out_of_range'],
    ['-45', 'answer.out_of_range'],
    ['1e2', 'answer.not_a_number'],
    ['0x20', 'answer.not_a_number'],
    ['45 minutes', 'answer.not_a_number'],
    ['∞', 'answer.not_a_number'],
    ['.5', 'answer.not_a_number'],
  ])('%j is %s', (typed, expected) => {
    expect(minutes(typed)).toBe(expected)
  })
})

describe('a text', () => {
  test('has 5,000 characters at most, however many bytes each takes', () => {
    expect(kindsOf({ concerns: '😀'.repeat(5000) })).toEqual([])
    const [fault] = faults({ concerns: '😀'.repeat(5001) })
    expect(fault?.kind).toBe('answer.too_long')
    expect(fault && sentenceOfFault(fault)).toBe(
      '“Concerns” must be 5,000 characters or fewer. You have entered 5,001',
    )
  })

  test('is kept without zero bytes and halves of characters, with one kind of line end', () => {
    expect(cleanText('a\0b\r\nc\rd\ud800e')).toBe('ab\nc\nd\ufffde')
    const read = readResponse(questions, { ...full, concerns: ' a\0\r\nb \n' })
    expect(read.ok && read.value.comments[0]).toEqual({ question: 'concerns', text: 'a\nb' })
  })

  test('of blanks alone is none', () => {
    const read = readResponse(questions, { ...full, concerns: ' \r\n\t' })
    expect(read.ok && read.value.comments).toHaveLength(1)
  })
})

describe('“Prefer not to say”', () => {
  test('is an answer where it is offered, and leaves no trace', () => {
    const fields = Object.fromEntries(
      fieldsOf(mayDecline).map((field) => [
        field,
        ['expected_minutes', 'concerns', 'benefits'].includes(field) ? '' : declinedValue,
      ]),
    )
    expect(readResponse(mayDecline, fields)).toEqual({
      ok: true,
      value: { scores: [], answers: [], comments: [] },
    })
  })

  test('beside an answer is asked about', () => {
    const fields = { ...full, 'concerns-declined': declinedValue }
    const read = readResponse(mayDecline, fields)
    expect(read.ok ? [] : read.problem.faults.map(({ kind }) => kind)).toEqual([
      'answer.given_and_declined',
    ])
  })
})

test('fields that nobody asked for are left alone', () => {
  const read = readResponse(questions, { ...full, __proto__: 'x', constructor: 'y', other: 'z' })
  expect(read).toEqual(readResponse(questions, full))
})

test('whatever is sent, it is read or refused with a sentence for each fault', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('1', '5', '6', 'yes', '7,5', '\ud800', '\0', declinedValue),
    fc.double().map(String),
  )
  const known = fc.constantFrom(...fieldsOf(mayDecline), 'constructor', '__proto__')
  fc.assert(
    fc.property(fc.array(fc.tuple(known, anything)), (pairs) => {
      const fields = Object.fromEntries(pairs)
      for (const asked of [questions, mayDecline]) {
        const read = readResponse(asked, fields)
        const sentences = read.ok ? [] : read.problem.faults.map(sentenceOfFault)
        expect(sentences.every((sentence) => sentence.includes('“'))).toBe(true)
        if (read.ok) expect(countAnswers(read.value)).toBeLessThanOrEqual(asked.length)
      }
    }),
    { numRuns: 500 },
  )
})
