import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'
import { inStatements } from '../platform/statements.ts'

/** Both under pseudonyms. */
export type StoredWillingness = {
  readonly mentor: string
  readonly mentee: string
  readonly isWilling: boolean
  /** 1 is the first choice; null: not ranked. */
  readonly rank: number | null
}

/** Who mentors whom, as participants. */
export type StoredPair = {
  readonly pairId: string
  readonly label: string
  readonly mentorId: string
  readonly menteeId: string
  /** Null: it came with an imported study. */
  readonly drawNumber: number | null
  readonly hasEnded: boolean
  /** One of the two asked for it to end. */
  readonly hasExited: boolean
}

export type NewPair = Omit<StoredPair, 'hasEnded' | 'hasExited'> & {
  /** Only of a pair that came with an imported study. */
  readonly hasEnded?: boolean
}

export const insertWillingness = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  willingness: readonly StoredWillingness[],
): Promise<void> =>
  inStatements(willingness, { organisationId, programmeId }, (rows) =>
    tx.insertInto('willingness').values(rows).execute(),
  )

export const listWillingness = (
  tx: Transaction,
  place: Place,
): Promise<readonly StoredWillingness[]> =>
  tx
    .selectFrom('willingness')
    .select(['mentor', 'mentee', 'isWilling', 'rank'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('mentor')
    .orderBy('mentee')
    .execute()

/**
 * All rows written anew, in the order of the pseudonyms: where a row stands, and which transaction wrote it, no longer
 * tells who answered when.
 */
export const rewriteWillingness = async (tx: Transaction, place: Place): Promise<void> => {
  const willingness = await listWillingness(tx, place)
  await tx
    .deleteFrom('willingness')
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .execute()
  await insertWillingness(tx, place, willingness)
}

/** A veto, both under pseudonyms. */
export type StoredVeto = { readonly mentee: string; readonly mentor: string }

export const listVetoes = (tx: Transaction, place: Place): Promise<readonly StoredVeto[]> =>
  tx
    .selectFrom('menteeVetoes')
    .select(['mentee', 'mentor'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('mentee')
    .orderBy('mentor')
    .execute()

/** By the pseudonym of the mentor: how many mentees they would take. Whoever is absent was not asked. */
export const listLimits = async (
  tx: Transaction,
  place: Place,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('mentorLimits')
    .select(['mentor', 'most'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('mentor')
    .execute()
  return new Map(rows.map(({ mentor, most }) => [mentor, most]))
}

/** As participants. */
export type ExcludedPair = { readonly mentorId: string; readonly menteeId: string }

export const listExcludedPairs = (
  tx: Transaction,
  place: Place,
): Promise<readonly ExcludedPair[]> =>
  tx
    .selectFrom('excludedPairs')
    .select(['mentorId', 'menteeId'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('mentorId')
    .orderBy('menteeId')
    .execute()

export const insertPairs = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  pairs: readonly NewPair[],
): Promise<void> =>
  inStatements(pairs, { organisationId, programmeId }, (rows) =>
    tx.insertInto('pairs').values(rows).execute(),
  )

/** Also those that have ended. */
export const listPairs = (tx: Transaction, place: Place): Promise<readonly StoredPair[]> =>
  tx
    .selectFrom('pairs')
    .select(['pairId', 'label', 'mentorId', 'menteeId', 'drawNumber', 'hasEnded', 'hasExited'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('label')
    .execute()

/** Those that the lead took out of the draw, and those that one of the two asked to end: no draw gives them. */
export const listBarredPairs = async (
  tx: Transaction,
  place: Place,
): Promise<readonly ExcludedPair[]> => {
  const exited = (await listPairs(tx, place)).filter(({ hasExited }) => hasExited)
  return [...(await listExcludedPairs(tx, place)), ...exited]
}
