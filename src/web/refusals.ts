/** What a request is told when it does not get what it asked for. Each refusal depends on nothing but its words. */
import { type ProblemPage, renderProblemPage } from './layout.tsx'
import { privately } from './privately.ts'
import type { Request, ServerParts } from './server-parts.ts'

type ProblemReply = Pick<ProblemPage, 'title' | 'sentences'> & {
  readonly status: 400 | 404 | 405 | 413 | 500 | 503
}

export const problemReply = (
  parts: ServerParts,
  request: Request,
  problem: ProblemReply,
): Response => {
  const next = [{ label: 'Go to the start page', href: '/' }]
  return privately(
    request.html(renderProblemPage({ ...problem, next, assets: parts.assets }), problem.status),
  )
}

/** What does not exist, belongs to others or is not open to this person: one reply, byte for byte. */
export const notFound = (parts: ServerParts, request: Request): Response =>
  problemReply(parts, request, {
    status: 404,
    title: 'Page not found',
    sentences: [
      'If you typed the address, check that it is correct.',
      'The page may also be one that is not open to you. If you expected to see it, ask the person who runs your programme.',
    ],
  })

export const wrongMethod = (
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

export const tooLarge = (parts: ServerParts, request: Request, limitBytes: number): Response =>
  problemReply(parts, request, {
    status: 413,
    title: 'This is too large to send',
    sentences: [
      `A form here may hold ${limitBytes / 1_000_000} MB at most. Nothing was saved. Shorten it and send it again.`,
    ],
  })

/** The database away or restarting: it passes, and says so. Everything else is a defect. */
const isOutage = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(ECONN|ENOENT|EPIPE|57P|08)/.test(code) || /Connection terminated/.test(String(error))
}

export const failed = (parts: ServerParts, request: Request, error: Error): Response => {
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
