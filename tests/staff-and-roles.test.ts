/** From an empty organisation to somebody who may look at a study: staff, their roles, and how they lose them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listStaff } from '../src/organisations/store.ts'
import { read } from '../src/platform/database.ts'
import { everythingStored } from './support/everything-stored.ts'
import { linkIn, mailsOf } from './support/mailbox.ts'
import { askForLink, press } from './support/sign-in-link.ts'
import { send, tokenFrom, visit } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

const administrator = () => world().north.people.administrator
const stored = () => everythingStored(world().database)

const addStaff = (form: Record<string, string>): Promise<Response> =>
  send(world().server, '/organisation/staff', { as: administrator(), form })

const rolesPath = (): string => `/programmes/${world().north.home}/roles`
const giveRoles = (form: Record<string, string>): Promise<Response> =>
  send(world().server, rolesPath(), { as: administrator(), form })

const staffIdOf = async (email: string): Promise<string> => {
  const { organisationId } = world().north
  const staff = await read(world().database, organisationId, (tx) => listStaff(tx, organisationId))
  return staff.find((member) => member.email === email)?.staffId ?? 'nobody'
}

const signInByMail = async (email: string): Promise<string> => {
  await askForLink(world().server, email)
  const mails = await mailsOf(world().database, world().north.organisationId)
  return tokenFrom(await press(world().server, linkIn(mails.find(({ to }) => to === email))))
}

describe('adding somebody to the staff', () => {
  test('lets them in by mail; a role in a programme opens it, and its loss closes it', async () => {
    const email = 'elin.price@north.example'
    expect((await addStaff({ name: 'Elin Price', email })).status).toBe(303)
    const staffPage = await visit(world().server, '/organisation/staff', { as: administrator() })
    expect(await staffPage.text()).toContain('Elin Price')
    const token = await signInByMail(email)
    const look = () =>
      visit(world().server, `/programmes/${world().north.home}/comparisons`, { as: { token } })
    expect((await look()).status).toBe(404)
    const field = `roles-${await staffIdOf(email)}`
    expect((await giveRoles({ [field]: 'researcher' })).status).toBe(303)
    expect((await look()).status).toBe(200)
    const rolesPage = await visit(world().server, rolesPath(), { as: administrator() })
    expect(await rolesPage.text()).toMatch(
      new RegExp(
        `name="${field}"[^>]*(value="researcher"[^>]*checked|checked[^>]*value="researcher")`,
      ),
    )
    expect((await giveRoles({})).status).toBe(303)
    expect((await look()).status).toBe(404)
  })

  test('asks again for what is missing or no address, and keeps what was typed', async () => {
    const before = await stored()
    const reply = await addStaff({ name: '', email: 'not an address' })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain('Enter a name')
    expect(page).toContain('Enter an email address in the form name@example.com')
    expect(page).toContain('value="not an address"')
    expect(await stored()).toEqual(before)
  })

  test('refuses an address that somebody has, however it is written', async () => {
    const before = await stored()
    const taken = String(world().north.people.lead.email).toUpperCase()
    const reply = await addStaff({ name: 'Another', email: taken })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('Somebody on the staff already has this email address')
    expect(await stored()).toEqual(before)
  })
})

describe('giving roles', () => {
  test('to somebody of another organisation is not found, and changes nothing', async () => {
    const before = await stored()
    const foreign = world().south.people.lead.personId
    expect((await giveRoles({ [`roles-${foreign}`]: 'lead' })).status).toBe(404)
    expect(await stored()).toEqual(before)
  })

  test('that do not exist gives none', async () => {
    const { personId, token } = world().north.people.auditor
    await giveRoles({ [`roles-${personId}`]: 'superuser' })
    const page = await visit(world().server, rolesPath(), { as: { token } })
    expect(page.status).toBe(404)
  })
})
