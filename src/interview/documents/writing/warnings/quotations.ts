/** What somebody said, word for word: two words or more between quotation marks. */
import { findWords } from './found-words.ts'
import type { WarningRule } from './warning.ts'

const patterns = [
  /“[^”“]*\S\s+\S[^”“]*”/gu,
  /„[^“”„]*\S\s+\S[^“”„]*[“”]/gu,
  /«[^»«]*\S\s+\S[^»«]*»/gu,
  /"[^"]*[^\s"]\s+[^\s"][^"]*"/gu,
  /(?<![\p{L}\p{N}])‘[^‘\n]*?\S\s+\S[^‘\n]*?’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'[^\s'](?:[^'\n]|(?<=\p{L})'(?=\p{L}))*\s(?:[^'\n]|(?<=\p{L})'(?=\p{L}))*'(?![\p{L}\p{N}])/gu,
]

export const quotations: WarningRule = ({ text }) =>
  findWords(text, patterns).map(({ words }) => ({
    kind: 'quotation',
    found: words,
    sentence: `${words} is quoted word for word. Whoever said it, or was told it, knows it again.`,
    wayOut: 'Say what is said in general, without quoting it.',
  }))
