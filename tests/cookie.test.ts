/** The public address of the service: what it makes of the cookie and of forms. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkFor } from './support/sign-in-link.ts'
import { send, visit } from './support/visit.ts'
import { buildWorld, serverOn, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World

beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

describe('the cookie', () => {
  const cookieAt = async (at: string): Promise<string> => {
    const server = serverOn(world().database, { publicUrl: at })
    const link = await linkFor(world(), world().south.people.facilitator)
    const reply = await send(server, link, { at })
    return String(reply.headers.get('set-cookie'))
  }

  test('is out of reach of scripts and of other sites', async () => {
    expect(await cookieAt('http://localhost:3000')).toMatch(
      /^turnabout=[\w-]{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  test('goes to this host alone and over https alone, where there is https', async () => {
    expect(await cookieAt('https://turnabout.example')).toMatch(
      /^__Host-turnabout=[\w-]{64}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  test('of plain http is not taken on https', async () => {
    const at = 'https://turnabout.example'
    const server = serverOn(world().database, { publicUrl: at })
    const { token } = world().north.people.administrator
    const headers = { cookie: `turnabout=${token}` }
    const reply = await visit(server, '/organisation/staff', { at, headers })
    expect(reply.headers.get('location')).toBe('/sign-in')
    expect((await visit(server, '/organisation/staff', { at, as: { token } })).status).toBe(200)
  })
})

test('behind a proxy that ends https, forms come from the public address', async () => {
  const at = 'https://turnabout.example'
  const server = serverOn(world().database, { publicUrl: at })
  const form = { email: 'nobody@hospital.example' }
  const headers = { origin: at }
  const asked = { at: 'http://turnabout.example', form, headers }
  expect((await send(server, '/sign-in', asked)).headers.get('location')).toBe('/sign-in/sent')
  const elsewhere = { ...asked, headers: { origin: 'https://elsewhere.example' } }
  expect((await send(server, '/sign-in', elsewhere)).status).toBe(404)
})
