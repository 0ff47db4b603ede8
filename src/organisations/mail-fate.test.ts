import { describe, expect, test } from 'vitest'
import type { SendOutcome } from '../platform/smtp.ts'
import { fateAfter, mostAttempts } from './mail-fate.ts'

const now = new Date('2026-10-12T09:00:00Z')
const minutesUntilNext = (attempts: number): number => {
  const { nextAttemptAt } = fateAfter(refused(451), { attempts, now })
  return (nextAttemptAt.getTime() - now.getTime()) / 60_000
}

const refused = (code: number, isAboutTheMail = true): SendOutcome => ({
  kind: 'refused',
  code,
  isAboutTheMail,
})
const noReply = (hasBegun: boolean): SendOutcome => ({
  kind: 'no_reply',
  cause: 'ETIMEDOUT',
  hasBegun,
})

describe('after the first attempt, a mail', () => {
  const cases: readonly (readonly [string, SendOutcome, string, string | null])[] = [
    ['that the server took is sent', { kind: 'taken' }, 'sent', null],
    ['refused for now (451) waits', refused(451), 'waiting', '451'],
    ['refused for good (550) has failed', refused(550), 'failed', '550'],
    ['waits where our login is refused (535)', refused(535, false), 'waiting', '535'],
    ['waits where no server answered', noReply(false), 'waiting', 'ETIMEDOUT'],
    ['is given up where the server had begun to take it', noReply(true), 'failed', 'not_known'],
    ['without an address has failed', { kind: 'no_address' }, 'failed', 'no_address'],
  ]
  test.each(cases)('%s', (_, outcome, state, lastProblem) => {
    expect(fateAfter(outcome, { attempts: 1, now })).toMatchObject({ state, lastProblem })
  })
})

test('the pauses grow from a minute to an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 53].map(minutesUntilNext)).toEqual([
    1, 2, 4, 8, 16, 32, 60, 60, 60,
  ])
})

test('all attempts together take two days', () => {
  const pauses = Array.from({ length: mostAttempts - 1 }, (_, index) => minutesUntilNext(index + 1))
  const hours = pauses.reduce((sum, minutes) => sum + minutes, 0) / 60
  expect(hours).toBeGreaterThanOrEqual(48)
  expect(hours).toBeLessThan(49)
})

test('after the last attempt a mail has failed, with what the server said last', () => {
  for (const outcome of [refused(451), refused(535, false), noReply(false)]) {
    expect(fateAfter(outcome, { attempts: mostAttempts - 1, now }).state).toBe('waiting')
    expect(fateAfter(outcome, { attempts: mostAttempts, now }).state).toBe('failed')
  }
})
