/** That the closing letter has gone out. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

/** YYYY-MM-DD; null: not yet. */
export const findLetterDay = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<string | null> => {
  const row = await tx
    .selectFrom('closingLetters')
    .select('sentOn')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  return row?.sentOn ?? null
}

export const insertLetter = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  sentOn: string,
): Promise<void> => {
  await tx.insertInto('closingLetters').values({ organisationId, programmeId, sentOn }).execute()
}
