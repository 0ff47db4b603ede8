import { expect, test } from 'vitest'
import { exampleStudy } from '../../tests/support/example-study.ts'
import type { Study } from './study.ts'
import { possiblePairings } from './willing-pairings.ts'

/** Every order of the mentees, tried one by one. */
const countByTrying = ({ willingness }: Study, mentors: readonly string[]): number => {
  const willing = new Set(
    willingness.filter(({ isWilling }) => isWilling).map((one) => `${one.mentor} ${one.mentee}`),
  )
  const count = (left: readonly string[], free: readonly string[]): number => {
    const [mentor, ...others] = left
    if (mentor === undefined) return 1
    return free
      .filter((mentee) => willing.has(`${mentor} ${mentee}`))
      .reduce(
        (sum, mentee) =>
          sum +
          count(
            others,
            free.filter((one) => one !== mentee),
          ),
        0,
      )
  }
  return count(mentors, ['C1', 'C2', 'C3', 'C4', 'C5'])
}

test('counts the pairings of those who were still there when the draw was made', async () => {
  const study = await exampleStudy()
  const { mentors, mentees, draw } = possiblePairings(study)
  expect({ mentors, mentees }).toEqual({ mentors: 5, mentees: 5 })
  const expected = countByTrying(study, ['M1', 'M2', 'M3', 'M4', 'M5'])
  expect(draw).toMatchObject({ ok: true, value: { count: BigInt(expected) } })
})

test('says that no complete pairing is possible when a mentee was declined by all', async () => {
  const study = await exampleStudy()
  const willingness = study.willingness.map((one) => ({
    ...one,
    isWilling: one.isWilling && one.mentee !== 'C1',
  }))
  const { draw } = possiblePairings({ ...study, willingness })
  expect(draw).toMatchObject({ ok: false, problem: { kind: 'allocation.no_complete_pairing' } })
})
