/**
 * Names in what was said: found by first name, surname or both, with and without accents, capitals, or an “'s”. What is
 * found is shown before anything is stored: “Will” and “Day” are names and words, and only a person knows which.
 */
import type { Passage } from './model.ts'

export type FoundName = {
  /** As it is written there. */
  readonly written: string
  readonly count: number
  /** The words around it, the first time. */
  readonly before: string
  readonly after: string
}

export const nameMark = '[name]'

/** Stand in names and name nobody. */
const notNames = new Set(
  (
    'dr doctor mr mrs ms miss mx prof professor sir dame the and of de da di du del der den la le van von bin ibn al el ' +
    'speaker unknown guest host room meeting conference user participant mentor mentee facilitator iphone ipad phone ' +
    'galaxy android laptop zoom teams'
  ).split(' '),
)

const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu

const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$/, '')

/** Each word of each name; of double names the halves too. */
export const wordsOfNames = (names: readonly string[]): ReadonlySet<string> =>
  new Set(
    names
      .flatMap((name) => name.match(wordPattern) ?? [])
      .flatMap((word) => [word, ...word.split('-')])
      .map(folded)
      .filter((word) => word.length > 1 && !notNames.has(word)),
  )

const isOneOf = (words: ReadonlySet<string>, word: string): boolean =>
  [word, ...word.split('-')].some((part) => words.has(folded(part)))

const around = 30

export const findNames = (
  passages: readonly Passage[],
  names: ReadonlySet<string>,
): readonly FoundName[] => {
  const found = new Map<string, FoundName>()
  for (const { text } of passages) {
    for (const { 0: written, index } of text.matchAll(wordPattern)) {
      if (!isOneOf(names, written)) continue
      const known = found.get(written)
      const before = text.slice(Math.max(0, index - around), index)
      const after = text.slice(index + written.length, index + written.length + around)
      found.set(written, {
        ...(known ?? { written, before, after }),
        count: (known?.count ?? 0) + 1,
      })
    }
  }
  return [...found.values()].toSorted(
    (a, b) => b.count - a.count || (a.written < b.written ? -1 : 1),
  )
}

const marksInARow = /\[name\](?:[ .]+\[name\])+/g

/** @param kept written just so, they are words and no names */
export const replaceNames = (
  text: string,
  names: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): string =>
  text
    .replaceAll(wordPattern, (word) => {
      if (kept.has(word) || !isOneOf(names, word)) return word
      return /['’]s$/.test(word) ? `${nameMark}${word.slice(-2)}` : nameMark
    })
    .replaceAll(marksInARow, nameMark)
