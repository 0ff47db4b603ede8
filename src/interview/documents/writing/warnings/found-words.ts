/** Where words of a kind stand in a point. */

export type FoundWords = { readonly words: string; readonly index: number }

/** Typographic apostrophes as typed ones, so that one spelling of a pattern finds both. */
export const withPlainApostrophes = (text: string): string => text.replaceAll(/[’‘ʼ]/g, "'")

/** In the order of the text. What stands within a longer find, and what was found before, is left out. */
export const findWords = (text: string, patterns: readonly RegExp[]): readonly FoundWords[] => {
  const all = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ words: words.trim(), index })),
  )
  return outermost(all)
}

const outermost = (all: readonly FoundWords[]): readonly FoundWords[] => {
  const kept: FoundWords[] = []
  const longestFirst = all.toSorted((a, b) => b.words.length - a.words.length || a.index - b.index)
  for (const one of longestFirst) {
    const isInside = kept.some(
      ({ words, index }) =>
        one.index < index + words.length && index < one.index + one.words.length,
    )
    const isKnown = kept.some(({ words }) => words.toLowerCase() === one.words.toLowerCase())
    if (!isInside && !isKnown) kept.push(one)
  }
  return kept.toSorted((a, b) => a.index - b.index)
}

/** A capital letter here need not mean a name. */
export const isAtStartOfSentence = (text: string, index: number): boolean =>
  /(?:^|[.!?:;…\n–—(“"])[\s\-•*'"“)]*$/u.test(text.slice(0, index))
