import { expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { preparationStep } from './model.ts'
import { groupTimes, ownSteps, readTimes, stepsOf, type TakenPart } from './rules.ts'

const labels = (steps: readonly { readonly label: string }[]) => steps.map(({ label }) => label)

test('mentors have the interview among their steps, mentees have not', () => {
  expect(labels(stepsOf(sheffield, 'mentor'))).toEqual([
    "Mentors' questionnaire before phase 1",
    'Group interview about every mentee',
    "Mentors' questionnaire after phase 1",
    'Questionnaires before the session',
    'Preparing for the session',
    'One-to-one session',
    'Questionnaires after the session',
  ])
  expect(labels(stepsOf(sheffield, 'mentee'))).toEqual([
    'Questionnaires before the session',
    'Preparing for the session',
    'One-to-one session',
    'Questionnaires after the session',
  ])
})

test('somebody is asked about what they have taken part in, and nothing else', () => {
  const nothing: TakenPart = {
    ...{ role: 'mentor', answered: new Set() },
    ...{ wasInterviewed: false, hasPair: false, hasMet: false },
  }
  expect(ownSteps(sheffield, nothing)).toEqual([])
  expect(labels(ownSteps(sheffield, { ...nothing, answered: new Set([1, 5]) }))).toEqual([
    "Mentors' questionnaire before phase 1",
    'Questionnaires after the session',
  ])
  expect(labels(ownSteps(sheffield, { ...nothing, wasInterviewed: true }))).toEqual([
    'Group interview about every mentee',
  ])
  expect(labels(ownSteps(sheffield, { ...nothing, hasPair: true }))).toEqual([
    'Preparing for the session',
  ])
  expect(labels(ownSteps(sheffield, { ...nothing, hasMet: true }))).toEqual(['One-to-one session'])
})

test('an empty choice takes back what was said, and an unknown one is refused', () => {
  const read = readTimes(
    new Map([
      ['a', 'from_10'],
      ['b', ''],
    ]),
  )
  expect(read.ok && [...read.value]).toEqual([
    ['a', 'from_10'],
    ['b', null],
  ])
  expect(readTimes(new Map([['a', 'a week']]))).toEqual({
    ok: false,
    problem: { kind: 'time_use.unknown_band' },
  })
})

test('groups are told apart, and a group of four is told nothing of', () => {
  const of = (role: 'mentor' | 'mentee', n: number) =>
    Array.from({ length: n }, (_, place) => ({
      ...{ respondent: `${role} ${place}`, role },
      ...{ step: preparationStep, band: 'from_20' as const },
    }))
  const groups = groupTimes(
    sheffield,
    [...of('mentor', 5), ...of('mentee', 4)],
    ['mentor', 'mentee'],
  )
  const said = groups.flatMap(({ role, step, summary }) =>
    step === preparationStep ? [[role, summary?.n ?? null]] : [],
  )
  expect(said).toEqual([
    ['mentor', 5],
    ['mentee', null],
  ])
})
