/** What a person states about themselves, under their pseudonym. */
import type { Transaction } from '../../platform/database.ts'
import type { Place } from '../store.ts'

/** By the id of the characteristic; one that was not stated is absent. */
export type Characteristics = Readonly<Record<string, string>>

export const findCharacteristics = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  respondent: string,
): Promise<Characteristics> => {
  const rows = await tx
    .selectFrom('characteristics')
    .select(['characteristic', 'value'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('respondent', '=', respondent)
    .execute()
  return Object.fromEntries(rows.map(({ characteristic, value }) => [characteristic, value]))
}

/** What is not among the characteristics given is no longer stated. */
export const replaceCharacteristics = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  {
    respondent,
    characteristics,
  }: { readonly respondent: string; readonly characteristics: Characteristics },
): Promise<void> => {
  await tx
    .deleteFrom('characteristics')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('respondent', '=', respondent)
    .execute()
  const rows = Object.entries(characteristics).map(([characteristic, value]) => ({
    organisationId,
    programmeId,
    respondent,
    characteristic,
    value,
  }))
  if (rows.length > 0) await tx.insertInto('characteristics').values(rows).execute()
}
