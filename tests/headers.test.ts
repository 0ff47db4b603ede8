/** What every reply tells the browser, and that every page keeps to it; made from the registry. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '../src/web/all-routes.ts'
import { addressIn } from './support/addresses.ts'
import { visit } from './support/visit.ts'
import { buildWorld, serverOn, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World

beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

const policyOf = (response: Response): ReadonlyMap<string, string> => {
  const parts = String(response.headers.get('content-security-policy')).split(/;\s*/)
  return new Map(
    parts.map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]),
  )
}

const nonceOf = (response: Response): string => {
  const [, nonce] =
    /^'nonce-([\w+/=]{16,})'$/.exec(policyOf(response).get('script-src') ?? '') ?? []
  if (nonce === undefined) throw new Error('The policy has no nonce.')
  return nonce
}

const markup = {
  scripts: /<script\b[^>]*>/g,
  handlers: /<[^>]+\son\w+\s*=/g,
  styles: /<style\b|<[^>]+\sstyle\s*=/g,
  elsewhere: /<(?:script|link|img|iframe|form)\b[^>]+(?:src|href|action)="(?:https?:)?\/\/[^"]*"/g,
}

const gets = allRoutes
  .filter(({ method }) => method === 'GET')
  .map((route) => ({ name: route.path, route }))

const expectKept = async (response: Response): Promise<void> => {
  const page = await response.text()
  const nonce = nonceOf(response)
  for (const [script] of page.matchAll(markup.scripts)) {
    expect(script).toContain(`nonce="${nonce}"`)
  }
  for (const kind of [markup.handlers, markup.styles, markup.elsewhere]) {
    expect(page.match(kind)).toBeNull()
  }
  expect(response.headers.get('cache-control')).toBe('no-store')
}

const isPage = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/html') === true

describe('a page keeps to the policy that it is sent with', () => {
  test.each(gets)('$name', async ({ route }) => {
    const { people, home } = world().north
    for (const as of [null, ...Object.values(people)]) {
      const response = await visit(world().server, addressIn(world(), route.path, home), { as })
      if (isPage(response)) await expectKept(response)
    }
  })
})

describe('every reply', () => {
  const replies = (): Promise<readonly Response[]> =>
    Promise.all(
      ['/', '/sign-in', '/organisation/staff', '/nowhere', '/health/live', '/assets/page.css'].map(
        (path) => visit(world().server, path),
      ),
    )

  test('allows nothing from elsewhere, no frames, no plug-ins, and scripts by nonce alone', async () => {
    for (const reply of await replies()) {
      const { 'script-src': scripts = '', ...rest } = Object.fromEntries(policyOf(reply))
      expect(scripts).toMatch(/^'nonce-[^' ]+'$/)
      expect(rest).toEqual({
        'default-src': "'none'",
        'style-src': "'self'",
        'img-src': "'self'",
        'connect-src': "'self'",
        'media-src': "'self' blob:",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
        'base-uri': "'none'",
      })
    }
  })

  test('has a nonce of its own', async () => {
    const nonces = (await replies()).map(nonceOf)
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  test('is not guessed at, not framed, and tells other sites no address', async () => {
    for (const { headers } of await replies()) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  test('asks for https from then on where there is https, and not where there is none', async () => {
    const at = 'https://turnabout.example'
    const secure = await visit(serverOn(world().database, { publicUrl: at }), '/', { at })
    expect(secure.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
    for (const { headers } of await replies()) {
      expect(headers.get('strict-transport-security')).toBeNull()
    }
  })
})
