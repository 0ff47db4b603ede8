/** Tokens that let somebody in: 256 bits of chance behind the organisation they belong to. Only hashes are stored. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Key } from './keys.ts'

export type Token = {
  readonly organisationId: string
  readonly text: string
  readonly hash: Buffer
}

const secretLength = 32
const organisationLength = 16

export const newToken = (organisationId: string): Token =>
  tokenFrom(organisationId, randomBytes(secretLength))

/** The same parts give the same token: a form that is sent twice hands out one sign-in, not two. */
export const derivedToken = (key: Key, organisationId: string, parts: readonly string[]): Token => {
  const secret = createHmac('sha256', key)
    .update(JSON.stringify(['token', ...parts]))
    .digest()
  return tokenFrom(organisationId, secret)
}

const tokenFrom = (organisationId: string, secret: Buffer): Token => {
  const organisation = Buffer.from(organisationId.replaceAll('-', ''), 'hex')
  const text = Buffer.concat([organisation, secret]).toString('base64url')
  return { organisationId, text, hash: hashOf(text) }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Null: not of a token's form. Whether such a token was ever given out, only the database knows. */
export const readToken = (text: string): Token | null => {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== organisationLength + secretLength) return null
  if (bytes.toString('base64url') !== text) return null
  const hex = bytes.subarray(0, organisationLength).toString('hex')
  const organisationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { organisationId, text, hash: hashOf(text) }
}
