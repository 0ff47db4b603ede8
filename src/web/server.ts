/** From a request to a reply: who asks, may they, then the route's own handler. */
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { installationId, read } from '../platform/database.ts'
import type { Logger } from '../platform/log.ts'
import { mayEnter } from './access.ts'
import { loadPerson } from './load-person.ts'
import { failed, notFound, tooLarge, wrongMethod } from './refusals.ts'
import { cookieName, respond } from './replies.ts'
import type { Person, Route, RouteContext } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import type { Env, Request, ServerParts } from './server-parts.ts'

const formLimitBytes = 1_000_000

export const makeServer = (parts: ServerParts): Hono<Env> => {
  const app = new Hono<Env>()
  app.use(logged(parts.logger))
  app.use(securityHeaders(parts.isSecure))
  app.use(csrf({ origin: (origin, request) => originsOf(parts, request).includes(origin) }))
  for (const route of parts.routes) {
    const maxSize = route.limitBytes ?? formLimitBytes
    const limit = bodyLimit({ maxSize, onError: (request) => tooLarge(parts, request, maxSize) })
    app.on(route.method, route.path, limit, (request) => answer(parts, route, request))
  }
  for (const [path, methods] of methodsByPath(parts.routes)) {
    app.all(path, (request) => wrongMethod(parts, request, methods))
  }
  app.notFound((request) => notFound(parts, request))
  app.onError((error, request) => failed(parts, request, error))
  return app
}

/** Forms come from the service's own pages: where it was asked, and where a proxy that ends https shows it. */
const originsOf = ({ service }: ServerParts, request: Context): readonly string[] => [
  new URL(request.req.url).origin,
  new URL(service.publicUrl).origin,
]

/** One line per request: the route, never the address, which may hold a token. */
const logged = (logger: Logger) => async (request: Request, next: () => Promise<void>) => {
  const started = performance.now()
  request.set('requestId', randomUUID())
  await next()
  const milliseconds = Math.round((performance.now() - started) * 10) / 10
  const { method, routePath } = request.req
  const facts = { requestId: request.get('requestId'), method, route: routePath }
  logger.info({ ...facts, status: request.res.status, milliseconds }, 'request')
}

const methodsByPath = (routes: readonly Route[]): ReadonlyMap<string, readonly string[]> => {
  const paths = Map.groupBy(routes, (route) => route.path)
  return new Map([...paths].map(([path, group]) => [path, group.map((route) => route.method)]))
}

const answer = async (parts: ServerParts, route: Route, request: Request): Promise<Response> => {
  const cookie = getCookie(request, cookieName(parts.isSecure)) ?? null
  const person = await loadPerson(parts.database, route.who === 'world' ? null : cookie)
  const params = request.req.param()
  const programmeId = params.programme ?? null
  if (!mayEnter(route.who, person, programmeId)) {
    return person.kind === 'visitor' ? request.redirect('/sign-in', 303) : notFound(parts, request)
  }
  const input = await inputOf(route, request)
  const range = request.req.header('range') ?? null
  const context = contextFor(parts, { person, params, input, signInToken: cookie, range })
  return respond(parts, request, { person, route, reply: await route.handle(context) })
}

/** A body that is no form, or half of one, holds no fields: the route says that it did not understand. */
const inputOf = async (route: Route, request: Request): Promise<Record<string, unknown>> => {
  if (route.method === 'GET') return request.req.query()
  if (route.takes === 'bytes') {
    return { ...request.req.query(), bytes: new Uint8Array(await request.req.arrayBuffer()) }
  }
  try {
    return await request.req.parseBody({ all: true })
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}

type Asked = {
  readonly person: Person
  readonly params: Record<string, string>
  readonly input: Record<string, unknown>
  readonly signInToken: string | null
  readonly range: string | null
}

const contextFor = (parts: ServerParts, asked: Asked): RouteContext<unknown, unknown> => {
  const { person, input } = asked
  const organisationId = person.kind === 'visitor' ? installationId : person.organisationId
  const { idempotencyKey } = input
  return {
    ...asked,
    service: parts.service,
    live: parts.live,
    scope: {
      database: parts.database,
      masterKey: parts.masterKey,
      organisationId,
      actor: { kind: person.kind, id: person.kind === 'visitor' ? null : person.personId },
      idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : null,
    },
    read: (work) => read(parts.database, organisationId, work),
    newKey: randomUUID,
  }
}
