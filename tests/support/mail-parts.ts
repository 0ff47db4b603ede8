/** A mail as it travels, taken apart into its parts (RFC 2045, RFC 2046). */

export type MailPart = {
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  /** `text/calendar`, without its parameters. */
  readonly type: string
  /** Decoded; empty where there are parts. */
  readonly content: string
  readonly parts: readonly MailPart[]
}

export const partsOfMail = (raw: string): MailPart => {
  const at = raw.indexOf('\r\n\r\n')
  const headers = headersIn(raw.slice(0, at))
  const body = raw.slice(at + 4)
  const typeLine = headers.get('content-type') ?? ''
  const [type = ''] = typeLine.split(';')
  const [, boundary] = /boundary="([^"]+)"/.exec(typeLine) ?? []
  if (boundary === undefined) {
    const encoding = headers.get('content-transfer-encoding') ?? '7bit'
    return { headers, type, content: decoded(body, encoding), parts: [] }
  }
  const [, ...rest] = `\r\n${body}`.split(`\r\n--${boundary}`)
  const end = rest.pop()
  if (end?.startsWith('--') !== true) throw new Error('The parts do not end.')
  const parts = rest.map((part) => partsOfMail(part.replace(/^\r\n/, '')))
  return { headers, type, content: '', parts }
}

const headersIn = (head: string): ReadonlyMap<string, string> =>
  new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const at = line.indexOf(':')
        return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
      }),
  )

const decoded = (body: string, encoding: string): string => {
  switch (encoding) {
    case '7bit':
      return body
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8')
    case 'quoted-printable': {
      const bytes = body
        .replaceAll('=\r\n', '')
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        )
      return Buffer.from(bytes, 'latin1').toString('utf8')
    }
    default:
      throw new Error(`An unknown encoding: ${encoding}`)
  }
}
