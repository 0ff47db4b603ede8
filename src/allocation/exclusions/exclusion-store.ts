/** Pairs that the lead has taken out of the draw. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { ExcludedPair } from '../store.ts'

export const insertExcludedPair = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  pair: ExcludedPair,
): Promise<void> => {
  await tx
    .insertInto('excludedPairs')
    .values({ organisationId, programmeId, ...pair })
    .execute()
}

export const deleteExcludedPair = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { mentorId, menteeId }: ExcludedPair,
): Promise<void> => {
  await tx
    .deleteFrom('excludedPairs')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentorId', '=', mentorId)
    .where('menteeId', '=', menteeId)
    .execute()
}
