/** The bytes of recordings, sealed piece by piece; nothing of them is ever in a file. */
import { sql } from 'kysely'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Key, seal, unseal } from '../../platform/keys.ts'
import type { Part, Piece } from './model.ts'

/** A recording whose key is open. */
export type OpenedRecording = Place & { readonly recordingId: string; readonly key: Key }

type At = { readonly part: Part; readonly piece: number }

const contextOf = (recordingId: string, { part, piece }: At): string =>
  `recordings/${recordingId}/${part}/${piece}`

/** How much longer a piece is once it is sealed. */
const sealBytes = 29

const piecesOf = (tx: Transaction, { organisationId, programmeId }: Place, recordingId: string) =>
  tx
    .selectFrom('recordingPieces')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('recordingId', '=', recordingId)

/** In their order, each where it begins. */
export const listPieces = async (
  tx: Transaction,
  place: Place,
  { recordingId, part }: { readonly recordingId: string; readonly part: Part },
): Promise<readonly Piece[]> => {
  const rows = await piecesOf(tx, place, recordingId)
    .select(['piece', sql<number>`length(sealed)`.as('length')])
    .where('part', '=', part)
    .orderBy('piece')
    .execute()
  let start = 0
  return rows.map(({ piece, length }) => {
    const found = { piece, start, bytes: length - sealBytes }
    start += found.bytes
    return found
  })
}

/** Null: it is not there, or no longer. */
export const findPiece = async (
  tx: Transaction,
  { recordingId, key, ...place }: OpenedRecording,
  at: At,
): Promise<Buffer | null> => {
  const row = await piecesOf(tx, place, recordingId)
    .select('sealed')
    .where('part', '=', at.part)
    .where('piece', '=', at.piece)
    .executeTakeFirst()
  return row === undefined ? null : unseal(key, row.sealed, contextOf(recordingId, at))
}

/** A piece that is received twice stays as it came first; one that is cleaned may be written again. */
export const putPiece = async (
  tx: Transaction,
  { recordingId, key, organisationId, programmeId }: OpenedRecording,
  { bytes, ...at }: At & { readonly bytes: Buffer },
): Promise<void> => {
  const sealed = seal(key, bytes, contextOf(recordingId, at))
  await tx
    .insertInto('recordingPieces')
    .values({ organisationId, programmeId, recordingId, ...at, sealed })
    .onConflict((conflict) => {
      const same = conflict.columns([
        'organisationId',
        'programmeId',
        'recordingId',
        'part',
        'piece',
      ])
      return at.part === 'received' ? same.doNothing() : same.doUpdateSet({ sealed })
    })
    .execute()
}

/** @returns how many there were; without `part` all of them */
export const deletePieces = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { recordingId, part }: { readonly recordingId: string; readonly part?: Part },
): Promise<number> => {
  const deleted = await tx
    .deleteFrom('recordingPieces')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('recordingId', '=', recordingId)
    .$if(part !== undefined, (query) => query.where('part', '=', part ?? ''))
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

/** Held until the transaction ends, by one server process at a time. @returns whether it was free */
export const holdForCleaning = async (tx: Transaction, recordingId: string): Promise<boolean> => {
  const { rows } = await sql<{ isHeld: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${recordingId}, 4)) as is_held`.execute(tx)
  return rows[0]?.isHeld === true
}
