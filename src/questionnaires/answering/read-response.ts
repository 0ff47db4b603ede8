/** From the fields of a form to a response, or to everything that is wrong with it. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { codePointLength } from '../../lib/text.ts'
import type { Draft } from '../draft-store.ts'
import {
  type ChoiceQuestion,
  declinedField,
  declinedValue,
  type NumberQuestion,
  type Question,
  type ScoreQuestion,
  type TextQuestion,
} from './questions.ts'

/** Everything that one person gives at one stage. “Prefer not to say” and what was left out are not in it. */
export type Response = {
  readonly scores: readonly {
    readonly measure: string
    readonly domain: string
    readonly score: number
  }[]
  readonly answers: readonly { readonly item: string; readonly answer: string }[]
  readonly comments: readonly { readonly question: string; readonly text: string }[]
}

/** What is wrong with the answer to one question. */
export type Fault = { readonly question: Question } & (
  | { readonly kind: 'answer.missing' }
  | { readonly kind: 'answer.not_offered' }
  | { readonly kind: 'answer.not_a_number' }
  | { readonly kind: 'answer.has_a_comma' }
  | { readonly kind: 'answer.out_of_range'; readonly min: number; readonly max: number }
  | { readonly kind: 'answer.too_long'; readonly length: number }
  | { readonly kind: 'answer.given_and_declined' }
)

export type FaultyResponse = {
  readonly kind: 'response.faulty'
  readonly faults: readonly Fault[]
}

/** In code points. */
export const longestText = 5000

/** Line ends as one sign, and nothing that is no text: NUL, and halves of surrogate pairs. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed()

type Part = Partial<Response>
type Read = Result<Part, Fault>
const nothing: Read = ok({})

/** Fields that no question has are left alone. */
export const readResponse = (
  questions: readonly Question[],
  fields: Draft,
): Result<Response, FaultyResponse> => {
  const parts = questions.map((question) => readQuestion(question, fields))
  const faults = parts.flatMap((part) => (part.ok ? [] : [part.problem]))
  if (faults.length > 0) return fail({ kind: 'response.faulty', faults })
  const read = parts.flatMap((part) => (part.ok ? [part.value] : []))
  return ok({
    scores: read.flatMap(({ scores = [] }) => scores),
    answers: read.flatMap(({ answers = [] }) => answers),
    comments: read.flatMap(({ comments = [] }) => comments),
  })
}

export const faultsIn = (questions: readonly Question[], fields: Draft): readonly Fault[] => {
  const read = readResponse(questions, fields)
  return read.ok ? [] : read.problem.faults
}

/** How many answers there are in it. */
export const countAnswers = ({ scores, answers, comments }: Response): number =>
  scores.length + answers.length + comments.length

const own = (fields: Draft, field: string): string =>
  Object.hasOwn(fields, field) ? cleanText(fields[field] ?? '').trim() : ''

const readQuestion = (question: Question, fields: Draft): Read => {
  const given = own(fields, question.field)
  const isDeclined =
    question.mayDecline &&
    (given === declinedValue || own(fields, declinedField(question)) === declinedValue)
  if (isDeclined && given !== declinedValue && given !== '')
    return fail({ kind: 'answer.given_and_declined', question })
  if (isDeclined) return nothing
  if (given === '') return question.isRequired ? missing(question) : nothing
  return readGiven(question, given)
}

const missing = (question: Question): Read => fail({ kind: 'answer.missing', question })

const readGiven = (question: Question, given: string): Read => {
  switch (question.kind) {
    case 'score':
      return readScore(question, given)
    case 'single_choice':
      return readChoice(question, given)
    case 'number':
      return readNumber(question, given)
    case 'free_text':
      return readText(question, given)
  }
}

const readScore = (question: ScoreQuestion, given: string): Read => {
  const anchor = question.anchors.find(({ value }) => String(value) === given)
  if (anchor === undefined) return fail({ kind: 'answer.not_offered', question })
  const { measure, domain } = question
  return ok({ scores: [{ measure, domain, score: anchor.value }] })
}

const readChoice = (question: ChoiceQuestion, given: string): Read => {
  const { id, options } = question.item
  if (!options.some(({ value }) => value === given))
    return fail({ kind: 'answer.not_offered', question })
  return ok({ answers: [{ item: id, answer: given }] })
}

const plainNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/

/** Kept as the number it is: 07.50 is 7.5. A comma may stand for a point or for thousands, so it is asked about. */
const readNumber = (question: NumberQuestion, given: string): Read => {
  const { id, min, max } = question.item
  if (/^-?[\d.]+,[\d,.]+$/.test(given)) return fail({ kind: 'answer.has_a_comma', question })
  if (!plainNumber.test(given)) return fail({ kind: 'answer.not_a_number', question })
  const number = Number(given)
  if (number < min || number > max) return fail({ kind: 'answer.out_of_range', question, min, max })
  return ok({ answers: [{ item: id, answer: String(number) }] })
}

const readText = (question: TextQuestion, given: string): Read => {
  const length = codePointLength(given)
  if (length > longestText) return fail({ kind: 'answer.too_long', question, length })
  return ok({ comments: [{ question: question.item.id, text: given }] })
}
