/** Which mentees have opened their document. */
import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'

type Opening = Place & { readonly menteeId: string }

export const hasOpenedDocument = async (
  tx: Transaction,
  { organisationId, programmeId, menteeId }: Opening,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('documentOpenings')
    .select('participantId')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', menteeId)
    .executeTakeFirst()
  return row !== undefined
}

export const putDocumentOpening = async (
  tx: Transaction,
  { organisationId, programmeId, menteeId: participantId }: Opening,
): Promise<void> => {
  await tx
    .insertInto('documentOpenings')
    .values({ organisationId, programmeId, participantId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
