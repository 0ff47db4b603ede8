/** Who may open what: made from the registry, so that a new route is covered by being there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newToken } from '../src/platform/tokens.ts'
import { allRoutes } from '../src/web/all-routes.ts'
import type { Route, Who } from '../src/web/route.ts'
import { addressIn } from './support/addresses.ts'
import { everythingStored } from './support/everything-stored.ts'
import { type PersonName, personNames, rolesOf, type Somebody } from './support/hospital.ts'
import { send, visit, wordsOf } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World

beforeAll(async () => {
  given.world = await buildWorld()
  await whatChanged()
})
afterAll(() => given.world?.drop())

/** Which programme the address names; a path without `:programme` is the same for all of them. */
type Target = 'home' | 'other' | 'foreign' | 'unknown' | 'malformed'
const targets: readonly Target[] = ['home', 'other', 'foreign', 'unknown', 'malformed']
const nowhere: readonly Target[] = ['foreign', 'unknown', 'malformed']

const programmeOf = (target: Target): string =>
  ({
    home: world().north.home,
    other: world().north.other,
    foreign: world().south.home,
    unknown: crypto.randomUUID(),
    malformed: 'gastroenterology',
  })[target]

const addressOf = (path: string, target: Target): string =>
  addressIn(world(), path, programmeOf(target))

const isOfProgramme = ({ path }: Route): boolean => path.includes(':programme')
/** A malformed id goes no further than the address, whoever asks: two people stand for all. */
const targetsOf = (route: Route, asking: Asking): readonly Target[] => {
  if (!isOfProgramme(route)) return ['home']
  const isTried = asking === 'lead' || asking === 'mentee'
  return isTried ? targets : targets.filter((target) => target !== 'malformed')
}

type Asking = PersonName | 'visitor'
const everybody: readonly Asking[] = ['visitor', ...personNames]
const personOf = (asking: Asking): Somebody | null =>
  asking === 'visitor' ? null : world().north.people[asking]

type Outcome = 'opens' | 'form not understood' | 'sign in first' | 'not found'

/** What `who` promises, worked out here from what each person is, and not by the server's own code. */
const promised = (route: Route, asking: Asking, target: Target): Outcome => {
  const allowed = route.method === 'GET' ? 'opens' : 'form not understood'
  if (asking === 'visitor')
    return route.who === 'world' || route.who === 'everyone' ? allowed : 'sign in first'
  if (isOfProgramme(route) && nowhere.includes(target)) return 'not found'
  return isAllowed(route.who, kindsAt(route, asking, target)) ? allowed : 'not found'
}

const kindsAt = (route: Route, asking: PersonName, target: Target): readonly string[] => {
  const { organisation, home, other } = rolesOf[asking]
  if (!isOfProgramme(route)) return [...organisation, ...home, ...other]
  return [...organisation, ...(target === 'home' ? home : other)]
}

const isAllowed = (who: Who, kinds: readonly string[]): boolean =>
  typeof who === 'string' || who.some((kind) => kinds.includes(kind))

const seen = (response: Response): string => {
  const to = response.headers.get('location')
  if (response.status === 303) return to === '/sign-in' ? 'sign in first' : 'opens'
  const known = { 200: 'opens', 400: 'form not understood', 404: 'not found' }
  return known[response.status as keyof typeof known] ?? String(response.status)
}

/** A form without its idempotency key: whoever may send it is told so, and nothing comes of it. */
const ask = (route: Route, asking: Asking, target: Target): Promise<Response> =>
  visit(world().server, addressOf(route.path, target), {
    as: personOf(asking),
    ...(route.method === 'POST' ? { form: {} } : {}),
  })

let stored: readonly string[] = []

/** Since it was last asked. Every table is read, which costs more than a request: asked after many requests, not each. */
const whatChanged = async (): Promise<readonly string[]> => {
  const before = new Set(stored)
  stored = await everythingStored(world().database)
  return stored.filter((table) => !before.has(table))
}

const pageNotFound = async (asking: Asking): Promise<string> =>
  wordsOf(await visit(world().server, '/nowhere', { as: personOf(asking) }))

/** In the words that there are, so that a refusal can be compared. Looked up once for each. */
const nowherePages = new Map<Asking, Promise<string>>()
const refusalFor = (asking: Asking): Promise<string> => {
  const page = nowherePages.get(asking) ?? pageNotFound(asking)
  nowherePages.set(asking, page)
  return page
}

/** What comes, and whether it is, where it is a refusal, byte for byte the page of an address that is nowhere. */
const comes = async (route: Route, asking: Asking, target: Target): Promise<string> => {
  const reply = await ask(route, asking, target)
  const outcome = seen(reply)
  if (outcome !== 'not found') return outcome
  return (await wordsOf(reply)) === (await refusalFor(asking)) ? outcome : 'another page'
}

const named = allRoutes.map((route) => ({ name: `${route.method} ${route.path}`, route }))
const posts = named.filter(({ route }) => route.method === 'POST')
const paths = [...Map.groupBy(allRoutes, ({ path }) => path)].map(([path, routes]) => ({
  path,
  methods: routes.map(({ method }) => String(method)),
}))

describe('opens to those it names, and to nobody else, who get the page that is nowhere', () => {
  test.each(named)('$name', async ({ route }) => {
    const [was, due]: [Record<string, string>, Record<string, string>] = [{}, {}]
    for (const asking of everybody) {
      for (const target of targetsOf(route, asking)) {
        const place = `${asking} · ${target}`
        was[place] = await comes(route, asking, target)
        due[place] = promised(route, asking, target)
      }
    }
    expect(was).toEqual(due)
  })

  test('and none of it changes what is stored', async () => {
    expect(await whatChanged()).toEqual([])
  })
})

/** What is refused in a programme of somebody else, or in none, is compared above: it is the same page. */
describe('tells nobody what exists elsewhere', () => {
  test.each(named.filter(({ route }) => isOfProgramme(route)))('$name', async ({ route }) => {
    const replies = nowhere.map(async (target) => wordsOf(await ask(route, 'visitor', target)))
    expect(new Set(await Promise.all(replies)).size).toBe(1)
  })

  test('the page that is nowhere is the same for everybody', async () => {
    const pages = await Promise.all(everybody.map(pageNotFound))
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toContain('Page not found')
  })
})

describe('a link that nobody was given', () => {
  const tokens = {
    'of an organisation that there is': () => newToken(world().north.organisationId).text,
    'of an organisation that there is not': () => newToken(crypto.randomUUID()).text,
    'of a sign-in': () => world().north.people.lead.token,
    'of the wrong form': () => 'a%00-b',
  }
  const cases = Object.entries(tokens).map(([kind, token]) => ({ kind, token }))

  test.each(cases)('$kind does not set up', async ({ token }) => {
    const before = await everythingStored(world().database)
    const [page, form] = [
      `/set-up/${token()}`,
      { organisationName: 'X', name: 'Y', email: 'y@z.example' },
    ]
    const replies = [
      await visit(world().server, page),
      await visit(world().server, `${page}/own`),
      await send(world().server, `${page}/own`, { form }),
      await send(world().server, `${page}/example`),
    ]
    const nowherePage = await pageNotFound('visitor')
    for (const reply of replies) expect(await wordsOf(reply)).toBe(nowherePage)
    expect(await everythingStored(world().database)).toEqual(before)
  })

  test.each(cases)('$kind does not sign in', async ({ token }) => {
    const before = await everythingStored(world().database)
    const reply = await send(world().server, `/sign-in/link/${token()}`)
    expect(reply.status).toBe(400)
    expect(reply.headers.get('set-cookie')).toBeNull()
    expect(await wordsOf(reply)).toBe(
      await wordsOf(
        await send(world().server, `/sign-in/link/${newToken(crypto.randomUUID()).text}`),
      ),
    )
    expect(await everythingStored(world().database)).toEqual(before)
  })

  test('the set-up link does not sign in, and a staff link does not set up', async () => {
    const reply = await send(world().server, `/sign-in/link/${world().setUpToken}`)
    expect(reply.status).toBe(400)
  })
})

describe('another method than the registry has', () => {
  test.each(paths)('$path', async ({ path, methods }) => {
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !methods.includes(one))
    const page = await (await visit(world().server, '/sign-out')).text()
    expect(page).toContain('This page cannot be opened like this')
    for (const method of others) {
      for (const target of ['home', 'foreign', 'unknown'] as const) {
        const reply = await visit(world().server, addressOf(path, target), { method })
        expect([method, reply.status]).toEqual([method, 405])
        const allow = reply.headers.get('allow')?.split(', ')
        expect(allow?.toSorted()).toEqual(methods.toSorted())
        expect(await reply.text()).toBe(page)
      }
    }
  })
})

describe('a form sent from another site does nothing', () => {
  const elsewhere = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://evil.localhost:3000', 'sec-fetch-site': 'same-site' },
  ]

  test.each(posts)('$name', async ({ route }) => {
    const form = { name: 'Y', email: 'y@z.example', organisationName: 'X', viewAs: 'lead' }
    const nowherePage = await pageNotFound('visitor')
    for (const asking of everybody) {
      for (const headers of elsewhere) {
        const as = personOf(asking)
        const reply = await send(world().server, addressOf(route.path, 'home'), {
          as,
          form,
          headers,
        })
        expect(await wordsOf(reply)).toBe(nowherePage)
      }
    }
  })

  test('and none of it changes what is stored', async () => {
    expect(await whatChanged()).toEqual([])
  })
})

test.each([
  { kind: 'without a boundary', type: 'multipart/form-data', body: 'x' },
  { kind: 'cut off', type: 'multipart/form-data; boundary=b', body: '--b\r\nContent-Disp' },
  { kind: 'that is JSON', type: 'application/json', body: '{"idempotencyKey":"x"}' },
  { kind: 'of no kind', type: 'application/octet-stream', body: '\0\0' },
])('a form $kind is not understood, and says so', async ({ type, body }) => {
  const before = await everythingStored(world().database)
  for (const { route } of posts) {
    const asking = personNames.find((name) => promised(route, name, 'home') !== 'not found')
    const reply = await world().server.request(
      `http://localhost:3000${addressOf(route.path, 'home')}`,
      {
        method: 'POST',
        headers: {
          origin: 'http://localhost:3000',
          'content-type': type,
          cookie: `turnabout=${personOf(asking ?? 'visitor')?.token}`,
        },
        body,
      },
    )
    expect([route.path, reply.status]).toEqual([route.path, 400])
  }
  expect(await everythingStored(world().database)).toEqual(before)
})

test('a form of more than 1 MB is refused before it is read', async () => {
  const before = await everythingStored(world().database)
  const form = { email: 'a'.repeat(1_000_001) }
  const reply = await send(world().server, '/sign-in', { form })
  expect(reply.status).toBe(413)
  expect(await everythingStored(world().database)).toEqual(before)
})

test.each(['', 'x', 'x'.repeat(64), '%00', '__Host-turnabout'])(
  'a cookie that no sign-in gave (%j) is a visitor’s',
  async (token) => {
    const reply = await visit(world().server, '/organisation/staff', { as: { token } })
    expect(reply.headers.get('location')).toBe('/sign-in')
  },
)
