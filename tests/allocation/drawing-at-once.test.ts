/**
 * People who press at the same moment, on the real database: one draw, whoever was first. `ROUNDS=1000` for the long form.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { giveValue, lockWillingness, makeDraw } from '../../src/allocation/procedure/actions.ts'
import { type Allocating, startAllocating } from '../support/allocation-under-way.ts'
import { testDatabase } from '../support/database.ts'
import { committed, currentOf, locked, values } from '../support/drawing-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { patience } from '../support/program.ts'

const rounds = Number(process.env.ROUNDS ?? 30)
vi.setConfig({ testTimeout: Math.max(patience, rounds * 1000) })

const database = testDatabase()
let allocating: Allocating
beforeAll(async () => {
  allocating = await startAllocating(database, { willing: (a, b) => (a + b) % 5 !== 0 })
})
afterAll(() => database.destroy())

/** The next round begins as the first one did. */
const forgetDraws = () => allocating.change((tx) => tx.deleteFrom('allocationDraws').execute())

const entriesOf = (event: string) =>
  allocating.change(async (tx) => {
    const rows = tx.selectFrom('auditEntries').select('position').where('event', '=', event)
    return (await rows.execute()).length
  })

type Outcome = { readonly ok: boolean; readonly problem?: { readonly kind: string } }

const inWords = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.map((outcome) => (outcome.ok ? 'done' : (outcome.problem?.kind ?? ''))).toSorted()

const all = (people: readonly Somebody[], press: (person: Somebody) => Promise<Outcome>) =>
  Promise.all(people.map(press))

describe(`${rounds} rounds`, () => {
  test('of two leads and a facilitator who draw at the same moment make one draw each, which all of them find', async () => {
    const { lead, secondLead, facilitator, programmeId, scopeOf } = allocating
    const before = await entriesOf('allocation.drawn')
    const certificates = new Set<string>()
    for (let round = 0; round < rounds; round += 1) {
      const number = await committed(allocating)
      const outcomes = await all([lead, secondLead, facilitator], (person) =>
        makeDraw(scopeOf(person), { programmeId, number }),
      )
      const already = 'allocation.drawn_already'
      expect(inWords(outcomes)).toEqual([already, already, 'done'])
      const [one, other] = [await currentOf(allocating), await currentOf(allocating)]
      expect(one).toMatchObject({ number, state: 'drawn' })
      expect(one.certificate).toBe(other.certificate)
      expect(inWords([await makeDraw(scopeOf(lead), { programmeId, number })])).toEqual([already])
      expect((await currentOf(allocating)).certificate).toBe(one.certificate)
      certificates.add(String(one.certificate))
      await forgetDraws()
    }
    expect(certificates.size).toBe(rounds)
    expect(await entriesOf('allocation.drawn')).toBe(before + rounds)
  })

  test('of a lead and a facilitator who give their values at the same moment commit once each', async () => {
    const { lead, secondLead, facilitator, programmeId, scopeOf } = allocating
    for (let round = 0; round < rounds; round += 1) {
      const number = await locked(allocating)
      const outcomes = await all([lead, facilitator, secondLead], (person) => {
        const role = person === facilitator ? 'facilitator' : 'lead'
        return giveValue(scopeOf(person), { programmeId, number, role, value: values[role] })
      })
      expect(inWords(outcomes)).toHaveLength(3)
      expect(inWords(outcomes).filter((word) => word === 'done')).toHaveLength(2)
      const { state, commitment } = await currentOf(allocating)
      expect(state).toBe('committed')
      expect(commitment).toMatch(/^[0-9a-f]{64}$/)
      await forgetDraws()
    }
  })

  test('of two leads who close the willingness at the same moment begin one draw each', async () => {
    const { lead, secondLead, programmeId, scopeOf } = allocating
    for (let round = 0; round < rounds; round += 1) {
      const outcomes = await all([lead, secondLead], (person) =>
        lockWillingness(scopeOf(person), { programmeId }),
      )
      expect(inWords(outcomes)).toEqual(['allocation.under_way', 'done'])
      await forgetDraws()
    }
  })

  test('of a double click store once: the same form has the same outcome', async () => {
    const { lead, programmeId, scopeOf } = allocating
    for (let round = 0; round < rounds; round += 1) {
      const number = await committed(allocating)
      const scope = scopeOf(lead)
      const twice = [scope, scope].map((same) => makeDraw(same, { programmeId, number }))
      const [one, other] = await Promise.all(twice)
      expect(one?.ok).toBe(true)
      expect(other).toEqual(one)
      await forgetDraws()
    }
  })
})
