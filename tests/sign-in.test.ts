/** Being signed in, and going out. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterOrganisation } from '../src/platform/database.ts'
import { readToken } from '../src/platform/tokens.ts'
import { views } from '../src/web/view-as.ts'
import { everythingStored } from './support/everything-stored.ts'
import { signInAgain } from './support/hospital.ts'
import { linkFor, press } from './support/sign-in-link.ts'
import { send, tokenFrom, visit } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World

beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

const stored = () => everythingStored(world().database)

describe('a sign-in', () => {
  const staffPage = (as: { token: string }) => visit(world().server, '/organisation/staff', { as })

  test('ends when its person signs out, here and not on another device', async () => {
    const here = await signInAgain(world().database, world().north.people.administrator)
    const there = await signInAgain(world().database, here)
    expect((await staffPage(here)).status).toBe(200)
    const reply = await send(world().server, '/sign-out', { as: here })
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/'])
    expect(reply.headers.get('set-cookie')).toMatch(/^turnabout=; Max-Age=0;/)
    expect((await staffPage(here)).headers.get('location')).toBe('/sign-in')
    expect((await staffPage(there)).status).toBe(200)
  })

  test('ends by itself', async () => {
    const person = await signInAgain(world().database, world().north.people.administrator)
    const hash = readToken(person.token)?.hash
    await world()
      .database.transaction()
      .execute(async (tx) => {
        await enterOrganisation(tx, person.organisationId)
        await sql`update sign_ins set expires_at = now() where token_hash = ${hash}`.execute(tx)
      })
    expect((await staffPage(person)).headers.get('location')).toBe('/sign-in')
  })

  test('ended by signing out does not come back by sending the link’s form again', async () => {
    const { administrator } = world().south.people
    const link = await linkFor(world(), administrator)
    const form = { idempotencyKey: crypto.randomUUID() }
    const as = { token: tokenFrom(await press(world().server, link, form)) }
    await send(world().server, '/sign-out', { as })
    const again = { token: tokenFrom(await press(world().server, link, form)) }
    expect((await staffPage(again)).headers.get('location')).toBe('/sign-in')
  })

  test('is worth what its person may do now, not what they might when it began', async () => {
    const person = await signInAgain(world().database, world().south.people.auditor)
    expect((await visit(world().server, '/organisation/audit', { as: person })).status).toBe(200)
    await world()
      .database.transaction()
      .execute(async (tx) => {
        await enterOrganisation(tx, person.organisationId)
        await sql`delete from staff_roles where staff_id = ${person.personId}`.execute(tx)
      })
    expect((await visit(world().server, '/organisation/audit', { as: person })).status).toBe(404)
  })
})

test('nobody looks as somebody else where people are real', async () => {
  const before = await stored()
  const as = world().north.people.lead
  for (const { value } of views) {
    const reply = await send(world().server, '/example/view-as', { as, form: { viewAs: value } })
    expect([reply.status, reply.headers.get('set-cookie')]).toEqual([404, null])
  }
  expect(await stored()).toEqual(before)
})
