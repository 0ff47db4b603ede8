/**
 * The key of a reflection pack. It is made by chance and stored twice, sealed with a key from the mentee's passphrase and
 * with one from their recovery code, neither of which is stored anywhere. While the pack is open its key is stored a
 * third time, sealed with the token of the sign-in, of which the database holds only a hash. So neither the database nor
 * the installation's keys nor both open a pack.
 *
 * What this does not protect against: whoever changes the running server can read what is typed into it.
 */
import { createHmac, randomBytes, scrypt } from 'node:crypto'
import { type Key, newKey, seal, unseal } from '../../platform/keys.ts'

/** As stored, a row for each mentee. */
export type PackKeys = {
  readonly passphraseSalt: Buffer
  readonly sealedByPassphrase: Buffer
  readonly recoverySalt: Buffer
  readonly sealedByRecovery: Buffer
}

export const shortestPassphrase = 12
const saltLength = 16
/** OWASP Password Storage Cheat Sheet, 2025: N = 2^17, r = 8, p = 1; 128 MiB for each attempt. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 }

const keyFrom = (secret: string, salt: Buffer): Promise<Key> =>
  new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, cost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 130 bits in Crockford's base 32, in groups: `7K2QX-9M4TD-…`. */
const newRecoveryCode = (): string =>
  [...randomBytes(26)]
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

export type NewPack = {
  readonly key: Key
  readonly stored: PackKeys
  /** Shown once. */
  readonly recoveryCode: string
}

export const makePack = async (owner: Owner, passphrase: string): Promise<NewPack> => {
  const key = newKey()
  const recoveryCode = newRecoveryCode()
  const stored = {
    ...(await sealedByPassphrase(owner, key, passphrase)),
    ...(await sealedByRecovery(owner, key, recoveryCode)),
  }
  return { key, stored, recoveryCode }
}

export const sealedByPassphrase = async (
  owner: Owner,
  key: Key,
  passphrase: string,
): Promise<Pick<PackKeys, 'passphraseSalt' | 'sealedByPassphrase'>> => {
  const salt = randomBytes(saltLength)
  const sealed = seal(await keyFrom(passphrase, salt), key, contextOf(owner))
  return { passphraseSalt: salt, sealedByPassphrase: sealed }
}

const sealedByRecovery = async (owner: Owner, key: Key, code: string) => {
  const salt = randomBytes(saltLength)
  const sealed = seal(await keyFrom(readRecoveryCode(code), salt), key, contextOf(owner))
  return { recoverySalt: salt, sealedByRecovery: sealed }
}

/** Null: it is not the passphrase. */
export const openByPassphrase = async (
  owner: Owner,
  keys: PackKeys,
  passphrase: string,
): Promise<Key | null> =>
  opened(await keyFrom(passphrase, keys.passphraseSalt), keys.sealedByPassphrase, contextOf(owner))

/** Null: it is not the code. */
export const openByRecoveryCode = async (
  owner: Owner,
  keys: PackKeys,
  typed: string,
): Promise<Key | null> =>
  opened(
    await keyFrom(readRecoveryCode(typed), keys.recoverySalt),
    keys.sealedByRecovery,
    contextOf(owner),
  )

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
