/** Figures under pseudonyms, kept without an order of time. */
import { sql } from 'kysely'
import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'

/** Tables of figures under pseudonyms that grow for as long as a programme runs. */
export const figures = ['sessionPulses', 'timeUses'] as const

/**
 * All rows written anew, in the order of the pseudonyms: where a row stands, and which transaction wrote it, tells nothing
 * about who answered when.
 */
export const rewriteFigures = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  table: (typeof figures)[number],
): Promise<void> => {
  await sql`
    with taken as (
      delete from ${sql.table(table)}
      where organisation_id = ${organisationId} and programme_id = ${programmeId}
      returning *
    )
    insert into ${sql.table(table)} select * from taken order by taken`.execute(tx)
}
