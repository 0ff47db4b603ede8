/**
 * Which passphrases are refused: short ones, and those that somebody who knows the person would try first. Nothing is
 * said about capital letters, digits and signs (NIST SP 800-63B-4, section 3.1.1.2: length and a list of common ones, no
 * rules of composition).
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import { codePointLength } from '../../lib/text.ts'

export const shortestPassphrase = 12
export const longestPassphrase = 1000

/** Without spaces and signs, in small letters; of the length that is asked for, or beginnings of such. */
const common: readonly string[] = [
  ...['password', 'passwort', 'passphrase', 'passw0rd', 'letmein', 'welcome', 'iloveyou', 'admin'],
  ...['administrator', 'changeme', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefgh'],
  ...['abcdefghijklmnopqrstuvwxyz', '1234567890', '0123456789', '0987654321', '123456', 'trustno1'],
  ...['correcthorsebatterystaple', 'reflectionpack', 'reversementoring', 'mentoring', 'turnabout'],
  ...['hospital', 'consultant', 'doctor', 'sunshine', 'football', 'liverpool', 'manchester'],
]

export type GivenPassphrase = { readonly passphrase: string; readonly again: string }

export type PassphraseProblem = {
  readonly kind:
    | 'passphrase.missing'
    | 'passphrase.too_short'
    | 'passphrase.too_long'
    | 'passphrase.guessable'
    | 'passphrase.not_repeated'
}

/** @param known what others know of the person: name, email address, the programme's name */
export const decidePassphrase = (
  { passphrase, again }: GivenPassphrase,
  known: readonly string[],
): Result<string, PassphraseProblem> => {
  const length = codePointLength(passphrase.normalize('NFKC'))
  if (length === 0) return fail({ kind: 'passphrase.missing' })
  if (length < shortestPassphrase) return fail({ kind: 'passphrase.too_short' })
  if (length > longestPassphrase) return fail({ kind: 'passphrase.too_long' })
  if (isGuessable(passphrase, known)) return fail({ kind: 'passphrase.guessable' })
  return passphrase === again ? ok(passphrase) : fail({ kind: 'passphrase.not_repeated' })
}

const simplified = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** So many different signs there are at least: fewer are one or a few of them over and over. */
const leastDifferent = 5
/** So much is left at least once what can be guessed is taken out. */
const leastOwn = 4

const isGuessable = (passphrase: string, known: readonly string[]): boolean => {
  if (new Set(passphrase.normalize('NFKC')).size < leastDifferent) return true
  const simple = simplified(passphrase)
  const parts = [...known.flatMap(partsOf), ...common].toSorted((a, b) => b.length - a.length)
  const own = parts.reduce((left, part) => left.replaceAll(part, ''), simple)
  return own.length < simple.length && own.length < leastOwn
}

/** A name as a whole and word by word; of an address also what stands before the @. */
const partsOf = (text: string): readonly string[] =>
  [text, ...text.split(/[^\p{L}\p{N}]+/u)].map(simplified).filter((part) => part.length >= 3)
