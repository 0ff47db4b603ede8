import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'
import { inStatements } from '../platform/statements.ts'

/** That a pair met, and for how many minutes; null: not recorded. What they said is kept nowhere. */
export type StoredSession = {
  readonly sessionId: string
  readonly pairId: string
  readonly durationMinutes: number | null
}

export const insertSessions = (
  tx: Transaction,
  place: Place,
  sessions: readonly StoredSession[],
): Promise<void> =>
  inStatements(sessions, place, (rows) => tx.insertInto('sessions').values(rows).execute())

export const listSessions = (tx: Transaction, place: Place): Promise<readonly StoredSession[]> =>
  tx
    .selectFrom('sessions')
    .select(['sessionId', 'pairId', 'durationMinutes'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('durationMinutes')
    .execute()
