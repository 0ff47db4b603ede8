/** What must hold of any file at all, and of every table that is in order. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breachesOf } from '../../../../tests/support/people-table-rules.ts'
import {
  anyFile,
  goodFile,
  readFile,
  secondsSince,
} from '../../../../tests/support/people-tables.ts'

test('two thousand files of any kind are read or refused, wholly, within a second each', () => {
  fc.assert(
    fc.property(anyFile, (bytes) => {
      const begun = process.cpuUsage()
      const outcome = readFile(bytes)
      expect(secondsSince(begun)).toBeLessThan(1)
      expect(breachesOf(outcome)).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a table in order gives exactly its people, in any encoding, with any separator', () => {
  fc.assert(
    fc.property(goodFile(30), ({ people, bytes }) => {
      const outcome = readFile(bytes)
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
      const read = outcome.value.people
      expect(
        read.map(({ row: _, supervisor, ...person }) => ({
          ...person,
          supervisor:
            supervisor?.kind === 'row' ? read.findIndex(({ row }) => row === supervisor.row) : null,
        })),
      ).toEqual(people)
      expect(outcome.value.unused).toEqual(['Ward'])
    }),
    { numRuns: 500 },
  )
})
