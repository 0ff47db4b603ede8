import { describe, expect, test } from 'vitest'
import { everyAnswer, questionnaireIn } from '../../../tests/support/every-answer.ts'
import { sheffield } from '../../../tests/support/protocols.ts'
import { minutesFor, questionnaireFor, questionsOf, type Section } from './questions.ts'
import { readResponse } from './read-response.ts'
import { isOptional, nextStepOf, standingOf, stateOfSection, unreceivedIn } from './rules.ts'

const mentee = questionnaireIn({ protocol: sheffield }, { stage: 4, role: 'mentee' })
const mentor = questionnaireIn({ protocol: sheffield }, { stage: 1, role: 'mentor' })

describe('a questionnaire', () => {
  test('has a section for each measure of all domains, one for single questions, one for texts', () => {
    expect(
      mentor.sections.map(({ place, kind, title, questions }) => [
        place,
        kind,
        title,
        questions.length,
      ]),
    ).toEqual([
      [1, 'grid', 'Importance of feedback', 7],
      [2, 'grid', 'Confidence in giving feedback', 7],
      [3, 'grid', 'Feeling able to give feedback', 7],
      [4, 'closed', 'A few single questions', 3],
      [5, 'texts', 'In your own words', 3],
    ])
    expect(minutesFor(mentor)).toBe(8)
  })

  test('has a field of its own for every question', () => {
    for (const stage of [1, 3, 4, 5]) {
      for (const role of ['mentor', 'mentee'] as const) {
        const fields = questionsOf(questionnaireIn({ protocol: sheffield }, { stage, role })).map(
          ({ field }) => field,
        )
        expect(new Set(fields).size).toBe(fields.length)
      }
    }
  })

  test('that asks a role nothing has no sections, and a stage of another kind is none', () => {
    expect(questionnaireFor(sheffield, { stage: 1, role: 'mentee' })?.sections).toEqual([])
    expect(questionnaireFor(sheffield, { stage: 2, role: 'mentor' })).toBeNull()
  })
})

describe('how a person stands to a stage', () => {
  const open = {
    participant: 'agreed',
    programme: 'open',
    access: 'open',
    isAsked: true,
    hasAnswered: false,
  } as const

  test.each([
    [{}, 'open'],
    [{ access: 'late' }, 'late'],
    [{ access: 'closed' }, 'closed'],
    [{ access: 'not_open' }, 'not_open'],
    [{ hasAnswered: true }, 'answered'],
    [{ hasAnswered: true, access: 'closed', programme: 'closed' }, 'answered'],
    [{ isAsked: false, access: 'not_open' }, 'not_asked'],
    [{ participant: 'withdrawn', hasAnswered: true }, 'withdrawn'],
    [{ participant: 'declined' }, 'declined'],
    [{ participant: 'invited' }, 'invited'],
    [{ programme: 'closed' }, 'closed'],
    [{ programme: 'closed', access: 'late' }, 'closed'],
    [{ programme: 'closed', access: 'not_open' }, 'not_open'],
    [{ programme: 'setting_up' }, 'not_open'],
  ] as const)('%j: %s', (facts, standing) => {
    expect(standingOf({ ...open, ...facts })).toBe(standing)
  })
})

describe('a section', () => {
  const [grid, , , texts] = mentee.sections as [Section, Section, Section, Section]

  test('is completed when nothing required is missing, and something was given', () => {
    const answers = everyAnswer(mentee)
    const { 'awareness-strengths': _, ...most } = answers
    expect([{}, most, answers].map((draft) => stateOfSection(grid, draft))).toEqual([
      'incomplete',
      'incomplete',
      'completed',
    ])
  })

  test('of texts is optional, and completed with one of them', () => {
    expect([isOptional(grid), isOptional(texts)]).toEqual([false, true])
    expect(stateOfSection(texts, { concerns: ' ' })).toBe('incomplete')
    expect(stateOfSection(texts, { concerns: 'Time' })).toBe('completed')
  })
})

test('the next step is the next one in which the role has a part', () => {
  expect(nextStepOf(sheffield, { stage: 1, role: 'mentor' })).toBe(
    'Group interview about every mentee',
  )
  expect(nextStepOf(sheffield, { stage: 2, role: 'mentee' })).toBe('Random allocation')
  expect(nextStepOf(sheffield, { stage: 5, role: 'mentee' })).toBeNull()
})

describe('what a second form holds beyond the first', () => {
  const questions = questionsOf(mentee)
  const answers = everyAnswer(mentee)
  const read = readResponse(questions, answers)
  const received = read.ok ? read.value : { scores: [], answers: [], comments: [] }

  test('is nothing where they are the same, or where it leaves something out', () => {
    const nothing = { isDifferent: false, unsent: [] }
    expect(unreceivedIn(questions, answers, received)).toEqual(nothing)
    expect(unreceivedIn(questions, {}, received)).toEqual(nothing)
  })

  test('is another score, and another text to be copied, even one that is too long', () => {
    const other = { ...answers, 'awareness-strengths': '1' }
    expect(unreceivedIn(questions, other, received)).toEqual({ isDifferent: true, unsent: [] })
    const long = 'x'.repeat(5001)
    expect(unreceivedIn(questions, { ...answers, benefits: long }, received)).toEqual({
      isDifferent: true,
      unsent: [{ label: expect.stringContaining('What good'), text: long }],
    })
  })
})
