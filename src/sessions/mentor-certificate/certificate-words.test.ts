import { expect, test } from 'vitest'
import { lengthInWords } from './certificate-words.ts'

test.each([
  [[45], '45 to 60 minutes'],
  [[null], 'not recorded'],
  [[61, 61, 12], '1 session of less than 30 minutes and 2 sessions of more than 60 minutes'],
  [[40, null], '1 session of 30 to 44 minutes'],
])('sessions of %j minutes lasted %s', (sessions, words) => {
  expect(lengthInWords(sessions)).toBe(words)
})
