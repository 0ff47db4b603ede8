/**
 * Which changes were taken, by ids of chance: one that is sent again is not made again. Beside them the ids of notes that
 * were taken out for good.
 */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

/** Those of the changes that had not been taken before; from now on they have. */
export const takeChanges = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  changeIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .insertInto('interviewChanges')
    .values(changeIds.toSorted().map((changeId) => ({ organisationId, programmeId, changeId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('changeId')
    .execute()
  return new Set(rows.map(({ changeId }) => changeId))
}

/** Whoever still has the note on a screen cannot bring it back, by an undo or by what they have not sent yet. */
export const closeNote = async (tx: Transaction, place: Place, noteId: string): Promise<void> => {
  await takeChanges(tx, place, [noteId])
}

/** Which of the notes were taken out for good. */
export const findClosedNotes = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  noteIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('interviewChanges')
    .select('changeId')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('changeId', 'in', noteIds)
    .execute()
  return new Set(rows.map(({ changeId }) => changeId))
}
