/** What is no feedback has another way: the guardian whom the governance page names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterOrganisation } from '../src/platform/database.ts'
import { findGovernance, putGovernance } from '../src/protocol/governance/store.ts'
import { visit } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const built: { world?: World } = {}
const world = (): World => built.world as World
beforeAll(async () => {
  built.world = await buildWorld()
})
afterAll(() => world().drop())

const read = async (): Promise<string> => {
  const { home, people } = world().north
  const page = await visit(world().server, `/programmes/${home}/concern`, { as: people.mentor })
  expect(page.status).toBe(200)
  return page.text()
}

test('a mentor finds the guardian that is recorded, and the way of patient safety events', async () => {
  expect(await read()).toContain('Your organisation has a guardian')
  const place = { organisationId: world().north.organisationId, programmeId: world().north.home }
  await world()
    .database.transaction()
    .execute(async (tx) => {
      await enterOrganisation(tx, place.organisationId)
      const governance = await findGovernance(tx, place)
      await putGovernance(tx, place, {
        ...governance,
        guardianName: 'Mary Onyango',
        guardianEmail: 'speak.up@north.example',
        patientSafetyRoute: 'Report it on the incident system.',
      })
    })
  const page = await read()
  expect(page).toContain('Mary Onyango')
  expect(page).toContain('mailto:speak.up@north.example')
  expect(page).toContain('Report it on the incident system.')
})
