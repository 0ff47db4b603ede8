/** The lead sees every questionnaire as participants will, before the programme opens; nothing can be sent from there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterOrganisation } from '../../src/platform/database.ts'
import { updateProgramme } from '../../src/protocol/store.ts'
import { visit } from '../support/visit.ts'
import { buildWorld, type World } from '../support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World
beforeAll(async () => {
  given.world = await buildWorld()
  const { organisationId, home: programmeId } = world().north
  await world()
    .database.transaction()
    .execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      await updateProgramme(tx, { organisationId, programmeId }, { state: 'setting_up' })
    })
})
afterAll(() => given.world?.drop())

const page = async (path: string): Promise<string> => {
  const { server, north } = world()
  const address = `/programmes/${north.home}/preview${path}`
  const reply = await visit(server, address, { as: north.people.lead })
  expect(reply.status).toBe(200)
  return reply.text()
}

test('the list leads to every questionnaire, for each role that it asks', async () => {
  const list = await page('')
  const links = [...list.matchAll(/preview\/(\d\/\w+)"/g)].map(([, link]) => link)
  expect(links).toEqual(['1/mentor', '3/mentor', '4/mentor', '4/mentee', '5/mentor', '5/mentee'])
  for (const link of links) expect(await page(`/${link}`)).toContain('Preview: nothing is saved.')
})

test('a preview has the questions, and nothing with which to send them', async () => {
  const preview = await page('/4/mentee')
  expect(preview.match(/role="radiogroup"/g)).toHaveLength(14)
  expect(preview).toContain('How long do you expect the session to take at most?')
  expect(preview).toMatch(/<button[^>]*disabled=""[^>]*>Send answers<\/button>/)
  const main = preview.slice(preview.indexOf('<main'), preview.indexOf('</main>'))
  expect(main).not.toContain('<form')
  expect(main).not.toContain('data-drafts')
})

test('a role that is asked nothing sees so', async () => {
  expect(await page('/1/mentee')).toContain('Nothing is asked of them at this stage.')
})
