import { sql } from 'kysely'
import { dayOf } from '../../lib/dates.ts'
import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'

/** Pair → the day on which one of these last happened to it, as the audit log has it. */
export const listLastDays = async (
  tx: Transaction,
  { organisationId }: Pick<OpenProgramme, 'organisationId'>,
  events: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('auditEntries')
    .select(['subject', sql<Date>`max(happened_at)`.as('last')])
    .where('organisationId', '=', organisationId)
    .where('event', 'in', events)
    .groupBy('subject')
    .execute()
  return new Map(
    rows.flatMap(({ subject, last }) => (subject === null ? [] : [[subject, dayOf(last)]])),
  )
}
