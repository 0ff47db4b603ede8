/** When a text may go out to be signed off, when it may be released, and what an answer must hold. */
import { daysAfter } from '../../../lib/dates.ts'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { codePointLength } from '../../../lib/text.ts'
import type { Protocol } from '../../../protocol/model.ts'
import { usualSignOffDays } from '../../../protocol/wording/rule-lines.ts'
import type { SignOff } from './model.ts'

type Rules = Protocol['rules']

export type TooFew = {
  readonly kind: 'document.too_few_contributors'
  readonly contributors: number
  readonly floor: number
}

export type SendProblem =
  | TooFew
  | { readonly kind: 'programme.not_open' }
  | { readonly kind: 'interview.not_ended' }
  | { readonly kind: 'document.empty' }
  | { readonly kind: 'document.text_changed' }
  | { readonly kind: 'document.sent_already' }
  | { readonly kind: 'document.released_already' }

export type ReleaseProblem =
  | TooFew
  | { readonly kind: 'programme.not_open' }
  | { readonly kind: 'document.not_out' }
  | { readonly kind: 'document.change_asked' }
  | { readonly kind: 'document.too_few_agree'; readonly floor: number }
  | { readonly kind: 'document.answers_missing' }
  | { readonly kind: 'document.answers_awaited'; readonly answerBy: string }

type Outcome<P extends { readonly kind: string }> = Result<null, P>

/** Below k nobody is hidden in the group. */
const enoughContributors = ({ contributors, programme }: SignOff): Outcome<TooFew> => {
  const floor = programme.protocol.rules.anonymityFloor
  if (contributors >= floor) return ok(null)
  return fail({ kind: 'document.too_few_contributors', contributors, floor })
}

/** @param today YYYY-MM-DD */
export const canSend = (signOff: SignOff, today: string): Outcome<SendProblem> => {
  const { programme, interview, current } = signOff
  if (programme.state !== 'open') return fail({ kind: 'programme.not_open' })
  if (interview !== 'ended') return fail({ kind: 'interview.not_ended' })
  const isEmpty = current.text.domains.every(({ points }) => points.length === 0)
  if (isEmpty) return fail({ kind: 'document.empty' })
  const enough = enoughContributors(signOff)
  return enough.ok ? isNewText(signOff, today) : enough
}

/** The same words again: only where a request for a change was not followed, or the time to answer is over. */
const isNewText = ({ current, latest, requests }: SignOff, today: string): Outcome<SendProblem> => {
  if (latest?.sha256 !== current.sha256) return ok(null)
  if (latest.state === 'released') return fail({ kind: 'document.released_already' })
  const isOver = requests.length > 0 || latest.answerBy < today
  return isOver ? ok(null) : fail({ kind: 'document.sent_already' })
}

/**
 * All who took part and have not left agree; or, where the protocol says so, all who have answered by the day. Never
 * fewer than k, and never while somebody asks for a change.
 */
export const canRelease = (signOff: SignOff, today: string): Outcome<ReleaseProblem> => {
  const { programme, latest, requests } = signOff
  const { rules } = programme.protocol
  if (programme.state !== 'open') return fail({ kind: 'programme.not_open' })
  if (latest?.state !== 'signing') return fail({ kind: 'document.not_out' })
  const enough = enoughContributors(signOff)
  if (!enough.ok) return enough
  if (signOff.answered < rules.anonymityFloor) {
    return fail({ kind: 'document.too_few_agree', floor: rules.anonymityFloor })
  }
  if (requests.length > 0) return fail({ kind: 'document.change_asked' })
  return enoughAgree(signOff, today > latest.answerBy ? null : latest.answerBy)
}

/** @param answerBy null: the day is over */
const enoughAgree = (
  { answered, contributors, programme }: SignOff,
  answerBy: string | null,
): Outcome<ReleaseProblem> => {
  if (answered === contributors) return ok(null)
  if ((programme.protocol.rules.signOff ?? 'all') === 'all')
    return fail({ kind: 'document.answers_missing' })
  return answerBy === null ? ok(null) : fail({ kind: 'document.answers_awaited', answerBy })
}

type Answers = {
  readonly answered: number
  readonly latest: { readonly answerBy: string }
  readonly today: string
}

/**
 * Only once k have answered, or the day is over: a request that comes up earlier would be from one of few, and perhaps
 * of somebody who has just said that they have answered.
 */
export const mayShowRequests = (
  { anonymityFloor }: Rules,
  { answered, latest, today }: Answers,
): boolean => answered >= anonymityFloor || today > latest.answerBy

/** @returns YYYY-MM-DD */
export const answerByOf = ({ signOffDays = usualSignOffDays }: Rules, today: string): string =>
  daysAfter(today, signOffDays)

/** Eight digits are enough to compare two texts by eye. */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`

export type TypedAnswer = { readonly answer: string; readonly request: string }

export type AnswerFault =
  | { readonly kind: 'sign_off.not_chosen' }
  | { readonly kind: 'sign_off.change_not_written' }
  | { readonly kind: 'sign_off.change_too_long'; readonly most: number }
  | { readonly kind: 'sign_off.agreed_with_change' }

const longestRequest = 2000

/** @returns what is to be changed; null: nothing, they agree */
export const readAnswer = ({
  answer,
  request,
}: TypedAnswer): Result<string | null, AnswerFault> => {
  const text = request.replaceAll('\r\n', '\n').trim()
  switch (answer) {
    case 'agree':
      return text === '' ? ok(null) : fail({ kind: 'sign_off.agreed_with_change' })
    case 'change':
      if (text === '') return fail({ kind: 'sign_off.change_not_written' })
      if (codePointLength(text) <= longestRequest) return ok(text)
      return fail({ kind: 'sign_off.change_too_long', most: longestRequest })
    default:
      return fail({ kind: 'sign_off.not_chosen' })
  }
}
