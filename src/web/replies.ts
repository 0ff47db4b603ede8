/** A route's reply as an answer to the browser: a page in its frame, a redirection, a file. */
import { randomUUID } from 'node:crypto'
import { setCookie } from 'hono/cookie'
import { signInHours } from '../platform/sign-in.ts'
import { eventsReply } from './events.ts'
import { frameFor } from './frame.ts'
import { renderPage } from './layout.tsx'
import { privately } from './privately.ts'
import { notFound, problemReply } from './refusals.ts'
import type { Person, Reply, Route } from './route.ts'
import type { Request, ServerParts } from './server-parts.ts'

export const cookieName = (isSecure: boolean): string =>
  isSecure ? '__Host-turnabout' : 'turnabout'

export type Outcome = { readonly person: Person; readonly route: Route; readonly reply: Reply }

export const respond = (parts: ServerParts, request: Request, outcome: Outcome): Response => {
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
    case 'stream':
      return new Response(reply.body, { status: reply.status, headers: reply.headers })
    case 'events':
      return eventsReply(reply.open, parts)
    case 'problem':
      return problemReply(parts, request, { status: 400, ...reply })
    case 'not_found':
      return notFound(parts, request)
  }
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
