/** A run of words as it stands in a note: whoever said it, or heard it said, knows it again. */
import type { WarningRule } from './warning.ts'

export const longestSharedRun = 5

type Word = { readonly plain: string; readonly start: number; readonly end: number }

/** Without case, accents, punctuation and white space. “Don’t” is one word, “well-known” two. */
const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu)].map(
    ({ 0: word, index }) => ({
      plain: word
        .normalize('NFKD')
        .replaceAll(/[\p{M}'’]/gu, '')
        .toLowerCase(),
      start: index,
      end: index + word.length,
    }),
  )

type Run = { readonly first: number; readonly length: number }

/** The longest run of words that both have, the first of them where several are equally long. */
const longestRun = (point: readonly Word[], note: readonly Word[]): Run => {
  let best: Run = { first: 0, length: 0 }
  let before: readonly number[] = []
  for (const [first, { plain }] of point.entries()) {
    const lengths: readonly number[] = note.map((word, at) =>
      word.plain === plain ? (before[at - 1] ?? 0) + 1 : 0,
    )
    const length = Math.max(0, ...lengths)
    if (length > best.length) best = { first: first - length + 1, length }
    before = lengths
  }
  return best
}

export const wordsOfANote: WarningRule = ({ text }, { notes }) => {
  const words = wordsIn(text)
  const runs = notes
    .map((note) => longestRun(words, wordsIn(note.text)))
    .filter(({ length }) => length > longestSharedRun)
  const longest = runs.toSorted((a, b) => b.length - a.length)[0]
  if (longest === undefined) return []
  const [first, last] = [words[longest.first], words[longest.first + longest.length - 1]]
  const found = text.slice(first?.start, last?.end)
  return [
    {
      kind: 'words_of_a_note',
      found,
      sentence: `${longest.length} words in a row are the same as in a note: “${found}”. Whoever said them can be known by them.`,
      wayOut: 'Say it in other words.',
    },
  ]
}
