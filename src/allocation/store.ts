import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'
import { inStatements } from '../platform/statements.ts'

/** Both under pseudonyms. */
export type StoredWillingness = {
  readonly mentor: string
  readonly mentee: string
  readonly isWilling: boolean
}

/** Who mentors whom, as participants. */
export type StoredPair = {
  readonly pairId: string
  readonly label: string
  readonly mentorId: string
  readonly menteeId: string
}

export const insertWillingness = (
  tx: Transaction,
  place: Place,
  willingness: readonly StoredWillingness[],
): Promise<void> =>
  inStatements(willingness, place, (rows) => tx.insertInto('willingness').values(rows).execute())

export const listWillingness = (
  tx: Transaction,
  place: Place,
): Promise<readonly StoredWillingness[]> =>
  tx
    .selectFrom('willingness')
    .select(['mentor', 'mentee', 'isWilling'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('mentor')
    .orderBy('mentee')
    .execute()

export const insertPairs = (
  tx: Transaction,
  place: Place,
  pairs: readonly StoredPair[],
): Promise<void> =>
  inStatements(pairs, place, (rows) => tx.insertInto('pairs').values(rows).execute())

export const listPairs = (tx: Transaction, place: Place): Promise<readonly StoredPair[]> =>
  tx
    .selectFrom('pairs')
    .select(['pairId', 'label', 'mentorId', 'menteeId'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('label')
    .execute()
