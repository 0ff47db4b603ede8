/** Sessions that were recorded, put right or taken back. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { StoredSession } from '../store.ts'

export const changeSession = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { sessionId, ...session }: Omit<StoredSession, 'pairId'>,
): Promise<void> => {
  await tx
    .updateTable('sessions')
    .set(session)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('sessionId', '=', sessionId)
    .execute()
}

export const deleteSession = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  sessionId: string,
): Promise<void> => {
  await tx
    .deleteFrom('sessions')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('sessionId', '=', sessionId)
    .execute()
}
