/** Keeping what somebody has typed: without an audit entry, which would tell when they were typing. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, unrecorded } from '../../platform/action.ts'
import { type Draft, lockDraft, putDraft } from '../draft-store.ts'
import { type Change, mergeDrafts } from './merge-drafts.ts'
import { readQuestionnaire } from './open-questionnaire.ts'
import { fieldsOf, isText, type Questionnaire, questionsOf } from './questions.ts'
import { cleanText } from './read-response.ts'
import { mayAnswer } from './rules.ts'

export type Typing = {
  readonly programmeId: string
  readonly participantId: string
  readonly stage: number
  readonly changesIn: (questionnaire: Questionnaire) => readonly Change[]
}

export type Kept = { readonly draft: Draft; readonly joined: readonly string[] }

export type DraftProblem =
  | { readonly kind: 'draft.answered' }
  | { readonly kind: 'draft.not_taken' }
  | { readonly kind: 'draft.too_long' }

/** In signs of all texts together: some forty times what may be sent. */
const longestDraft = 1_000_000

export const saveDraft = (
  { masterKey, ...scope }: Pick<ActionScope, 'database' | 'organisationId' | 'masterKey'>,
  typing: Typing,
): Promise<Result<Kept, DraftProblem>> =>
  unrecorded(scope, async (tx): Promise<Result<Kept, DraftProblem>> => {
    const { organisationId } = scope
    const asked = { organisationId, masterKey, ...typing }
    const open = await readQuestionnaire(tx, asked)
    if (open?.standing === 'answered') return fail({ kind: 'draft.answered' })
    if (open === null || !mayAnswer(open.standing)) return fail({ kind: 'draft.not_taken' })
    const stored = await lockDraft(tx, open.place, open.who)
    // Whoever sends it in takes the draft first: now it is known whether somebody was quicker.
    if ((await readQuestionnaire(tx, asked))?.standing === 'answered')
      return fail({ kind: 'draft.answered' })
    const questions = questionsOf(open.questionnaire)
    const known = new Set(fieldsOf(questions))
    const changes = typing
      .changesIn(open.questionnaire)
      .filter(({ field }) => known.has(field))
      .map(cleaned)
    const { draft, joined } = mergeDrafts(stored, changes, isText(questions))
    if (JSON.stringify(draft).length > longestDraft) return fail({ kind: 'draft.too_long' })
    await putDraft(tx, open.place, open.who, draft)
    return ok({ draft, joined })
  })

const cleaned = ({ field, from, to }: Change): Change => ({
  field,
  from: from.map(cleanText),
  to: cleanText(to),
})
