/** What somebody's leaving does to pairs, and to the record of who was in a draw. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

/** What the pairs did before stays. */
export const endPairs = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  pairIds: readonly string[],
): Promise<void> => {
  if (pairIds.length === 0) return
  await tx
    .updateTable('pairs')
    .set({ hasEnded: true })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('pairId', 'in', pairIds)
    .execute()
}

/** Who stood behind the labels of a draw, and whom it paired. Its inputs, under the labels, stay for the auditor. */
export const forgetPeople = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  number: number,
): Promise<void> => {
  await tx
    .updateTable('allocationDraws')
    .set({ sealedPeople: null, sealedPairs: null })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('number', '=', number)
    .execute()
}
