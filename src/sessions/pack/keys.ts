/**
 * The key of a reflection pack. It is made by chance and stored twice, sealed with a key from the mentee's passphrase and
 * with one from their recovery code, neither of which is stored anywhere. While the pack is open its key is stored a
 * third time, sealed with the token of the sign-in, of which the database holds only a hash. So neither the database nor
 * the installation's keys nor both open a pack.
 *
 * What this does not protect against: whoever changes the running server can read what is typed into it, and whoever has
 * the database can try passphrases at home, each of which costs what `ways` says.
 */
import { createHmac, hkdfSync, randomBytes, type ScryptOptions, scrypt } from 'node:crypto'
import { type Key, newKey, seal, unseal } from '../../platform/keys.ts'

/** As stored, a row for each mentee. */
export type PackKeys = {
  readonly passphraseSalt: Buffer
  readonly sealedByPassphrase: Buffer
  readonly recoverySalt: Buffer
  readonly sealedByRecovery: Buffer
}

const saltLength = 16

/**
 * What it costs to try a passphrase. The first byte of what a passphrase seals says which of these it was, so that a
 * costlier one can stand beside it.
 *
 * 1: OWASP Password Storage Cheat Sheet, 2025: N = 2^17, r = 8, p = 1; 128 MiB for each attempt.
 */
const ways: ReadonlyMap<number, ScryptOptions> = new Map([
  [1, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 }],
])
const wayOfNow = 1

const costOf = (way: number | undefined): ScryptOptions => {
  const cost = way === undefined ? undefined : ways.get(way)
  if (cost === undefined)
    throw new Error('A passphrase used in a way that this version does not know.')
  return cost
}

const keyFromPassphrase = (passphrase: string, salt: Buffer, cost: ScryptOptions): Promise<Key> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })

/** At once: a code is 125 bits of chance, which nobody can try through. */
const keyFromCode = (code: string, salt: Buffer): Key =>
  Buffer.from(hkdfSync('sha256', readRecoveryCode(code), salt, 'recovery code', 32))

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 125 bits in Crockford's base 32, in groups: `7K2QX-9M4TD-…`. */
const newRecoveryCode = (): string =>
  [...randomBytes(25)]
    .map((byte) => alphabet.charAt(byte & 31))
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-')

/** Case, spaces and hyphens are forgiven, O is 0, I and L are 1. */
const readRecoveryCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

type Owner = { readonly programmeId: string; readonly participantId: string }

const contextOf = ({ programmeId, participantId }: Owner): string =>
  `reflection_keys/${programmeId}/${participantId}`

export type NewPack = NewRecovery & { readonly key: Key; readonly stored: PackKeys }

export const makePack = async (owner: Owner, passphrase: string): Promise<NewPack> => {
  const key = newKey()
  const { recoveryCode, stored } = makeRecovery(owner, key)
  return {
    key,
    recoveryCode,
    stored: { ...(await sealedByPassphrase(owner, key, passphrase)), ...stored },
  }
}

type ByPassphrase = Pick<PackKeys, 'passphraseSalt' | 'sealedByPassphrase'>

export const sealedByPassphrase = async (
  owner: Owner,
  key: Key,
  passphrase: string,
): Promise<ByPassphrase> => {
  const salt = randomBytes(saltLength)
  const byPassphrase = await keyFromPassphrase(passphrase, salt, costOf(wayOfNow))
  const sealed = seal(byPassphrase, key, contextOf(owner))
  return {
    passphraseSalt: salt,
    sealedByPassphrase: Buffer.concat([Buffer.of(wayOfNow), sealed]),
  }
}

type NewRecovery = {
  /** Shown once, and kept nowhere. */
  readonly recoveryCode: string
  readonly stored: Pick<PackKeys, 'recoverySalt' | 'sealedByRecovery'>
}

export const makeRecovery = (owner: Owner, key: Key): NewRecovery => {
  const recoveryCode = newRecoveryCode()
  const recoverySalt = randomBytes(saltLength)
  const sealedByRecovery = seal(keyFromCode(recoveryCode, recoverySalt), key, contextOf(owner))
  return { recoveryCode, stored: { recoverySalt, sealedByRecovery } }
}

/** Null: it is not the passphrase. */
export const openByPassphrase = async (
  owner: Owner,
  { passphraseSalt, sealedByPassphrase: sealed }: PackKeys,
  passphrase: string,
): Promise<Key | null> => {
  const key = await keyFromPassphrase(passphrase, passphraseSalt, costOf(sealed[0]))
  return opened(key, sealed.subarray(1), contextOf(owner))
}

/** Null: it is not the code. */
export const openByRecoveryCode = (
  owner: Owner,
  { recoverySalt, sealedByRecovery }: PackKeys,
  typed: string,
): Key | null => opened(keyFromCode(typed, recoverySalt), sealedByRecovery, contextOf(owner))

const opened = (key: Key, sealed: Buffer, context: string): Key | null => {
  try {
    return unseal(key, sealed, context)
  } catch {
    return null
  }
}

const tokenKey = (token: string): Key =>
  createHmac('sha256', 'reflection pack that is open').update(token).digest()

/** @param token of the sign-in, as the browser holds it */
export const sealForSignIn = (owner: Owner, key: Key, token: string): Buffer =>
  seal(tokenKey(token), key, contextOf(owner))

/** Null: it was opened in another sign-in. */
export const openForSignIn = (owner: Owner, sealed: Buffer, token: string): Key | null =>
  opened(tokenKey(token), sealed, contextOf(owner))
