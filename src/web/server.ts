/** From a request to a reply: who asks, may they, then the route's own handler. */
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { type Database, installationId, read } from '../platform/database.ts'
import type { Key } from '../platform/keys.ts'
import type { Logger } from '../platform/log.ts'
import { signInHours } from '../platform/sign-in.ts'
import { mayEnter } from './access.ts'
import type { Assets } from './document.tsx'
import { frameFor } from './frame.ts'
import { type ProblemPage, renderPage, renderProblemPage } from './layout.tsx'
import { loadPerson } from './load-person.ts'
import type { Person, Reply, Route, RouteContext, Service } from './route.ts'

export type ServerParts = {
  readonly routes: readonly Route[]
  readonly database: Database
  readonly masterKey: Key
  readonly service: Service
  readonly assets: Assets
  readonly logger: Logger
  readonly isSecure: boolean
}

type Env = { Variables: { requestId: string; secureHeadersNonce?: string } }
type Request = Context<Env>

const formLimitBytes = 1_000_000

export const makeServer = (parts: ServerParts): Hono<Env> => {
  const app = new Hono<Env>()
  app.use(logged(parts.logger))
  app.use(headers(parts.isSecure))
  app.use(csrf({ origin: (origin, request) => originsOf(parts, request).includes(origin) }))
  app.use(bodyLimit({ maxSize: formLimitBytes, onError: (request) => tooLarge(parts, request) }))
  for (const route of parts.routes) {
    app.on(route.method, route.path, (request) => answer(parts, route, request))
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

const headers = (isSecure: boolean) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [NONCE],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: isSecure ? 'max-age=63072000; includeSubDomains' : false,
  })

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

const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-turnabout' : 'turnabout')

const answer = async (parts: ServerParts, route: Route, request: Request): Promise<Response> => {
  const cookie = getCookie(request, cookieName(parts.isSecure)) ?? null
  const person = await loadPerson(parts.database, route.who === 'world' ? null : cookie)
  const params = request.req.param()
  const programmeId = params.programme ?? null
  if (!mayEnter(route.who, person, programmeId)) {
    return person.kind === 'visitor' ? request.redirect('/sign-in', 303) : notFound(parts, request)
  }
  const input = await inputOf(route, request)
  const context = contextFor(parts, { person, params, input, signInToken: cookie })
  return respond(parts, request, { person, route, reply: await route.handle(context) })
}

/** A body that is no form, or half of one, holds no fields: the route says that it did not understand. */
const inputOf = async (route: Route, request: Request): Promise<Record<string, unknown>> => {
  if (route.method === 'GET') return request.req.query()
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
}

const contextFor = (parts: ServerParts, asked: Asked): RouteContext<unknown, unknown> => {
  const { person, input } = asked
  const organisationId = person.kind === 'visitor' ? installationId : person.organisationId
  const { idempotencyKey } = input
  return {
    ...asked,
    service: parts.service,
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

type Outcome = { readonly person: Person; readonly route: Route; readonly reply: Reply }

const respond = (parts: ServerParts, request: Request, outcome: Outcome): Response => {
  const { reply } = outcome
  switch (reply.kind) {
    case 'page': {
      const nonce = request.get('secureHeadersNonce') ?? null
      const path = request.req.path
      const { title } = reply
      const hasErrors = reply.status === 422
      const asked = { ...outcome, title, hasErrors, nonce, path, newKey: randomUUID }
      const frame = frameFor(parts.routes, parts.assets, asked)
      return privately(request.html(renderPage(frame, reply.body), reply.status ?? 200))
    }
    case 'redirect':
      if (reply.cookie !== undefined) rememberSignIn(parts, request, reply.cookie.token)
      return request.redirect(reply.to, 303)
    case 'file':
      return fileReply(reply)
    case 'problem':
      return problemReply(parts, request, { status: 400, ...reply })
    case 'not_found':
      return notFound(parts, request)
  }
}

/** Pages are about people: no cache, shared or private, keeps them. */
const privately = (response: Response): Response => {
  response.headers.set('Cache-Control', 'no-store')
  return response
}

const rememberSignIn = (parts: ServerParts, request: Request, token: string | null): void => {
  const maxAge = token === null ? 0 : signInHours * 3600
  setCookie(request, cookieName(parts.isSecure), token ?? '', {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: parts.isSecure,
    maxAge,
  })
}

const fileReply = (reply: Extract<Reply, { kind: 'file' }>): Response => {
  const saved =
    reply.name === undefined
      ? {}
      : { 'Content-Disposition': `attachment; filename="${encodeURIComponent(reply.name)}"` }
  const body = typeof reply.body === 'string' ? reply.body : new Uint8Array(reply.body)
  return new Response(body, {
    status: reply.status ?? 200,
    headers: {
      'Content-Type': reply.type,
      'Cache-Control': reply.cacheControl ?? 'no-store',
      ...saved,
    },
  })
}

type ProblemReply = Pick<ProblemPage, 'title' | 'sentences'> & {
  readonly status: 400 | 404 | 405 | 413 | 500 | 503
}

const problemReply = (parts: ServerParts, request: Request, problem: ProblemReply): Response => {
  const next = [{ label: 'Go to the start page', href: '/' }]
  return privately(
    request.html(renderProblemPage({ ...problem, next, assets: parts.assets }), problem.status),
  )
}

/** What does not exist, belongs to others or is not open to this person: one reply, byte for byte. */
const notFound = (parts: ServerParts, request: Request): Response =>
  problemReply(parts, request, {
    status: 404,
    title: 'Page not found',
    sentences: [
      'If you typed the address, check that it is correct.',
      'The page may also be one that is not open to you. If you expected to see it, ask the person who runs your programme.',
    ],
  })

const wrongMethod = (
  parts: ServerParts,
  request: Request,
  methods: readonly string[],
): Response => {
  const reply = problemReply(parts, request, {
    status: 405,
    title: 'This page cannot be opened like this',
    sentences: ['It belongs to a form. Go to the page with the form and send it from there.'],
  })
  reply.headers.set('Allow', methods.join(', '))
  return reply
}

const tooLarge = (parts: ServerParts, request: Request): Response =>
  problemReply(parts, request, {
    status: 413,
    title: 'This is too large to send',
    sentences: ['A form may hold 1 MB at most. Nothing was saved. Shorten it and send it again.'],
  })

/** The database away or restarting: it passes, and says so. Everything else is a defect. */
const isOutage = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(ECONN|ENOENT|EPIPE|57P|08)/.test(code) || /Connection terminated/.test(String(error))
}

const failed = (parts: ServerParts, request: Request, error: Error): Response => {
  if (isCrossSite(error)) return notFound(parts, request)
  parts.logger.error({ error, requestId: request.get('requestId') }, 'request failed')
  const [status, sentence] = isOutage(error)
    ? ([503, 'The service is not available just now. Try again in a minute.'] as const)
    : ([500, 'Something went wrong on our side. Try again later.'] as const)
  return problemReply(parts, request, {
    status,
    title: 'Sorry, there is a problem with the service',
    sentences: [
      sentence,
      'What you had saved before is safe.',
      `If it happens again, tell the person who runs the service this number: ${request.get('requestId')}`,
    ],
  })
}

/** A form sent from another site (refused by `csrf`) learns nothing. */
const isCrossSite = (error: Error): boolean => 'status' in error && error.status === 403
