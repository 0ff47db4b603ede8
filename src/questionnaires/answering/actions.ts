/** Sending a questionnaire in, once. */
import { randomInt, randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { lockProtocolVersion } from '../../protocol/store.ts'
import { type Change, mergeDrafts } from './merge-drafts.ts'
import { type OpenQuestionnaire, takeQuestionnaire } from './open-questionnaire.ts'
import { isText, type Questionnaire, questionsOf } from './questions.ts'
import { type FaultyResponse, type Response, readResponse } from './read-response.ts'
import { insertResponse, type NewResponse } from './response-store.ts'
import { mayAnswer } from './rules.ts'

export type Submission = {
  readonly programmeId: string
  readonly participantId: string
  readonly stage: number
  /** What the form holds, once it is known what it asks; nothing where the draft is sent as it is. */
  readonly changesIn: (questionnaire: Questionnaire) => readonly Change[]
}

export type SubmissionProblem =
  | FaultyResponse
  /** Not open, closed, answered, or not for this person: the page of the questionnaire says which. */
  | { readonly kind: 'response.not_taken' }
  /** Another device wrote texts that this form does not know: nobody has read them together yet. */
  | { readonly kind: 'response.changed_elsewhere' }

/** Whoever sends stays out of the audit log: neither who it was nor what it was about is in the entry. */
export const submitResponse = (
  scope: Omit<ActionScope, 'actor' | 'idempotencyKey'>,
  submission: Submission,
) =>
  withNewLabels(() =>
    sendResponse(
      { ...scope, actor: { kind: 'participant', id: null }, idempotencyKey: null },
      submission,
    ),
  )

/** Without an idempotency key: a stage is answered once, whatever form it comes from. */
const sendResponse = action(
  'response.sent',
  async (context, submission: Submission): Promise<Result<Done<null>, SubmissionProblem>> => {
    const { tx } = context
    const open = await takeQuestionnaire(tx, { ...context, ...submission })
    if (open === null || !mayAnswer(open.standing)) return fail({ kind: 'response.not_taken' })
    const response = responseFrom(open, submission)
    if (!response.ok) return response
    await insertResponse(tx, open.place, { who: open.who, response: labelled(response.value) })
    if (!open.isLocked) await lockProtocolVersion(tx, open.place, open.version)
    return ok({ value: null, details: { stage: submission.stage } })
  },
  'shared',
)

const responseFrom = (
  { questionnaire, draft }: OpenQuestionnaire,
  { changesIn }: Submission,
): Result<Response, SubmissionProblem> => {
  const questions = questionsOf(questionnaire)
  const merged = mergeDrafts(draft, changesIn(questionnaire), isText(questions))
  if (merged.joined.length > 0) return fail({ kind: 'response.changed_elsewhere' })
  return readResponse(questions, merged.draft)
}

/** Without letters and digits that are taken for each other. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const labelLength = 6

/** What exports call the comments: by chance, so that it tells nothing about when or by whom. */
const labelled = (response: Response): NewResponse => ({
  ...response,
  comments: response.comments.map((comment) => ({
    ...comment,
    commentId: randomUUID(),
    label: `T${Array.from({ length: labelLength }, () => signs[randomInt(signs.length)]).join('')}`,
  })),
})

/** Chance may hit upon a label that is taken: then all is undone and done again with others. */
const withNewLabels = async <T>(send: () => Promise<T>, attempts = 5): Promise<T> => {
  try {
    return await send()
  } catch (error) {
    const isTaken =
      error instanceof Error &&
      'constraint' in error &&
      error.constraint === 'comments_one_per_label'
    if (!isTaken || attempts === 1) throw error
    return withNewLabels(send, attempts - 1)
  }
}
