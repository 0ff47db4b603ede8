import { expect, test } from 'vitest'
import { forgetTries, mostTries, takeTry } from './tries.ts'

const owner = (participantId: string) => ({
  ...{ organisationId: 'north', programmeId: 'programme', participantId },
})
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 9, minute))
const tries = (participantId: string, minute: number): number =>
  Array.from({ length: 2 * mostTries }).filter(() => takeTry(owner(participantId), at(minute)))
    .length

test('a passphrase can be tried ten times within an hour, by each mentee', () => {
  expect([tries('one', 0), tries('one', 59), tries('one', 60)]).toEqual([10, 0, 10])
  expect(tries('other', 60)).toBe(10)
})

test('the right one ends the count', () => {
  expect(tries('right', 0)).toBe(10)
  forgetTries(owner('right'))
  expect(tries('right', 1)).toBe(10)
})
