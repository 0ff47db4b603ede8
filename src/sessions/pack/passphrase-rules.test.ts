import { expect, test } from 'vitest'
import { decidePassphrase, longestPassphrase } from './passphrase-rules.ts'

const known = ['Dr Anne-Marie O’Neill', 'a.oneill@hospital.example', 'Feedback upwards 2026']

const kindOf = (passphrase: string, again = passphrase): string => {
  const decided = decidePassphrase({ passphrase, again }, known)
  return decided.ok ? 'taken' : decided.problem.kind
}

test.each([
  ['', 'passphrase.missing'],
  ['elevenchars', 'passphrase.too_short'],
  ['ﬀﬀﬀﬀﬀﬀ', 'passphrase.guessable'],
  ['           .', 'passphrase.guessable'],
  ['aaaaaaaaaaaaaaaa', 'passphrase.guessable'],
  ['abcabcabcabc', 'passphrase.guessable'],
  ['Anne-Marie O’Neill', 'passphrase.guessable'],
  ['ONEILL anne marie 26', 'passphrase.guessable'],
  ['a.oneill@hospital.example', 'passphrase.guessable'],
  ['feedback upwards 2026!', 'passphrase.guessable'],
  ['Password123456', 'passphrase.guessable'],
  ['correct horse battery staple', 'passphrase.guessable'],
  ['qwertyuiop12', 'passphrase.guessable'],
  ['doctor who walks the wards', 'taken'],
  ['Zwölf graue Gänse', 'taken'],
  ['sehr geheim 🦔🦔🦔', 'taken'],
  ['grey geese fly south at noon', 'taken'],
  ['x1'.repeat(longestPassphrase), 'passphrase.too_long'],
])('“%s” as a passphrase is %s', (passphrase, kind) => {
  expect(kindOf(passphrase)).toBe(kind)
})

test('a passphrase of two hundred signs is taken', () => {
  expect(kindOf('grey geese fly south at noon. '.repeat(7))).toBe('taken')
})

test('a passphrase is typed twice, alike', () => {
  expect(kindOf('grey geese fly south', 'grey geese fly north')).toBe('passphrase.not_repeated')
})
