/** Whom one mentor is willing to mentor. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { insertWillingness, type StoredWillingness } from '../store.ts'

/** By the pseudonym of the mentee; who is absent was not asked about, or not yet. */
export const findWillingnessOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  mentor: string,
): Promise<ReadonlyMap<string, boolean>> => {
  const rows = await tx
    .selectFrom('willingness')
    .select(['mentee', 'isWilling'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentor', '=', mentor)
    .execute()
  return new Map(rows.map(({ mentee, isWilling }) => [mentee, isWilling]))
}

/** What this mentor said before goes; the rows are written in the order of the pseudonyms. */
export const replaceWillingnessOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { mentor, said }: { readonly mentor: string; readonly said: ReadonlyMap<string, boolean> },
): Promise<void> => {
  await tx
    .deleteFrom('willingness')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentor', '=', mentor)
    .execute()
  const rows: readonly StoredWillingness[] = [...said]
    .map(([mentee, isWilling]) => ({ mentor, mentee, isWilling, rank: null }))
    .toSorted((a, b) => (a.mentee < b.mentee ? -1 : 1))
  await insertWillingness(tx, { organisationId, programmeId }, rows)
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
