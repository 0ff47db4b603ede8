/** The facilitator passes a question on, releases the group's answer, or declines. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import type { UnknownQuestion } from './actions.ts'
import { putClarification } from './clarification-store.ts'
import { loadOpenedQuestion, type OpenedQuestion } from './load-clarifications.ts'
import { writeGroupMails, writeMenteeMail } from './mails.ts'
import { type Clarification, isOpen } from './model.ts'
import { answer, decline, type GroupProblem, hear, passOn } from './rules.ts'
import { deleteTurns } from './turn-store.ts'
import { warningsOfAnswer, warningsOfQuestion } from './word-warnings.ts'

export type Facilitating = {
  readonly programmeId: string
  readonly clarificationId: string
  readonly text: string
  /** The words whose warnings were read; empty: none. */
  readonly confirmed: string
  readonly publicUrl: string
}

export type FacilitatingProblem = GroupProblem | UnknownQuestion | { readonly kind: 'words.warned' }

type Outcome = Result<Done<null>, FacilitatingProblem>

type Step = {
  readonly decide: (question: OpenedQuestion, text: string) => Result<Clarification, GroupProblem>
  /** The words of what was decided that somebody else will read. */
  readonly wordsOf: (decided: Clarification) => string
  readonly warningsOf: typeof warningsOfAnswer
  readonly tell: (
    context: ActionContext,
    question: OpenedQuestion,
    publicUrl: string,
  ) => Promise<void>
}

/** Words with warnings go out once somebody has read the warnings and sends the same words again. */
const perform =
  ({ decide, wordsOf, warningsOf, tell }: Step) =>
  async (context: ActionContext, input: Facilitating): Promise<Outcome> => {
    const { tx } = context
    const { clarificationId, text, confirmed, publicUrl } = input
    const question = await loadOpenedQuestion(tx, { ...context, ...input })
    if (question === null) return fail({ kind: 'question.unknown' })
    const decided = decide(question, text)
    if (!decided.ok) return decided
    const words = wordsOf(decided.value)
    const isRead = confirmed.replaceAll('\r\n', '\n').trim() === words
    if (!isRead && warningsOf(words, question.around).length > 0) {
      return fail({ kind: 'words.warned' })
    }
    await putClarification(tx, question.programme, decided.value)
    if (!isOpen(decided.value)) {
      await deleteTurns(tx, question.programme, clarificationId)
    }
    await tell(context, question, publicUrl)
    return ok({ value: null, subject: clarificationId })
  }

const tellMentee: Step['tell'] = (context, { programme, clarification }, publicUrl) =>
  writeMenteeMail(context, programme, { menteeId: clarification.menteeId, publicUrl })

export const passQuestionOn = action(
  'clarification.passed_on',
  perform({
    decide: passOn,
    wordsOf: ({ passedOn }) => passedOn ?? '',
    warningsOf: warningsOfQuestion,
    tell: (context, { programme }, publicUrl) => writeGroupMails(context, programme, publicUrl),
  }),
)

export type Hearing = Pick<Facilitating, 'programmeId' | 'clarificationId'>

/** The turns are over, and the facilitator reads. */
export const hearGroup = action(
  'clarification.heard',
  async (context, given: Hearing): Promise<Outcome> => {
    const question = await loadOpenedQuestion(context.tx, { ...context, ...given })
    if (question === null) return fail({ kind: 'question.unknown' })
    const decided = hear(question)
    if (!decided.ok) return decided
    await putClarification(context.tx, question.programme, decided.value)
    return ok({ value: null, subject: given.clarificationId })
  },
)

export const releaseAnswer = action(
  'clarification.answered',
  perform({
    decide: answer,
    wordsOf: (decided) => decided.answer ?? '',
    warningsOf: warningsOfAnswer,
    tell: tellMentee,
  }),
)

export const declineQuestion = action(
  'clarification.declined',
  perform({
    decide: decline,
    wordsOf: (decided) => decided.answer ?? '',
    warningsOf: warningsOfAnswer,
    tell: tellMentee,
  }),
)
