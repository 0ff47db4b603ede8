/** Asks the server, and hears what it tells in JSON. */

export type Told = {
  readonly state: string
  readonly kind?: string
  readonly sentence?: string
  readonly recordingId?: string
  readonly pieces?: readonly number[]
  readonly received?: number
  readonly cleaned?: number
}

/** In words for the person, while something is in the way. */
export type Tell = (words: string) => void

export const wordsOf = {
  away: 'The server cannot be reached. This page keeps trying.',
  signedOut: 'You are signed out. Sign in again in another tab; this page keeps trying.',
} as const

const away: Told = { state: 'away', sentence: wordsOf.away }
const signedOut: Told = { state: 'away', sentence: wordsOf.signedOut }

/** Also over plain http, where browsers have no randomUUID. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const ask = async (address: string, options: RequestInit): Promise<Told> => {
  try {
    const reply = await fetch(address, { redirect: 'manual', ...options })
    if (reply.type === 'opaqueredirect') return signedOut
    return reply.ok ? await reply.json() : away
  } catch {
    return away
  }
}

export const get = (address: string, signal: AbortSignal | null = null): Promise<Told> =>
  ask(address, { signal })

export const postForm = (
  address: string,
  fields: Readonly<Record<string, string | number>>,
  signal: AbortSignal | null = null,
): Promise<Told> => {
  const body = new URLSearchParams({ idempotencyKey: newKey() })
  for (const [name, value] of Object.entries(fields)) body.set(name, String(value))
  return ask(address, { method: 'POST', body, signal })
}

/** Whatever becomes of it: what is not heard now, the server does by itself within a day. */
export const postAndLeave = async (address: string): Promise<void> => {
  const body = new URLSearchParams({ idempotencyKey: newKey() })
  await fetch(address, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
}

const patienceMilliseconds = 60_000

/** A piece that takes too long is sent again: it is kept once all the same. */
export const postPiece = (
  address: string,
  bytes: Blob | ArrayBuffer,
  signal: AbortSignal | null = null,
): Promise<Told> => {
  const late = AbortSignal.timeout(patienceMilliseconds)
  return ask(`${address}?idempotencyKey=${newKey()}`, {
    method: 'POST',
    body: bytes,
    headers: { 'Content-Type': 'application/octet-stream' },
    signal: signal === null ? late : AbortSignal.any([signal, late]),
  })
}

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const longestWaitMilliseconds = 15_000

/** Asks until the server has heard, more and more rarely. */
export const untilHeard = async (
  work: () => Promise<Told>,
  tell: Tell,
  signal: AbortSignal | null = null,
): Promise<Told> => {
  for (let attempt = 0; ; attempt += 1) {
    const told = await work()
    if (told.state !== 'away' || signal?.aborted === true) return told
    tell(told.sentence ?? wordsOf.away)
    await wait(Math.min(longestWaitMilliseconds, 500 * 2 ** attempt))
  }
}
