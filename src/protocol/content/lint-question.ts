/**
 * Looks at the wording of a question as a survey methodologist would at first glance. It warns and never refuses: it
 * knows words, not meanings.
 */
import type { Characteristic, Item, Measure, Scale } from '../model.ts'
import {
  absolutes,
  emotive,
  hardWords,
  isMiddle,
  joined,
  leading,
  negatives,
  sensitive,
  valenceOf,
} from './question-words.ts'

export type WarningKind =
  | 'two_questions'
  | 'leading'
  | 'absolute'
  | 'double_negative'
  | 'no_neutral_point'
  | 'unbalanced_scale'
  | 'no_way_out'
  | 'too_long'
  | 'hard_words'

export type QuestionWarning = {
  readonly kind: WarningKind
  /** What was found and what to do. */
  readonly sentence: string
  readonly source: string
}

const krosnick =
  'Krosnick JA, Presser S. Question and questionnaire design. In: Marsden PV, Wright JD (eds). Handbook of survey research, 2nd ed. 2010'
const amee =
  'Artino AR et al. Developing questionnaires for educational research: AMEE Guide No. 87. Med Teach 2014;36:463–474, doi 10.3109/0142159X.2014.889814'
const tourangeau =
  'Tourangeau R, Yan T. Sensitive questions in surveys. Psychol Bull 2007;133:859–883, doi 10.1037/0033-2909.133.5.859'

type Warnings = readonly QuestionWarning[]

const mostWords = 25

/** What is quoted is another question's wording: judged there. */
const unquoted = (text: string): string => text.replaceAll(/“[^”]*”/g, '')

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}’'-]+/gu) ?? []

const found = (text: string, patterns: readonly RegExp[]): string | null => {
  const match = patterns.map((pattern) => pattern.exec(text)?.[0]).find((one) => one !== undefined)
  return match?.trim() ?? null
}

/** In free text both can be answered: there only two question marks are too many. */
const twoQuestions = (text: string, isOpen: boolean): Warnings => {
  const marks = text.split('?').length - 1
  const both = isOpen ? null : found(text, joined)
  if (marks < 2 && both === null) return []
  const what = marks > 1 ? 'It has two question marks' : `It joins two things by “${both}”`
  const sentence = `${what}: somebody who would answer the two differently cannot answer. Ask two questions.`
  return [{ kind: 'two_questions', sentence, source: amee }]
}

const isLeading = (text: string): Warnings => {
  const push = found(text, leading)
  const feeling = found(text, emotive)
  if (push === null && feeling === null) return []
  const sentence =
    push === null
      ? `“${feeling}” says how to feel about it. Use a plain word, or leave it out.`
      : `“${push}” suggests an answer. Ask so that every answer is equally welcome.`
  return [{ kind: 'leading', sentence, source: krosnick }]
}

const isAbsolute = (text: string): Warnings => {
  const word = found(text, absolutes)
  const sentence = `“${word}” is hardly ever true, so nearly everybody has to say no. Ask how often, or how much.`
  return word === null ? [] : [{ kind: 'absolute', sentence, source: amee }]
}

const isDoubleNegative = (text: string): Warnings => {
  const count = text.match(negatives)?.length ?? 0
  const sentence = 'It says “not” twice, and is easily read the wrong way round. Say it positively.'
  return count < 2 ? [] : [{ kind: 'double_negative', sentence, source: krosnick }]
}

const isHardToRead = (text: string): Warnings => {
  const words = wordsOf(text)
  const sentence = `It has ${words.length} words. Ask in ${mostWords} or fewer, and put explanations before it.`
  const length: Warnings =
    words.length > mostWords ? [{ kind: 'too_long', sentence, source: krosnick }] : []
  const hard = found(text, hardWords)
  if (hard === null) return length
  const plain = `“${hard}” is not a word everybody reads alike. Use an everyday word.`
  return [...length, { kind: 'hard_words', sentence: plain, source: krosnick }]
}

const wordingChecks = [isLeading, isAbsolute, isDoubleNegative, isHardToRead]

/** Of one question, without its answers. `isOpen`: it is answered in free text. */
export const lintWording = (question: string, isOpen = false): Warnings => {
  const text = unquoted(question)
  return [...twoQuestions(text, isOpen), ...wordingChecks.flatMap((check) => check(text))]
}

/** A scale from bad to good needs as many words on either side, and a middle; one from none to much does not. */
export const lintAnchors = (anchors: readonly { readonly label: string }[]): Warnings => {
  const valences = anchors.map(({ label }) => valenceOf(label))
  const countOf = (side: -1 | 1) => valences.filter((each) => each === side).length
  const [below, above] = [countOf(-1), countOf(1)]
  if (below === 0 || above === 0) return []
  if (below !== above) {
    const sentence = `${below} of the answers ${below === 1 ? 'is' : 'are'} on the low side and ${above} on the high side. Offer as many on either side.`
    return [{ kind: 'unbalanced_scale', sentence, source: krosnick }]
  }
  const hasMiddle = anchors.length % 2 === 1 || anchors.some(({ label }) => isMiddle(label))
  const sentence =
    'There is no middle, so whoever is undecided must take a side. Offer an odd number of answers, with a neutral one in the middle.'
  return hasMiddle ? [] : [{ kind: 'no_neutral_point', sentence, source: krosnick }]
}

const wayOut = /prefer not to (?:say|answer|state)|rather not say|not stated/i

const needsWayOut = (text: string, hasWayOut: boolean): Warnings => {
  const topic = found(text, sensitive)
  const sentence = `“${topic}” is a sensitive matter: people leave, or answer untruly, when they must answer. Offer “Prefer not to say”.`
  return topic === null || hasWayOut ? [] : [{ kind: 'no_way_out', sentence, source: tourangeau }]
}

export const lintMeasure = (measure: Measure, scale: Scale): Warnings => [
  ...lintWording(measure.question),
  ...lintAnchors(scale.anchors),
  ...needsWayOut(measure.question, measure.preferNotToSay === true || measure.required === false),
]

const hasWayOutOption = (options: readonly { readonly label: string }[]): boolean =>
  options.some(({ label }) => wayOut.test(label))

export const lintItem = (item: Item): Warnings => {
  const options = item.kind === 'single_choice' ? item.options : []
  const hasWayOut = item.preferNotToSay === true || !item.required || hasWayOutOption(options)
  return [
    ...lintWording(item.question, item.kind === 'free_text'),
    ...lintAnchors(options),
    ...needsWayOut(`${item.label} ${item.question}`, hasWayOut),
  ]
}

/** A number has no options to which “Prefer not to say” could be added. */
export const lintCharacteristic = (characteristic: Characteristic): Warnings =>
  characteristic.kind === 'number'
    ? []
    : needsWayOut(characteristic.label, hasWayOutOption(characteristic.options))
