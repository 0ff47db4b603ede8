/**
 * Somebody leaves: what becomes of the interview. A note has no author, so nobody can take out what one person said
 * but the group itself: a mentor tells the facilitator which points to take out. What counts people is another matter.
 */
import type { Participant } from '../../people/model.ts'
import type { Transaction } from '../../platform/database.ts'
import { respondentOf } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { withdrawFromSignOff } from '../documents/signing/store.ts'
import { removeBallotsOf } from '../phones/ballots.ts'
import { deleteAllAbout, deleteAttendances } from './store.ts'

/** Whatever was promised: who has left is not asked to sign off, and does not count towards a release. */
export const leaveInterview = async (
  tx: Transaction,
  programme: OpenProgramme,
  { participantId, role }: Participant,
): Promise<void> => {
  if (role === 'mentor') await withdrawFromSignOff(tx, programme, participantId)
}

/** Where what was given goes too: ballots and attendance of a mentor, everything about a mentee. */
export const removeFromInterview = async (
  tx: Transaction,
  programme: OpenProgramme,
  { participantId, role }: Participant,
): Promise<void> => {
  if (role === 'mentee') {
    await deleteAllAbout(tx, programme, respondentOf(programme.programmeKey, participantId))
    return
  }
  await removeBallotsOf(tx, programme, participantId)
  await deleteAttendances(tx, programme, participantId)
}
