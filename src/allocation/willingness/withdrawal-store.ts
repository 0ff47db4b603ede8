/** What withdrawing does to willingness. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

/** What a mentor said about the mentees. */
export const deleteWillingnessOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  mentor: string,
): Promise<void> => {
  await tx
    .deleteFrom('willingness')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentor', '=', mentor)
    .execute()
}

/** What the mentors said about a mentee, whose pseudonym goes. */
export const deleteWillingnessFor = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  mentee: string,
): Promise<void> => {
  await tx
    .deleteFrom('willingness')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentee', '=', mentee)
    .execute()
}
