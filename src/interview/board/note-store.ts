/** The notes of the interview, encrypted; in the database under the mentees' pseudonyms. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { DB } from '../../platform/database-types.ts'
import { type Key, respondentOf, seal, unseal } from '../../platform/keys.ts'
import { unread } from '../../platform/round-trips.ts'
import { inStatements } from '../../platform/statements.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { Mentee, Note, NoteState } from '../model.ts'
import { evenPlaces } from './places.ts'

const contextOf = (noteId: string): string => `interview_notes/${noteId}`

const columns = ['noteId', 'mentee', 'domain', 'place', 'sealedText'] as const

type Row = {
  readonly noteId: string
  readonly mentee: string
  readonly domain: string
  readonly place: string
  readonly sealedText: Buffer
}

/** Of a mentee who has left there is no note to show. */
const notesOf = (
  rows: readonly Row[],
  programmeKey: Key,
  mentees: readonly Mentee[],
): readonly Note[] => {
  const ids = new Map(mentees.map(({ mentee, menteeId }) => [mentee, menteeId]))
  return rows.flatMap(({ mentee, sealedText, ...row }) => {
    const menteeId = ids.get(mentee)
    const text = unseal(programmeKey, sealedText, contextOf(row.noteId)).toString('utf8')
    return menteeId === undefined ? [] : [{ ...row, menteeId, text }]
  })
}

/** In the order of the board. */
export const listNotes = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  mentees: readonly Mentee[],
): Promise<readonly Note[]> => {
  const rows = await tx
    .selectFrom('interviewNotes')
    .select(columns)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  return notesOf(rows, programmeKey, mentees).toSorted(inOrder)
}

type Placed = Pick<Row, 'noteId' | 'place'>

/** By place; where two places are equal, by id. */
const inOrder = (a: Placed, b: Placed): number =>
  a.place === b.place ? (a.noteId < b.noteId ? -1 : 1) : a.place < b.place ? -1 : 1

type Wanted = { readonly noteIds: readonly string[]; readonly mentees: readonly Mentee[] }

/** Only those that there are. */
export const findNotes = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  { noteIds, mentees }: Wanted,
): Promise<readonly Note[]> => {
  const rows = await tx
    .selectFrom('interviewNotes')
    .select(columns)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('noteId', '=', sql<string>`any(${noteIds}::uuid[])`)
    .execute()
  return notesOf(rows, programmeKey, mentees)
}

const notesLock = 3

/**
 * Only those that there are. Held for this transaction alone until it ends, and those that there are not too: nobody
 * else can make them meanwhile. In the order of their ids, so that no two wait for each other.
 */
export const lockNotes = async (
  tx: Transaction,
  programme: OpenProgramme,
  wanted: Wanted,
): Promise<readonly Note[]> => {
  await sql`${sql.raw(unread)}
    select pg_advisory_xact_lock(hashtextextended(note_id, ${notesLock}))
    from unnest(${wanted.noteIds.toSorted()}::text[]) as wanted (note_id)`.execute(tx)
  return findNotes(tx, programme, wanted)
}

export const putNote = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  { noteId, menteeId, domain, place, text }: NoteState & { readonly noteId: string },
): Promise<void> => {
  const mentee = respondentOf(programmeKey, menteeId)
  const sealedText = seal(programmeKey, text, contextOf(noteId))
  const state = { mentee, domain, place, sealedText }
  await tx
    .insertInto('interviewNotes')
    .values({ organisationId, programmeId, noteId, ...state })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'programmeId', 'noteId']).doUpdateSet(state),
    )
    .execute()
}

export const deleteNote = async (
  tx: Transaction,
  { organisationId, programmeId }: OpenProgramme,
  noteId: string,
): Promise<void> => {
  await tx
    .deleteFrom('interviewNotes')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('noteId', '=', noteId)
    .execute()
}

/**
 * For the end of the interview. Where a row lies, and what the database keeps with it, would tell when it was written: so
 * every note is written anew, in the order of ids of chance, with what hangs on it, and at a place that says its order
 * within the cell and nothing else. The changes that were taken are forgotten.
 */
export const rewriteNotes = async (tx: Transaction, place: Place): Promise<void> => {
  const { notes, ballots, tallies, sources } = await takeOut(tx, place)
  await inStatements(placedEvenly(notes).toSorted(byId), {}, (rows) =>
    tx.insertInto('interviewNotes').values(rows).execute(),
  )
  await inStatements(ballots.toSorted(byKey), {}, (rows) =>
    tx.insertInto('interviewBallots').values(rows).execute(),
  )
  await inStatements(tallies.toSorted(byId), {}, (rows) =>
    tx.insertInto('interviewTallies').values(rows).execute(),
  )
  await inStatements(sources.toSorted(byId), {}, (rows) =>
    tx.insertInto('documentSources').values(rows).execute(),
  )
}

const placedEvenly = <Stored extends Row>(notes: readonly Stored[]): readonly Stored[] =>
  [...Map.groupBy(notes, ({ mentee, domain }) => `${mentee} ${domain}`).values()].flatMap(
    (cell) => {
      const places = evenPlaces(cell.length)
      return cell
        .toSorted(inOrder)
        .map((note, at) => ({ ...note, place: places[at] ?? note.place }))
    },
  )

type OfNote = { readonly noteId: string }
const byId = (a: OfNote, b: OfNote): number => (a.noteId < b.noteId ? -1 : 1)

type Keyed = { readonly ballotKey: Buffer }
const byKey = (a: Keyed, b: Keyed): number => a.ballotKey.compare(b.ballotKey)

type OfProgramme =
  | 'interviewNotes'
  | 'interviewBallots'
  | 'interviewTallies'
  | 'documentSources'
  | 'interviewChanges'

const takeOut = async (tx: Transaction, { organisationId, programmeId }: Place) => {
  const ofProgramme = (row: ExpressionBuilder<DB, OfProgramme>) =>
    row.and({ organisationId, programmeId })
  const ballots = await tx
    .deleteFrom('interviewBallots')
    .where(ofProgramme)
    .returningAll()
    .execute()
  const tallies = await tx
    .deleteFrom('interviewTallies')
    .where(ofProgramme)
    .returningAll()
    .execute()
  const sources = await tx.deleteFrom('documentSources').where(ofProgramme).returningAll().execute()
  const notes = await tx.deleteFrom('interviewNotes').where(ofProgramme).returningAll().execute()
  await tx.deleteFrom('interviewChanges').where(ofProgramme).execute()
  return { notes, ballots, tallies, sources }
}
