/** A mentee opens their document. From then on what they thought of themselves beforehand stays as it is. */
import { fail, ok, type Result } from '../lib/result.ts'
import { type ActionScope, action, type Done } from '../platform/action.ts'
import { putDocumentOpening } from './document-opening-store.ts'
import { loadFeedback } from './load-feedback.ts'

type Opening = { readonly programmeId: string; readonly menteeId: string }

export type FeedbackProblem = { readonly kind: 'feedback.not_shown' }

export const openFeedback = (scope: ActionScope, opening: Opening) =>
  keepOpening({ ...scope, actor: { kind: 'participant', id: null } }, opening)

const keepOpening = action(
  'feedback.opened',
  async (context, opening: Opening): Promise<Result<Done<null>, FeedbackProblem>> => {
    const { tx, organisationId, masterKey } = context
    const feedback = await loadFeedback(tx, { organisationId, masterKey, ...opening })
    if (feedback === null || !feedback.isDue) return fail({ kind: 'feedback.not_shown' })
    await putDocumentOpening(tx, { organisationId, ...opening })
    return ok({ value: null })
  },
)
