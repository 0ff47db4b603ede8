import { afterAll, describe, expect, test } from 'vitest'
import { readQuestionnaire } from '../../src/questionnaires/answering/open-questionnaire.ts'
import { findResponse } from '../../src/questionnaires/answering/response-store.ts'
import { openAnswering } from '../support/answering.ts'
import { masterKey, testDatabase } from '../support/database.ts'
import { faultsOf, sendAllTwice, ways } from '../support/double-submissions.ts'
import type { Somebody } from '../support/hospital.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const people = 300

test('of 300 people who all send more than once, each has one response', async () => {
  const answering = await openAnswering(database, { mentees: people })
  const { sent, refused } = await sendAllTwice(answering, 8)
  expect(sent).toBe(people)
  expect(refused).toBe((people / 4) * (1 + 1 + 1 + 2))
  expect(await faultsOf(answering, answering.mentees)).toEqual([])
})

describe('two tabs', () => {
  test('with different texts: one of the two is stored, unmixed', async () => {
    const answering = await openAnswering(database)
    const [person] = answering.mentees as [Somebody]
    const outcomes = await ways['two tabs']({ answering, person })
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    const { organisationId } = answering.scope
    const asked = { organisationId, masterKey, programmeId: answering.programmeId, stage: 4 }
    const stored = await answering.change(async (tx) => {
      const open = await readQuestionnaire(tx, { ...asked, participantId: person.personId })
      return open && findResponse(tx, open.place, open.who)
    })
    const winner = outcomes[0]?.ok ? 'tab 1' : 'tab 2'
    expect(stored?.comments.map(({ text }) => text)).toContain(`Written in ${winner}`)
    expect(stored?.comments).toHaveLength(2)
  })
})
