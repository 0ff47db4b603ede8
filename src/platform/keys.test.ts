import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { lookupKey, newKey, openMasterKey, respondentOf, seal, unseal } from './keys.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

describe('the master key', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp('/tmp/turnabout-keys-')
    folders.push(folder)
  })
  const fileIn = (place: string) => path.join(place, 'keys', 'master-key')

  test('is made once, for its owner alone, and is the same the next time', async () => {
    const key = await openMasterKey(null, folder)
    expect(key).toHaveLength(32)
    expect((await stat(fileIn(folder))).mode & 0o777).toBe(0o600)
    expect((await stat(path.dirname(fileIn(folder)))).mode & 0o777).toBe(0o700)
    expect(await openMasterKey(null, folder)).toEqual(key)
    expect(await readFile(fileIn(folder), 'utf8')).toBe(`${key.toString('hex')}\n`)
  })

  test('is one, however many make it at the same time', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => openMasterKey(null, folder)))
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
    expect(await readdir(path.dirname(fileIn(folder)))).toEqual(['master-key'])
  })

  test('differs from one data folder to the next', async () => {
    const other = await mkdtemp('/tmp/turnabout-keys-')
    folders.push(other)
    expect(await openMasterKey(null, folder)).not.toEqual(await openMasterKey(null, other))
  })

  test.each([0o640, 0o604, 0o660, 0o644])(
    'is refused when others can read it (mode %o), with the command that mends it',
    async (mode) => {
      await openMasterKey(null, folder)
      await chmod(fileIn(folder), mode)
      await expect(openMasterKey(null, folder)).rejects.toThrow(`chmod 600 ${fileIn(folder)}`)
      await chmod(fileIn(folder), 0o600)
      await expect(openMasterKey(null, folder)).resolves.toHaveLength(32)
    },
  )

  test.each(['', 'ab'.repeat(31), 'ab'.repeat(33), 'x'.repeat(64)])(
    'is refused when its file holds %j, which stays as it is',
    async (text) => {
      await mkdir(path.dirname(fileIn(folder)))
      await writeFile(fileIn(folder), text, { mode: 0o600 })
      await expect(openMasterKey(null, folder)).rejects.toThrow('is not a key')
      expect(await readFile(fileIn(folder), 'utf8')).toBe(text)
    },
  )

  test('comes from the environment where it is set there, and no file is made', async () => {
    const text = 'ab'.repeat(32)
    expect(await openMasterKey(text, folder)).toEqual(Buffer.from(text, 'hex'))
    expect(await readdir(folder)).toEqual([])
  })
})

describe('what is sealed', () => {
  const key = newKey()

  test('opens as it was, whatever it was', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(text, text, (plain, context) => {
        const opened = unseal(key, seal(key, plain, context), context)
        expect(opened).toEqual(Buffer.from(plain))
      }),
    )
  })

  test.each(['', 'Zoë 👩🏽‍⚕️ naïve Ångström', 'a'.repeat(100_000)])(
    'opens as it was: %.20j',
    (plain) => {
      expect(unseal(key, seal(key, plain, 'a'), 'a').toString('utf8')).toBe(plain)
    },
  )

  test('does not open with another key', () => {
    expect(() => unseal(newKey(), seal(key, 'a', 'b'), 'b')).toThrow()
  })

  test('does not open in another place', () => {
    expect(() => unseal(key, seal(key, 'a', 'comments/1'), 'comments/2')).toThrow()
  })

  test('does not open when a single bit has changed', () => {
    const sealed = seal(key, 'kind', 'comments/1')
    const opened = Array.from({ length: sealed.length * 8 }, (_, bit) => bit).filter((bit) => {
      const changed = Buffer.from(sealed)
      const byte = Math.floor(bit / 8)
      changed.writeUInt8(changed.readUInt8(byte) ^ (1 << (bit % 8)), byte)
      return opens(changed)
    })
    expect(opened).toEqual([])
    expect(opens(sealed)).toBe(true)
  })

  test.each(['', 'kind'])(
    '%j does not open when its end is missing, or something is added',
    (plain) => {
      const sealed = seal(key, plain, 'comments/1')
      const shorter = Array.from({ length: sealed.length }, (_, length) =>
        sealed.subarray(0, length),
      )
      const longer = Buffer.concat([sealed, Buffer.of(0)])
      expect([...shorter, longer].filter(opens)).toEqual([])
    },
  )

  test('differs each time, so that equal texts cannot be told', () => {
    const sealed = Array.from({ length: 100 }, () => seal(key, 'yes', 'a').toString('hex'))
    expect(new Set(sealed).size).toBe(100)
  })

  const opens = (sealed: Buffer): boolean => {
    try {
      unseal(key, sealed, 'comments/1')
      return true
    } catch {
      return false
    }
  }
})

describe('a pseudonym', () => {
  const [key, person] = [newKey(), crypto.randomUUID()]

  test('is the same each time', () => {
    expect(respondentOf(key, person)).toBe(respondentOf(Buffer.from(key), person))
    // As Python computes it by HKDF (RFC 5869) and HMAC: pseudonyms outlive the program that made them.
    const given = respondentOf(Buffer.alloc(32, 1), '00000000-0000-4000-8000-000000000001')
    expect(given).toBe('876e87db-f82a-89d8-a686-2c5f7e6581c9')
  })

  test('differs from programme to programme and from person to person', () => {
    const keys = Array.from({ length: 30 }, newKey)
    const people = Array.from({ length: 30 }, () => crypto.randomUUID())
    const all = keys.flatMap((one) => people.map((id) => respondentOf(one, id)))
    expect(new Set(all).size).toBe(900)
  })

  test('has the form of a UUID of version 8', () => {
    expect(respondentOf(key, person)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })
})

describe('the key by which an email is found', () => {
  const key = newKey()

  test('is the same however it is written', () => {
    expect(lookupKey(key, ' Nadia@Hospital.example ')).toEqual(
      lookupKey(key, 'nadia@hospital.example'),
    )
  })

  test('differs from email to email and from key to key', () => {
    expect(lookupKey(key, 'a@b.example')).not.toEqual(lookupKey(key, 'a@c.example'))
    expect(lookupKey(key, 'a@b.example')).not.toEqual(lookupKey(newKey(), 'a@b.example'))
  })
})
