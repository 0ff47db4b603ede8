/** Whether a draw stands in the way of changing its rules. */
import type { Transaction } from '../../platform/database.ts'

type Place = { readonly organisationId: string; readonly programmeId: string }

/** From when the willingness is closed for a draw, unless it was opened again. */
export const isClosedForDraw = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('allocationDraws')
    .select('number')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('state', '<>', 'reopened')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
