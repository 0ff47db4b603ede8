import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newKey } from './keys.ts'
import { derivedToken, newToken, readToken } from './tokens.ts'

const organisationId = crypto.randomUUID()

describe('a token', () => {
  test('is read back as it was given out', () => {
    const token = newToken(organisationId)
    expect(readToken(token.text)).toEqual(token)
  })

  test('fits in a link and a cookie, 64 characters that need no escaping', () => {
    expect(newToken(organisationId).text).toMatch(/^[\w-]{64}$/)
  })

  test('differs each time, and so does its hash', () => {
    const tokens = Array.from({ length: 1000 }, () => newToken(organisationId))
    expect(new Set(tokens.map(({ text }) => text)).size).toBe(1000)
    expect(new Set(tokens.map(({ hash }) => hash.toString('hex'))).size).toBe(1000)
  })

  test('cannot be told from its hash', () => {
    const { text, hash } = newToken(organisationId)
    expect(hash).toHaveLength(32)
    expect(hash.toString('base64url')).not.toContain(text.slice(-20))
  })

  test('for another organisation has another hash', () => {
    const { text } = newToken(organisationId)
    const other = newToken(crypto.randomUUID()).text
    const moved = `${other.slice(0, 20)}${text.slice(20)}`
    expect(readToken(moved)?.hash).not.toEqual(readToken(text)?.hash)
  })

  test.each([
    '',
    'a',
    'a'.repeat(63),
    'a'.repeat(65),
    ` ${'a'.repeat(64)}`,
    `${'a'.repeat(64)}\n`,
    `${'a'.repeat(63)}=`,
    `${'a'.repeat(63)}+`,
    `${'a'.repeat(63)}/`,
    `${'a'.repeat(63)}é`,
  ])('is not read from %j', (text) => {
    expect(readToken(text)).toBeNull()
  })

  test('is written in one way only: what reads as a token is its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 70 }), (text) => {
        expect(readToken(text)?.text ?? text).toBe(text)
      }),
    )
  })
})

describe('a token of a form', () => {
  const key = newKey()

  test('is the same however often the form is sent', () => {
    expect(derivedToken(key, organisationId, ['link', 'form'])).toEqual(
      derivedToken(key, organisationId, ['link', 'form']),
    )
  })

  test.each([
    ['for another form', key, ['link', 'other']],
    ['for parts that are cut otherwise', key, ['linkf', 'orm']],
    ['for one part fewer', key, ['link']],
    ['with another key', newKey(), ['link', 'form']],
  ] as const)('is another %s', (_, otherKey, parts) => {
    const token = derivedToken(key, organisationId, ['link', 'form'])
    expect(derivedToken(otherKey, organisationId, parts).hash).not.toEqual(token.hash)
  })

  test('belongs to its organisation', () => {
    const token = derivedToken(key, organisationId, ['link', 'form'])
    expect(readToken(token.text)?.organisationId).toBe(organisationId)
  })
})
