/** What withdrawing does to what a person stated, and to the pseudonym they stated it under. */
import type { Transaction } from '../../platform/database.ts'
import type { Respondent } from '../model.ts'
import type { Place } from '../store.ts'

export const deleteCharacteristics = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  respondent: string,
): Promise<void> => {
  await tx
    .deleteFrom('characteristics')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('respondent', '=', respondent)
    .execute()
}

export const insertRespondent = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  respondent: Respondent,
): Promise<void> => {
  await tx
    .insertInto('respondents')
    .values({ organisationId, programmeId, ...respondent })
    .execute()
}

/** Of whom nothing is left. */
export const deleteRespondent = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  respondent: string,
): Promise<void> => {
  await tx
    .deleteFrom('respondents')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('respondent', '=', respondent)
    .execute()
}
