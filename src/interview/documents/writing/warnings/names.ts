/** Names: those of the programme’s people and staff, and what looks like the name of anybody else. */
import { openings, ordinaryWords, wordsOfThings } from './capitalised-words.ts'
import {
  type FoundWords,
  findWords,
  isAtStartOfSentence,
  withPlainApostrophes,
} from './found-words.ts'
import type { WarningRule } from './warning.ts'

const titleWords = ['dr', 'mr', 'mrs', 'ms', 'miss', 'mx', 'prof', 'professor', 'sir', 'dame']

const withoutAccents = (text: string): string =>
  Array.from(text, (sign) => {
    const plain = sign.normalize('NFKD').replaceAll(/\p{M}/gu, '')
    return plain.length === sign.length ? plain : sign
  }).join('')

/** First names and surnames, and the halves of a double name. */
const partsOf = (name: string): readonly string[] => {
  const whole = name.split(/[\s,]+/).map((part) => part.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
  return whole
    .flatMap((part) => [part, ...(part.includes('-') ? part.split('-') : [])])
    .filter((part) => /^\p{Lu}[\p{L}'-]+$/u.test(part))
    .filter((part) => !titleWords.includes(part.toLowerCase()))
}

const escaped = (part: string): string => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const isOrdinary = (part: string): boolean =>
  part.length < 3 ||
  ordinaryWords.has(part.toLowerCase()) ||
  ordinaryWords.has(part.toLowerCase().replace(/s$/, ''))

const findPart = (text: string, part: string): readonly FoundWords[] => {
  const flags = isOrdinary(part) ? 'gu' : 'giu'
  const pattern = new RegExp(`(?<![\\p{L}-])${escaped(part)}(?!\\p{L})`, flags)
  return findWords(text, [pattern]).filter(
    ({ index }) => !isOrdinary(part) || !isAtStartOfSentence(text, index),
  )
}

const titled =
  /(?<!\p{L})(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Doctor|Sister|Nurse|Sir|Dame)\.?\s+\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)?/gu
const capitalisedPair = /(?<![\p{L}-])\p{Lu}\p{Ll}[\p{L}'-]*\s+\p{Lu}\p{Ll}[\p{L}'-]*/gu

/** “Uses Teams” at the start of a sentence is a verb and a thing; “Jo Bloggs” is not. */
const looksLikeAName = (text: string, { words, index }: FoundWords): boolean => {
  const [first = '', second = ''] = words.split(/\s+/)
  if (wordsOfThings.has(first) || wordsOfThings.has(second)) return false
  if (!isAtStartOfSentence(text, index)) return true
  return !openings.has(first) && !/(?:s|ed|ing|ly)$/.test(first)
}

export const names: WarningRule = (point, around) => {
  const text = withoutAccents(withPlainApostrophes(point.text))
  const parts = new Set(
    around.names.flatMap((name) => partsOf(withoutAccents(withPlainApostrophes(name)))),
  )
  const ofPeople = [...parts]
    .flatMap((part) => findPart(text, part))
    .toSorted((a, b) => a.index - b.index)
  const ofOthers = [
    ...findWords(text, [titled]),
    ...findWords(text, [capitalisedPair]).filter((found) => looksLikeAName(text, found)),
  ]
  const isOfPeople = (other: FoundWords): boolean =>
    ofPeople.some(({ index }) => index >= other.index && index < other.index + other.words.length)
  const others = ofOthers.filter((other) => !isOfPeople(other))
  return [
    ...distinct(ofPeople).map((found) =>
      warning(found, `“${found}” is the name of somebody in this programme.`),
    ),
    ...distinct(others).map((found) => warning(found, `“${found}” looks like somebody’s name.`)),
  ]
}

const distinct = (found: readonly FoundWords[]): readonly string[] => [
  ...new Set(found.map(({ words }) => words)),
]

const warning = (found: string, sentence: string) =>
  ({
    kind: 'name',
    found,
    sentence,
    wayOut: 'Leave the name out. Say what happens, not who was there.',
  }) as const
