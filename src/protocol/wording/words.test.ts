import { expect, test } from 'vitest'
import { exampleStudy } from '../../../tests/support/example-study.ts'
import { counted, insideSentence, listed, peopleOf } from './words.ts'

test('a label goes in lower case inside a sentence unless it is an abbreviation', () => {
  expect(insideSentence('Higher specialty trainee')).toBe('higher specialty trainee')
  expect(insideSentence('A little')).toBe('a little')
  expect(insideSentence('ST4 doctor')).toBe('ST4 doctor')
})

test('one person is singular, several are plural', async () => {
  const { protocol } = await exampleStudy()
  expect(peopleOf(protocol, 'mentor', 1)).toBe('1 mentor')
  expect(peopleOf(protocol, 'mentee', 5)).toBe('5 mentees')
})

test('what is counted is singular once, and a list ends in and', () => {
  expect(counted(1, 'pair')).toBe('1 pair')
  expect(counted(2, 'reply', 'replies')).toBe('2 replies')
  expect(listed(['mentors', 'mentees'])).toBe('mentors and mentees')
})
