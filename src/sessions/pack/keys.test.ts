import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newKey } from '../../platform/keys.ts'
import { makeRecovery, openByRecoveryCode, openForSignIn, sealForSignIn } from './keys.ts'

const owner = { programmeId: 'programme', participantId: 'mentee' }
const others = [
  { ...owner, participantId: 'other mentee' },
  { ...owner, programmeId: 'other programme' },
]
const key = newKey()

test('what opens one pack opens no other, wherever its rows are put', () => {
  const sealed = sealForSignIn(owner, key, 'token')
  expect(openForSignIn(owner, sealed, 'token')).toEqual(key)
  expect(openForSignIn(owner, sealed, 'Token')).toBeNull()
  const { recoveryCode, stored } = makeRecovery(owner, key)
  const keys = { passphraseSalt: randomBytes(16), sealedByPassphrase: randomBytes(49), ...stored }
  expect(openByRecoveryCode(owner, keys, recoveryCode)).toEqual(key)
  for (const other of others) {
    expect(openForSignIn(other, sealed, 'token')).toBeNull()
    expect(openByRecoveryCode(other, keys, recoveryCode)).toBeNull()
  }
})

test('a recovery code has 25 signs, none of which is mistaken for another', () => {
  const { recoveryCode, stored } = makeRecovery(owner, key)
  expect(recoveryCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$/)
  const keys = { passphraseSalt: randomBytes(16), sealedByPassphrase: randomBytes(49), ...stored }
  const misread = recoveryCode.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')
  expect(openByRecoveryCode(owner, keys, misread)).toEqual(key)
})
