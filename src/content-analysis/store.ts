import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'
import { inStatements } from '../platform/statements.ts'

/** `place`: in the codebook, from 0. */
export type StoredCode = {
  readonly place: number
  readonly code: string
  readonly theme: string
  readonly category: string
  readonly definition: string
}

/** `startAt` and `endAt` count Unicode code points of the comment's text; the end is not included. */
export type StoredCoding = {
  readonly commentId: string
  readonly startAt: number
  readonly endAt: number
  readonly code: string
  readonly coder: string
}

export const insertCodebook = (
  tx: Transaction,
  place: Place,
  codes: readonly StoredCode[],
): Promise<void> =>
  inStatements(codes, place, (rows) => tx.insertInto('codes').values(rows).execute())

export const insertCodings = (
  tx: Transaction,
  place: Place,
  codings: readonly StoredCoding[],
): Promise<void> =>
  inStatements(codings, place, (rows) => tx.insertInto('codings').values(rows).execute())

export const listCodebook = (tx: Transaction, place: Place): Promise<readonly StoredCode[]> =>
  tx
    .selectFrom('codes')
    .select(['place', 'code', 'theme', 'category', 'definition'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('place')
    .execute()

export const listCodings = (tx: Transaction, place: Place): Promise<readonly StoredCoding[]> =>
  tx
    .selectFrom('codings')
    .select(['commentId', 'startAt', 'endAt', 'code', 'coder'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('commentId')
    .orderBy('startAt')
    .orderBy('endAt')
    .orderBy('code')
    .execute()
