/**
 * Server-sent events. A stream ends after some minutes, and the browser opens another: so whoever has been signed out
 * or has lost a role does not go on listening for long. It ends when the server stops, so that stopping is quick.
 */
import type { OpenEvents, ServerEvent } from './route.ts'
import type { ServerParts } from './server-parts.ts'

const heartbeatMilliseconds = 15_000
const longestMilliseconds = 5 * 60_000

const textOf = ({ name, data }: ServerEvent): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // A proxy that collects a reply before passing it on would make everybody late.
  'X-Accel-Buffering': 'no',
}

export const eventsReply = (open: OpenEvents, { live }: Pick<ServerParts, 'live'>): Response => {
  const ended = new AbortController()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => keepOpen(controller, { open, ended, stopping: live.stopping }),
    cancel: () => ended.abort(),
  })
  return new Response(body, { headers })
}

type Stream = {
  readonly open: OpenEvents
  readonly ended: AbortController
  readonly stopping: AbortSignal
}

const keepOpen = async (
  controller: ReadableStreamDefaultController<Uint8Array>,
  { open, ended, stopping }: Stream,
): Promise<void> => {
  const encoder = new TextEncoder()
  const write = (text: string): void => {
    if (!ended.signal.aborted) controller.enqueue(encoder.encode(text))
  }
  write('retry: 500\n\n')
  const end = () => {
    if (ended.signal.aborted) return
    ended.abort()
    controller.close()
  }
  const heartbeat = setInterval(() => write(':\n\n'), heartbeatMilliseconds).unref()
  const longest = setTimeout(end, longestMilliseconds).unref()
  const clear = () => {
    clearInterval(heartbeat)
    clearTimeout(longest)
    stopping.removeEventListener('abort', end)
  }
  ended.signal.addEventListener('abort', clear, { once: true })
  stopping.addEventListener('abort', end, { once: true })
  const close = await open((event) => write(textOf(event))).catch((error: unknown) => {
    ended.abort()
    throw error
  })
  if (stopping.aborted) end()
  if (ended.signal.aborted) close()
  else ended.signal.addEventListener('abort', close, { once: true })
}
