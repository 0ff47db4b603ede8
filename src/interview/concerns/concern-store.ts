/** How many points were taken out because they were about safety or conduct. Of what they said nothing is kept. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

export const countConcern = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<void> => {
  await tx
    .updateTable('interviews')
    .set((query) => ({ concerns: query('concerns', '+', 1) }))
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
}
