/** What withdrawing does to what was said in private before the draw. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

/**
 * What somebody said: as a mentor about the mentees and how many they would take, as a mentee about the mentors. Also
 * that others did not want to be paired with them, which no draw asks any more.
 */
export const deleteWillingnessOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  respondent: string,
): Promise<void> => {
  for (const table of ['willingness', 'mentorLimits', 'menteeVetoes'] as const)
    await tx
      .deleteFrom(table)
      .where('organisationId', '=', organisationId)
      .where('programmeId', '=', programmeId)
      .where('mentor', '=', respondent)
      .execute()
  await tx
    .deleteFrom('menteeVetoes')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentee', '=', respondent)
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
