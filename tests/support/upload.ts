/** A form with a file, as a browser sends it: in parts. */
import type { Somebody } from './hospital.ts'
import { type Server, usualUrl } from './world.ts'

export type Upload = {
  readonly as: Pick<Somebody, 'token'>
  readonly form: Readonly<Record<string, string>>
  /** The name of the field, and what the file holds. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
}

/** With a new idempotency key, unless the form brings one. */
export const upload = async (
  server: Server,
  path: string,
  { as, form, files }: Upload,
): Promise<Response> => {
  const body = new FormData()
  const fields = { idempotencyKey: crypto.randomUUID(), ...form }
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    body.append(name, new File([new Uint8Array(bytes)], `${name}.json`))
  }
  const headers = { cookie: `turnabout=${as.token}`, origin: usualUrl }
  return server.request(`${usualUrl}${path}`, { method: 'POST', headers, body })
}
