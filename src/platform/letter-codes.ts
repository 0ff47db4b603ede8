/**
 * Short codes for a printed letter: ten characters of Crockford's base 32, which has no I, L, O or U. That is 50 bits:
 * with 5,000 codes in use, somebody who tries a thousand a second finds one in about seven years.
 */
import { createHmac } from 'node:crypto'
import type { Key } from './keys.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 10
const bitsPerCharacter = 5n

/** The same parts give the same code; nobody without the key can compute it. */
export const letterCodeOf = (key: Key, parts: readonly string[]): string => {
  const hash = createHmac('sha256', key)
    .update(JSON.stringify(['letter code', ...parts]))
    .digest()
  const bits = hash.readBigUInt64BE()
  return Array.from({ length: codeLength }, (_, place) =>
    alphabet.charAt(Number((bits >> (BigInt(place) * bitsPerCharacter)) & 31n)),
  ).join('')
}

/** In two groups, as it stands in a letter: `7K2QX-9M4TD`. */
export const inGroups = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** What somebody typed, as a code: case, spaces and hyphens are forgiven, O is 0, I and L are 1. Null: no code. */
export const readLetterCode = (typed: string): string | null => {
  const code = typed
    .slice(0, 100)
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const isCode = code.length === codeLength && [...code].every((one) => alphabet.includes(one))
  return isCode ? code : null
}
