/**
 * Somebody leaves: what becomes of the sessions. What was said about a question has no author, so nobody can take out
 * what one mentor said; it goes when the mentee who asked leaves. Whoever stays without a partner goes on waiting for
 * what opens after a session: until a new pair has met, or the lead opens it for everybody.
 */
import type { Participant } from '../../people/model.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { deleteWaitsOf } from '../../questionnaires/withdrawal-store.ts'
import { deleteAgreementsOf } from '../agreement/agreement-store.ts'
import { deleteSharedChangesOf } from '../changes/shared-change-store.ts'
import {
  deleteClarificationsOf,
  listClarifications,
  putClarification,
} from '../clarifications/clarification-store.ts'
import { takeBack } from '../clarifications/rules.ts'
import { deleteTurns, deleteTurnsOf } from '../clarifications/turn-store.ts'
import { deleteDelegate } from '../delegates/delegate-store.ts'
import { deletePack } from '../pack/pack-store.ts'
import { cancelPlansThatAreOver } from '../planning/cancel-plans.ts'
import type { Origin } from '../planning/mails.ts'
import { deleteDocumentOpening, forgetPlaces } from './withdrawal-store.ts'

/** Whatever was promised. Their pairs have ended before; whoever books for them is still told that nothing is planned. */
export const leaveSessions = async (
  context: ActionContext,
  programme: OpenProgramme,
  { participantId, origin }: Pick<Participant, 'participantId'> & { readonly origin: Origin },
): Promise<void> => {
  const { tx } = context
  await cancelPlansThatAreOver(context, programme, origin)
  await deleteDelegate(tx, programme, participantId)
  await deleteWaitsOf(tx, programme, participantId)
  await takeQuestionsBack(tx, programme, participantId)
}

/** What they asked and nobody has answered yet. */
const takeQuestionsBack = async (
  tx: Transaction,
  programme: OpenProgramme,
  menteeId: string,
): Promise<void> => {
  for (const question of await listClarifications(tx, programme)) {
    const taken = takeBack(programme, question)
    if (question.menteeId !== menteeId || !taken.ok) continue
    await putClarification(tx, programme, taken.value)
    await deleteTurns(tx, programme, question.clarificationId)
  }
}

/** Where what was given goes too: everything but the figures. */
export const removeFromSessions = async (
  tx: Transaction,
  programme: OpenProgramme,
  { participantId }: Pick<Participant, 'participantId'>,
): Promise<void> => {
  await deleteAgreementsOf(tx, programme, participantId)
  await deleteSharedChangesOf(tx, programme, participantId)
  await deleteClarificationsOf(tx, programme, participantId)
  await deleteTurnsOf(tx, programme, participantId)
  await deletePack(tx, { ...programme, participantId })
  await deleteDocumentOpening(tx, programme, participantId)
  await forgetPlaces(tx, programme, participantId)
}
