/** A mentor who has said yes to nobody is not drawn, as they were promised; the lead reads numbers before the draw. */
import { afterAll, expect, test } from 'vitest'
import { startAllocating } from '../support/allocation-under-way.ts'
import { testDatabase } from '../support/database.ts'
import { committed, currentOf, drawn } from '../support/drawing-pairs.ts'
import { visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

test('the draw is made among the others, and says for how many there is no mentor', async () => {
  const allocating = await startAllocating(database, {
    ...{ mentors: 5, mentees: 5 },
    willing: (mentor) => mentor > 0,
  })
  await committed(allocating)
  const { lead, programmeId } = allocating
  const page = await (
    await visit(server, `/programmes/${programmeId}/allocation`, { as: lead })
  ).text()
  expect(page).toContain('In this draw: 4 mentors and 5 mentees')
  expect(page).toContain('1 person takes part and is not in this draw')
  expect(page).toContain('1 mentee will have no mentor')
})

test('with a free mentor fewer nobody goes without', async () => {
  const allocating = await startAllocating(database, {
    ...{ mentors: 6, mentees: 5 },
    willing: (mentor) => mentor > 0,
  })
  await drawn(allocating)
  const { certificate } = await currentOf(allocating)
  expect(JSON.parse(certificate ?? '{}')).toMatchObject({ mentors: 5, mentees: 5, pairs: 5 })
})
