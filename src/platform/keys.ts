/**
 * Three keys, each wrapped by the one above: master → organisation → programme.
 * The programme key makes the pseudonyms and encrypts the free text; destroying it makes the answers
 * unlinkable and the free text unreadable for good, in backups too.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomUUID,
} from 'node:crypto'
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

export type Key = Buffer
const keyLength = 32
const nonceLength = 12
const tagLength = 16
/** First byte of everything sealed: which form it has, so that a later form can stand beside it. */
const form = 1

/** From the environment, or from a file in the data folder that is made the first time, for its owner alone. */
export const openMasterKey = async (
  fromEnvironment: string | null,
  dataFolder: string,
): Promise<Key> => {
  if (fromEnvironment !== null) return Buffer.from(fromEnvironment, 'hex')
  const file = path.join(dataFolder, 'keys', 'master-key')
  await makeOnce(file)
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) {
    throw new Error(`Other users can read ${file}. Run: chmod 600 ${file}`)
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex')
  if (key.length !== keyLength) throw new Error(`${file} is not a key: 64 hexadecimal digits.`)
  return key
}

/** Written under another name and linked: the file appears whole, and an existing one is never replaced. */
const makeOnce = async (file: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  if (await stat(file).catch(() => null)) return
  const draft = `${file}-${randomUUID()}`
  await writeFile(draft, `${randomBytes(keyLength).toString('hex')}\n`, {
    mode: 0o600,
    flush: true,
  })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
}

export const newKey = (): Key => randomBytes(keyLength)

type Purpose = 'seal' | 'pseudonym' | 'lookup'
/** Derived once for as long as the key is held: deriving costs more than using. */
const derived = new WeakMap<Key, Map<Purpose, KeyObject>>()

/** A key of its own for each purpose, so that no two uses share one. */
const keyFor = (key: Key, purpose: Purpose): KeyObject => {
  const known = derived.get(key) ?? new Map<Purpose, KeyObject>()
  derived.set(key, known)
  const made =
    known.get(purpose) ??
    createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, keyLength)))
  known.set(purpose, made)
  return made
}

/**
 * Encrypts and authenticates (AES-256-GCM).
 * @param context where it belongs (table and id): what is sealed for one place does not open in another
 */
export const seal = (key: Key, plain: Buffer | string, context: string): Buffer => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, 'seal'), nonce)
  cipher.setAAD(Buffer.from(context))
  // Put together once: it may be a piece of a recording.
  const sealed = [cipher.update(plain), cipher.final()]
  return Buffer.concat([Buffer.of(form), nonce, cipher.getAuthTag(), ...sealed])
}

/** Throws where the key, the context or a single bit is not the one it was sealed with. */
export const unseal = (key: Key, sealed: Buffer, context: string): Buffer => {
  if (sealed[0] !== form) throw new Error('Sealed in a form that this version does not know.')
  const nonce = sealed.subarray(1, 1 + nonceLength)
  const tag = sealed.subarray(1 + nonceLength, 1 + nonceLength + tagLength)
  const whole = { authTagLength: tagLength }
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, 'seal'), nonce, whole)
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(tag)
  const body = sealed.subarray(1 + nonceLength + tagLength)
  const plain = decipher.update(body)
  // Checks the tag; nothing is left over.
  decipher.final()
  return plain
}

const keptMilliseconds = 60_000
/** By the key that wraps them and what they are wrapped as: without these nobody finds them here. */
const unwrappedLately = new WeakMap<Key, Map<string, Key>>()

/** A key that was sealed with another. Kept for a minute: opening it and deriving from it costs as much as a page. */
export const unwrapKey = (wrapping: Key, wrapped: Buffer, context: string): Key => {
  const lately = unwrappedLately.get(wrapping) ?? new Map<string, Key>()
  unwrappedLately.set(wrapping, lately)
  const id = `${context} ${wrapped.toString('base64')}`
  const known = lately.get(id)
  if (known !== undefined) return known
  const key = unseal(wrapping, wrapped, context)
  lately.set(id, key)
  setTimeout(() => lately.delete(id), keptMilliseconds).unref()
  return key
}

/** The pseudonym under which a person answers: the same each time, and nobody without the key can compute it. */
export const respondentOf = (programmeKey: Key, participantId: string): string => {
  const hash = createHmac('sha256', keyFor(programmeKey, 'pseudonym'))
    .update(participantId)
    .digest()
  return asUuid(hash)
}

/** 122 bits of the hash in the form of a UUID (version 8: of the application's own making). */
const asUuid = (hash: Buffer): string => {
  const bytes = Buffer.from(hash.subarray(0, 16))
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x80, 6)
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A keyed hash by which a value (an email address) can be found without being listed. */
export const lookupKey = (key: Key, value: string): Buffer =>
  createHmac('sha256', keyFor(key, 'lookup')).update(value.trim().toLowerCase()).digest()
