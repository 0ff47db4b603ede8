import { describe, expect, test } from 'vitest'
import { explanationOf, tagOfFate } from './mail-words.ts'

describe('what became of a mail', () => {
  test.each([
    ['waiting', null, 'Waiting', null],
    ['sending', null, 'Being sent', null],
    ['sent', null, 'Sent', null],
    ['waiting', '451', 'Waiting', 'The mail server asked to try again later (451).'],
    ['waiting', 'ESOCKET', 'Waiting', 'The mail server could not be reached (ESOCKET).'],
    ['failed', '550', 'Failed', 'The address does not exist, or takes no mail (550).'],
    ['failed', '552', 'Failed', 'The mailbox is full (552).'],
    ['failed', '554', 'Failed', 'The mail server does not accept mail of this kind (554).'],
    ['failed', '555', 'Failed', 'The mail server refused it (555).'],
    [
      'failed',
      'EDNS',
      'Failed',
      'Tried for two days. The mail server could not be reached (EDNS).',
    ],
    ['bounced', '5.1.1', 'Came back', 'The address does not exist, or takes no mail (5.1.1).'],
    ['bounced', '5.2.2', 'Came back', 'The mailbox is full (5.2.2).'],
    ['bounced', null, 'Came back', null],
  ] as const)('%s, %s: %s', (state, lastProblem, tag, explanation) => {
    expect(tagOfFate({ state, lastProblem }).text).toBe(tag)
    expect(explanationOf({ state, lastProblem })).toBe(explanation)
  })

  test('has its own tag where nobody knows, and where it was taken back', () => {
    expect(tagOfFate({ state: 'failed', lastProblem: 'not_known' }).text).toBe('Not known')
    expect(tagOfFate({ state: 'failed', lastProblem: 'cancelled' }).text).toBe('Taken back')
    expect(explanationOf({ state: 'failed', lastProblem: 'not_known' })).toMatch(
      /whether it arrived/,
    )
  })
})
