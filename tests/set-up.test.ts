/** A new installation: the set-up link, the example, one's own organisation, and looking at the example as others. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { foundOrganisation } from '../src/organisations/actions.ts'
import { ensureInstallation, operatorScope } from '../src/organisations/set-up.ts'
import { listOrganisations } from '../src/organisations/store.ts'
import { type Database, installationId, read } from '../src/platform/database.ts'
import { readToken } from '../src/platform/tokens.ts'
import { views } from '../src/web/view-as.ts'
import { masterKey, newDatabase } from './support/database.ts'
import { everythingStored } from './support/everything-stored.ts'
import { send, tokenFrom, visit, wordsOf } from './support/visit.ts'
import { newSetUpToken, type Server, serverOn } from './support/world.ts'

type New = {
  readonly database: Database
  readonly drop: () => Promise<void>
  readonly server: Server
  /** The path of the set-up page. */
  readonly page: string
}
const given: { installation?: New } = {}
const here = (): New => given.installation as New

beforeEach(async () => {
  const { database, drop } = await newDatabase()
  await ensureInstallation({ database, masterKey })
  const page = `/set-up/${await newSetUpToken(database)}`
  given.installation = { database, drop, server: serverOn(database), page }
})
afterEach(() => here().drop())

const own = {
  organisationName: 'Northgate Hospital',
  name: 'Ada Quillfeather',
  email: 'ada@hospital.example',
}

const startOwn = (more: Record<string, string> = {}): Promise<Response> =>
  send(here().server, `${here().page}/own`, { form: { ...own, ...more } })
const openExample = (form: Record<string, string> = {}): Promise<Response> =>
  send(here().server, `${here().page}/example`, { form })
const organisations = async (): Promise<readonly string[]> =>
  (await read(here().database, installationId, listOrganisations)).map(({ name }) => name)
const stored = () => everythingStored(here().database)

const imported = { organisationId: crypto.randomUUID(), kind: 'own', name: 'Imported' } as const

test('an organisation that an import made belongs to whoever sets up', async () => {
  const { database } = here()
  await foundOrganisation(operatorScope({ database, masterKey }, installationId), imported)
  const token = tokenFrom(await startOwn())
  expect(readToken(token)?.organisationId).toBe(imported.organisationId)
  expect(await organisations()).toEqual([own.organisationName])
})

describe('the set-up link', () => {
  test('opened any number of times, on each of its pages, spends nothing', async () => {
    const before = await stored()
    for (const path of [here().page, here().page, `${here().page}/own`, `${here().page}/own`]) {
      expect((await visit(here().server, path)).status).toBe(200)
    }
    expect(await stored()).toEqual(before)
  })

  test('stays after the example was opened, which is loaded once', async () => {
    const first = await openExample()
    const second = await openExample()
    expect(tokenFrom(first)).not.toBe(tokenFrom(second))
    expect(await organisations()).toEqual(['Example Teaching Hospital'])
    expect((await visit(here().server, here().page)).status).toBe(200)
  })

  test('sets up one organisation and is closed for good', async () => {
    const reply = await startOwn()
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/'])
    const as = { token: tokenFrom(reply) }
    const staff = await (await visit(here().server, '/organisation/staff', { as })).text()
    for (const word of Object.values(own)) expect(staff).toContain(word)
    const before = await stored()
    const nowhere = await wordsOf(await visit(here().server, '/nowhere'))
    const later = [
      await visit(here().server, here().page),
      await visit(here().server, `${here().page}/own`),
      await startOwn(),
      await openExample(),
    ]
    for (const refused of later) expect(await wordsOf(refused)).toBe(nowhere)
    expect(await stored()).toEqual(before)
  })

  test('is closed with all others of its kind, such as that of an earlier start', async () => {
    const earlier = `/set-up/${await newSetUpToken(here().database)}`
    expect((await visit(here().server, earlier)).status).toBe(200)
    await startOwn()
    expect((await visit(here().server, earlier)).status).toBe(404)
    expect((await send(here().server, `${earlier}/own`, { form: own })).status).toBe(404)
    expect((await send(here().server, `${earlier}/example`)).status).toBe(404)
    expect(await organisations()).toHaveLength(1)
  })

  test('sets up one organisation when its form is sent several times at once', async () => {
    const idempotencyKey = crypto.randomUUID()
    const replies = await Promise.all(Array.from({ length: 6 }, () => startOwn({ idempotencyKey })))
    expect(new Set(replies.map(tokenFrom)).size).toBe(1)
    expect(await organisations()).toEqual([own.organisationName])
  })

  test('in two hands sets up one organisation', async () => {
    const names = ['Northgate Hospital', 'Southmoor Hospital', 'Westcliff Hospital']
    const replies = await Promise.all(
      names.map((organisationName) => startOwn({ organisationName })),
    )
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 404, 404])
    expect(await organisations()).toHaveLength(1)
  })

  test('loads one example when it is pressed several times at once', async () => {
    const replies = await Promise.all([openExample(), openExample(), openExample()])
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await organisations()).toEqual(['Example Teaching Hospital'])
  })

  test.each([
    { field: 'organisationName', value: ' ', says: 'Enter the name of your organisation' },
    { field: 'name', value: '', says: 'Enter your name' },
    { field: 'email', value: 'ada', says: 'Enter an email address in the form name@example.com' },
  ])('is not spent by a form without a proper $field', async ({ field, value, says }) => {
    const before = await stored()
    const reply = await startOwn({ [field]: value })
    expect(reply.status).toBe(422)
    const page = await reply.text()
    expect(page).toContain('<title>Error: ')
    expect(page.split(says)).toHaveLength(3)
    expect(await stored()).toEqual(before)
    expect((await startOwn()).status).toBe(303)
  })

  test('takes a name as it is written, and never as markup', async () => {
    const name = '<script>alert(1)</script> & Söhne “☃”'
    const as = { token: tokenFrom(await startOwn({ name })) }
    const staff = await (await visit(here().server, '/organisation/staff', { as })).text()
    expect(staff).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Söhne “☃”')
    expect(staff).not.toContain('<script>alert')
  })
})

describe('looking at the example as somebody else', () => {
  const lookAs = (token: string, viewAs: string, key = crypto.randomUUID()): Promise<Response> =>
    send(here().server, '/example/view-as', {
      as: { token },
      form: { viewAs, idempotencyKey: key },
    })

  const startPage = async (token: string): Promise<string> => {
    const reply = await visit(here().server, '/', { as: { token } })
    const to = reply.headers.get('location')
    return to === null ? reply.text() : (await visit(here().server, to, { as: { token } })).text()
  }

  test('goes from each kind of person to the next; sent twice at once it goes to one', async () => {
    let token = tokenFrom(await openExample())
    for (const { value } of views) {
      const next = tokenFrom(await lookAs(token, value))
      const page = await startPage(next)
      expect(page).toContain(`value="${value}" selected=""`)
      token = next
    }
    const key = crypto.randomUUID()
    const twice = await Promise.all([1, 2].map(() => lookAs(token, 'mentor', key)))
    expect(new Set(twice.map(tokenFrom)).size).toBe(1)
  })

  test('knows no other kinds', async () => {
    const token = tokenFrom(await openExample())
    const before = await stored()
    for (const view of ['', 'superuser', 'lead@hospital.example', 'toString']) {
      expect((await lookAs(token, view)).status).toBe(404)
    }
    expect(await stored()).toEqual(before)
  })

  test('exists in no other organisation', async () => {
    await openExample()
    const token = tokenFrom(await startOwn())
    expect(await startPage(token)).not.toContain('Look at it as')
    const before = await stored()
    const nowhere = await wordsOf(await visit(here().server, '/nowhere'))
    for (const { value } of views) expect(await wordsOf(await lookAs(token, value))).toBe(nowhere)
    expect(await stored()).toEqual(before)
  })

  test('is for those who are signed in', async () => {
    await openExample()
    const before = await stored()
    const reply = await send(here().server, '/example/view-as', { form: { viewAs: 'lead' } })
    expect(reply.headers.get('location')).toBe('/sign-in')
    expect(await stored()).toEqual(before)
  })
})

test('the example does not open one’s own organisation, nor the other way round', async () => {
  const example = { token: tokenFrom(await openExample()) }
  const administrator = {
    token: tokenFrom(
      await send(here().server, '/example/view-as', {
        as: example,
        form: { viewAs: 'administrator' },
      }),
    ),
  }
  const mine = { token: tokenFrom(await startOwn()) }
  const staffOf = async (as: { token: string }) =>
    (await visit(here().server, '/organisation/staff', { as })).text()
  expect(await staffOf(administrator)).not.toContain(own.name)
  expect(await staffOf(mine)).not.toContain('Joan Pickering')
})
