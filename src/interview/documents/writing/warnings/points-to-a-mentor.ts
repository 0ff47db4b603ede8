/**
 * Words that point to one of the mentors: a single voice, what one person said, a role that few have, a year of training.
 * “We” and “us” are the voice of the group and point to nobody, so they are left alone; so are plurals (“registrars feel”)
 * and “a junior”, which may be anybody.
 */
import { type FoundWords, findWords, withPlainApostrophes } from './found-words.ts'
import type { Warning, WarningRule } from './warning.ts'

const singleVoice = [
  /(?<![\p{L}\p{N}'])I(?:'(?:m|ve|d|ll))?(?![\p{L}\p{N}'&/]|\.\p{L})/gu,
  /(?<![\p{L}'])(?:me|my|mine|myself|Me|My|Mine|Myself)(?![\p{L}'])/gu,
]
/** “Type I” and “phase I” count; they are nobody. */
const isNumeral = (text: string, index: number): boolean =>
  /\b(?:type|grade|class|phase|part|stage|level|factor|world war)\s+$/i.test(text.slice(0, index))

const said = 'said|told|mentioned|complained|reported|claimed|admitted|recalled|described'
const somebodySaid = [
  new RegExp(`\\b(?:he|she)\\s+(?:has\\s+|had\\s+|also\\s+|once\\s+)?(?:${said})\\b`, 'gi'),
  new RegExp(
    `\\b(?:some(?:one|body)|one person|one of us|one mentor)\\s+(?:has\\s+|had\\s+|also\\s+|once\\s+)?(?:${said}|felt|thought|was|saw|heard)\\b`,
    'gi',
  ),
]

const role =
  '(?:(?:clinical|teaching|research|locum|medical|foundation|core|specialty|senior|junior|new|surgical)\\s+)*(?:registrar|trainee|fellow|mentor|resident|student|SHO|house officer|foundation doctor|junior doctor|locum)'
const notMany =
  '(?!\\p{L}|\\s+(?:doctors|colleagues|staff|teams?|members|grades?|body|group|rotas?|mess)\\b)'
const oneRole = [
  new RegExp(
    `(?<!\\p{L})(?:the|my|our|this|that|his|her|one|another|a certain|a particular)\\s+${role}${notMany}`,
    'giu',
  ),
  new RegExp(
    `(?<!\\p{L})an?\\s+(?:${role}|junior|nurse)\\s+(?:was|had|felt|left|cried|${said})(?!\\p{L})`,
    'giu',
  ),
  /(?<!\p{L})(?:my|our|this|that|one|another|a certain|a particular)\s+junior(?!\p{L})/giu,
  /(?<!\p{L})the\s+junior(?=\s+(?:who|was|is|had|has|in|on|from|said|felt|with)\b|[.,;]|$)/giu,
  new RegExp(
    `(?<!\\p{L})(?:one|two|some)\\s+of\\s+(?:the|his|her|their|my|our)\\s+(?:${role}s|juniors|doctors|team|nurses|group)(?!\\p{L})`,
    'giu',
  ),
  /(?<!\p{L})(?:one|two|some)\s+of\s+us(?!\p{L})/giu,
  /(?<!\p{L})(?:as\s+)?the\s+only\s+(?:woman|man|female|male|one|person|registrar|fellow|trainee|junior|doctor|SHO)(?!\p{L})/giu,
  /(?<!\p{L})(?:a|the)\s+(?:female|male|pregnant|part-time|less than full[- ]time|overseas|international)\s+(?:junior|doctor|registrar|trainee|fellow|resident|SHO|colleague)(?!\p{L})/giu,
]

const yearGrade = [
  /(?<![\p{L}\p{N}])(?:F[12]|FY[12]|ST[1-8]|CT[1-4]|IMT\s?[1-4]?|GPST\s?[1-4]?|ACCS|SpR|StR|ACF|ICMT\d?)s?(?![\p{L}\p{N}])/gu,
  /(?<!\p{L})(?:first|second|third|final)[- ]year\s+(?:registrar|trainee|doctor|student|fellow|SHO)s?(?!\p{L})/giu,
]

type Kind = Pick<Warning, 'wayOut'> & {
  readonly patterns: readonly RegExp[]
  readonly sentenceOf: (found: string) => string
}

const kinds: readonly Kind[] = [
  {
    patterns: singleVoice,
    sentenceOf: (found) => `“${found}” is one person speaking. The document speaks for the group.`,
    wayOut: 'Say what the group sees: “We …”, or what the mentee does.',
  },
  {
    patterns: somebodySaid,
    sentenceOf: (found) => `“${found}” tells that one person said this.`,
    wayOut: 'Say what happens, without who told it.',
  },
  {
    patterns: oneRole,
    sentenceOf: (found) => `“${found}” may point to one of the mentors.`,
    wayOut: 'Speak of the group: “juniors”, “the team”, “we”.',
  },
  {
    patterns: yearGrade,
    sentenceOf: (found) => `“${found}” names a year of training that few of the mentors are in.`,
    wayOut: 'Speak of the group: “juniors”, “the team”, “we”.',
  },
]

type FoundOfKind = FoundWords & Pick<Kind, 'sentenceOf' | 'wayOut'>

/** “One of us said” is told once, and not again for the “one of us” in it. */
const isWithinAnother = (one: FoundOfKind, all: readonly FoundOfKind[]): boolean =>
  all.some(
    ({ words, index }) =>
      words.length > one.words.length &&
      index <= one.index &&
      one.index + one.words.length <= index + words.length,
  )

export const pointsToAMentor: WarningRule = (point) => {
  const text = withPlainApostrophes(point.text)
  const all = kinds.flatMap(({ patterns, ...kind }) =>
    findWords(text, patterns)
      .filter(({ words, index }) => words !== 'I' || !isNumeral(text, index))
      .map((found): FoundOfKind => ({ ...found, ...kind })),
  )
  return all
    .filter((one) => !isWithinAnother(one, all))
    .map(({ words, sentenceOf, wayOut }) => ({
      kind: 'points_to_a_mentor',
      found: words,
      sentence: sentenceOf(words),
      wayOut,
    }))
}
