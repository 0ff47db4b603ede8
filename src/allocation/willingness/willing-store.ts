/** Whom one mentor is willing to mentor, in which order, and how many of them. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { insertWillingness, type StoredWillingness } from '../store.ts'

type OwnWillingness = Omit<StoredWillingness, 'mentor'>

/** Whoever is absent was not asked about, or not yet. */
export const findWillingnessOf = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  mentor: string,
): Promise<readonly OwnWillingness[]> =>
  tx
    .selectFrom('willingness')
    .select(['mentee', 'isWilling', 'rank'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentor', '=', mentor)
    .execute()

/** What this mentor said before goes; the rows are written in the order of the pseudonyms. */
export const replaceWillingnessOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { mentor, said }: { readonly mentor: string; readonly said: readonly OwnWillingness[] },
): Promise<void> => {
  await tx
    .deleteFrom('willingness')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentor', '=', mentor)
    .execute()
  const rows = said
    .map((one) => ({ mentor, ...one }))
    .toSorted((a, b) => (a.mentee < b.mentee ? -1 : 1))
  await insertWillingness(tx, { organisationId, programmeId }, rows)
}

/** Null: they were not asked. */
export const findLimitOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  mentor: string,
): Promise<number | null> => {
  const row = await tx
    .selectFrom('mentorLimits')
    .select('most')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentor', '=', mentor)
    .executeTakeFirst()
  return row?.most ?? null
}

export const putLimitOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  limit: { readonly mentor: string; readonly most: number },
): Promise<void> => {
  await tx
    .insertInto('mentorLimits')
    .values({ organisationId, programmeId, ...limit })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'programmeId', 'mentor'])
        .doUpdateSet({ most: limit.most }),
    )
    .execute()
}

/** Whether there are pairs. Those of an imported study came without a draw. */
export const isDrawn = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('pairs')
    .select('pairId')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
