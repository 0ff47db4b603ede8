/** Whose answers were deleted since there were follow-ups to answer. */
import { sql } from 'kysely'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

/**
 * Those who withdrew after the first of these stages had opened, with all that they gave deleted, as the audit log has it.
 * The phase after which somebody left would not do: a lead who records a withdrawal chooses it.
 */
export const listTakenOutSince = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  stages: readonly number[],
): Promise<ReadonlySet<string>> => {
  if (stages.length === 0) return new Set()
  const rows = await tx
    .selectFrom('auditEntries')
    .select('subject')
    .where('organisationId', '=', organisationId)
    .where('event', '=', 'consent.withdrawn')
    .where(sql<boolean>`details ->> 'effect' = 'remove'`)
    .where('position', '>', (query) =>
      query
        .selectFrom('auditEntries as opened')
        .select(({ fn }) => fn.min<string>('opened.position').as('first'))
        .where('opened.organisationId', '=', organisationId)
        .where('opened.event', '=', 'stage.opened')
        .where('opened.subject', '=', programmeId)
        .where(sql<number>`(opened.details ->> 'stage')::integer`, 'in', [...stages]),
    )
    .execute()
  return new Set(rows.flatMap(({ subject }) => (subject === null ? [] : [subject])))
}
