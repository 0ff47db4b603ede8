/** A mentee asks the group or takes the question back; a mentor takes their turn. Neither stands in the audit log by name. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { putClarification } from './clarification-store.ts'
import { loadOwnClarifications, loadQuestionsToMentor } from './load-clarifications.ts'
import { writeFacilitatorMails } from './mails.ts'
import type { Clarification } from './model.ts'
import {
  type AskedQuestion,
  type AskProblem,
  type ClosedProblem,
  decideQuestion,
  takeBack,
} from './rules.ts'
import { deleteTurns, insertTurn } from './turn-store.ts'

export type UnknownQuestion = { readonly kind: 'question.unknown' }

type Scope = Omit<ActionScope, 'actor'>
const nobody = { kind: 'participant', id: null } as const

type Person = { readonly programmeId: string; readonly participantId: string }

export type Asking = Person & AskedQuestion & { readonly publicUrl: string }

export const askGroup = (scope: Scope, asking: Asking) =>
  keepQuestion({ ...scope, actor: nobody }, asking)

const keepQuestion = action(
  'clarification.asked',
  async (context, asking: Asking): Promise<Result<Done<null>, AskProblem | UnknownQuestion>> => {
    const { tx } = context
    const own = await loadOwnClarifications(tx, { ...context, ...asking })
    if (own === null) return fail({ kind: 'question.unknown' })
    const decided = decideQuestion(own, asking)
    if (!decided.ok) return decided
    const clarification: Clarification = {
      ...{ clarificationId: crypto.randomUUID(), menteeId: asking.participantId },
      ...{ state: 'asked', ...decided.value, passedOn: null, answer: null },
    }
    await putClarification(tx, own.programme, clarification)
    await writeFacilitatorMails(context, own.programme, asking.publicUrl)
    return ok({ value: null, subject: clarification.clarificationId })
  },
)

export type About = Person & { readonly clarificationId: string }

export const takeQuestionBack = (scope: Scope, about: About) =>
  keepTakenBack({ ...scope, actor: nobody }, about)

const keepTakenBack = action(
  'clarification.taken_back',
  async (context, about: About): Promise<Result<Done<null>, ClosedProblem | UnknownQuestion>> => {
    const { tx } = context
    const { clarificationId } = about
    const own = await loadOwnClarifications(tx, { ...context, ...about })
    const clarification = own?.clarifications.find((one) => one.clarificationId === clarificationId)
    if (!own || clarification === undefined) return fail({ kind: 'question.unknown' })
    const decided = takeBack(own.programme, clarification)
    if (!decided.ok) return decided
    await putClarification(tx, own.programme, decided.value)
    await deleteTurns(tx, own.programme, clarificationId)
    return ok({ value: null, subject: clarificationId })
  },
)

/** `note` null: they have nothing to add. */
export type Turn = About & { readonly note: string | null }

export type TurnProblem = { readonly kind: 'turn.not_asked' } | { readonly kind: 'turn.taken' }

/** Without an idempotency key: a turn is taken once, whatever form it comes from. */
export const takeTurn = (scope: Omit<Scope, 'idempotencyKey'>, turn: Turn) =>
  keepTurn({ ...scope, actor: nobody, idempotencyKey: null }, turn)

/** Neither whose turn it was nor at which question: with both of them the day would tell what is theirs. */
const keepTurn = action(
  'clarification.turn_taken',
  async (context, turn: Turn): Promise<Result<Done<null>, TurnProblem>> => {
    const { tx } = context
    const { clarificationId, participantId, note } = turn
    const asked = await loadQuestionsToMentor(tx, { ...context, ...turn })
    const question = asked?.questions.find(
      ({ clarification }) => clarification.clarificationId === clarificationId,
    )
    if (asked?.programme.state !== 'open' || question?.clarification.state !== 'with_group') {
      return fail({ kind: 'turn.not_asked' })
    }
    if (question.hasTakenTurn) return fail({ kind: 'turn.taken' })
    await insertTurn(tx, asked.programme, { clarificationId, participantId, note })
    return ok({ value: null })
  },
)
