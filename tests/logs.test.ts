/** What must never be written down: tokens, names and addresses in the log, or in tables that only keep traces. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { makeLogger } from '../src/platform/log.ts'
import { route } from '../src/web/route.ts'
import { allRowsOf } from './support/everything-stored.ts'
import { linkIn, mailsOf } from './support/mailbox.ts'
import { send, tokenFrom, visit } from './support/visit.ts'
import { buildWorld, serverOn, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World
const lines: string[] = []
const logger = makeLogger('debug', { write: (line) => lines.push(line) })

beforeAll(async () => {
  given.world = await buildWorld({ logger })
})
afterAll(() => given.world?.drop())

/** Everything that people do at the doors, and the tokens that they were given. */
const comeAndGo = async (): Promise<readonly string[]> => {
  const { server, setUpToken, north } = world()
  const email = String(north.people.lead.email)
  await send(server, '/sign-in', { form: { email } })
  await send(server, '/sign-in', { form: { email: `<${email}` } })
  const link = linkIn((await mailsOf(world().database, north.organisationId))[0])
  await visit(server, link)
  const signIn = tokenFrom(await send(server, link))
  await visit(server, `/programmes/${north.home}`, { as: { token: signIn } })
  await send(server, '/sign-out', { as: { token: signIn } })
  const example = tokenFrom(await send(server, `/set-up/${setUpToken}/example`))
  const form = { viewAs: 'mentor' }
  const view = tokenFrom(await send(server, '/example/view-as', { as: { token: example }, form }))
  const own = { organisationName: 'Westcliff Quillfeather', name: 'Ada Quillfeather', email }
  const administrator = tokenFrom(await send(server, `/set-up/${setUpToken}/own`, { form: own }))
  await visit(server, `/nowhere/${email}?name=Quillfeather`, { headers: { referer: email } })
  return [String(link.split('/').at(-1)), signIn, setUpToken, example, view, administrator]
}

/** A token in each of the forms in which it could stand somewhere. */
const formsOf = (token: string): readonly string[] => {
  const secret = Buffer.from(token, 'base64url').subarray(16)
  return [token, secret.toString('hex'), secret.toString('base64url'), secret.toString('base64')]
}

test('coming and going leaves no token, name or address in the log or in the tables of traces', async () => {
  const tokens = await comeAndGo()
  const traces = ['idempotency_keys', 'audit_entries', 'sign_in_links', 'sign_ins', 'mails']
  const rows = await Promise.all(traces.map((table) => allRowsOf(world().database, table)))
  for (const table of rows) expect(table.length).toBeGreaterThan(0)
  expect(lines).toHaveLength(10)
  const written = [...lines, ...rows.flat()].join('\n')
  const secrets = ['Quillfeather', 'hospital.example', 'Northgate', ...tokens.flatMap(formsOf)]
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([])
})

test('each request is one line: its route, and never its address', async () => {
  lines.length = 0
  const { token } = world().north.people.researcher
  await visit(world().server, `/programmes/${world().north.home}/themes`, { as: { token } })
  await visit(world().server, '/nowhere/at-all?secret=1')
  const [known, unknown, ...more] = lines.map((line) => JSON.parse(line))
  expect(more).toEqual([])
  expect(known).toMatchObject({
    method: 'GET',
    route: '/programmes/:programme/themes',
    status: 200,
  })
  expect(unknown).toMatchObject({ method: 'GET', status: 404 })
  expect(JSON.stringify(unknown)).not.toMatch(/nowhere|secret/)
})

const failing = (error: Error) =>
  route({
    method: 'GET',
    path: '/fails',
    who: 'everyone',
    params: z.object({}),
    input: z.object({}),
    handle: () => Promise.reject(error),
  })

test('a defect is one number on the page, and in the log a place without what it was about', async () => {
  lines.length = 0
  const cause = Object.assign(new Error('Key (email)=(ada@hospital.example)'), { code: '23505' })
  const routes = [failing(new Error('Ada Quillfeather scored 3', { cause }))]
  const reply = await visit(serverOn(world().database, { logger, routes }), '/fails')
  expect(reply.status).toBe(500)
  const page = await reply.text()
  const written = lines.join('\n')
  expect(page + written).not.toMatch(/Quillfeather|hospital\.example|scored/)
  const { requestId, error } = lines
    .map((line) => JSON.parse(line))
    .find(({ level }) => level === 50)
  expect(page).toContain(requestId)
  expect(error).toMatchObject({ name: 'Error', cause: { code: '23505' } })
  expect(error.stack.join('\n')).toContain('logs.test.ts')
})

test('a database that is away is said to be away, not empty', async () => {
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const reply = await visit(serverOn(world().database, { routes: [failing(away)] }), '/fails')
  expect(reply.status).toBe(503)
  expect(await reply.text()).toContain('not available just now')
})
