/** A browser's requests to the server in this process, and what came back. */
import { expect } from 'vitest'
import type { Somebody } from './hospital.ts'
import { type Server, usualUrl } from './world.ts'

export type Visit = {
  readonly method?: string
  /** Null: not signed in. */
  readonly as?: Pick<Somebody, 'token'> | null
  /** Several values: boxes of one name that are ticked. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>
  readonly headers?: Readonly<Record<string, string>>
  readonly at?: string
}

const cookieOf = (url: string, token: string): string =>
  `${url.startsWith('https:') ? '__Host-turnabout' : 'turnabout'}=${token}`

const fieldsOf = (form: NonNullable<Visit['form']>): [string, string][] =>
  Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  )

/** Asks as a browser on the service's own pages does; a form makes it a POST. */
export const visit = async (server: Server, path: string, asked: Visit = {}): Promise<Response> => {
  const { as = null, form, at = usualUrl } = asked
  const method = asked.method ?? (form === undefined ? 'GET' : 'POST')
  const isSafe = method === 'GET' || method === 'HEAD'
  const body = isSafe ? null : new URLSearchParams(fieldsOf(form ?? {}))
  const headers = {
    ...(as === null ? {} : { cookie: cookieOf(at, as.token) }),
    ...(isSafe ? {} : { origin: at }),
    ...asked.headers,
  }
  return server.request(`${at}${path}`, { method, headers, body })
}

/** Sends a form with a new idempotency key. */
export const send = (
  server: Server,
  path: string,
  { form = {}, ...asked }: Visit = {},
): Promise<Response> =>
  visit(server, path, { ...asked, form: { idempotencyKey: crypto.randomUUID(), ...form } })

/** All that a reply says, but what differs by chance each time: the nonce, the keys of forms, the date. */
export const wordsOf = async (response: Response): Promise<string> => {
  const text = await response.clone().text()
  const headers = [...response.headers].filter(([name]) => name !== 'date').toSorted()
  return JSON.stringify([response.status, headers, text], null, 1)
    .replaceAll(/nonce-[^']+/g, 'nonce-')
    .replaceAll(/nonce=\\"[^"]+\\"/g, 'nonce')
    .replaceAll(/value=\\"[0-9a-f]{8}-[0-9a-f-]{27}\\"/g, 'value')
}

/** The text of the sign-in that a reply hands out; fails when there is none. */
export const tokenFrom = (response: Response): string => {
  const [, token = ''] = /turnabout=([^;]*)/.exec(response.headers.get('set-cookie') ?? '') ?? []
  expect(token).toMatch(/^[\w-]{64}$/)
  return token
}
