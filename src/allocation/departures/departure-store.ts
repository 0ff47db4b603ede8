/** What somebody's leaving does to pairs, and to the record of who was in a draw; and that a pair is asked to end. */
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

/** One of the two asked for it; which of them is written nowhere. */
export const exitPair = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  pairId: string,
): Promise<void> => {
  await tx
    .updateTable('pairs')
    .set({ hasEnded: true, hasExited: true })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('pairId', '=', pairId)
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
