/** The notes of the interview, encrypted; in the database under the mentees' pseudonyms. */
import type { Transaction } from '../../platform/database.ts'
import { type Key, respondentOf, seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { Mentee, Note, NoteState } from '../model.ts'

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

/** By place; where two places are equal, by id. */
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

const inOrder = (a: Note, b: Note): number =>
  a.place === b.place ? (a.noteId < b.noteId ? -1 : 1) : a.place < b.place ? -1 : 1

/** Only those that there are. Held for this transaction alone until it ends. */
export const lockNotes = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  wanted: { readonly noteIds: readonly string[]; readonly mentees: readonly Mentee[] },
): Promise<readonly Note[]> => {
  const rows = await tx
    .selectFrom('interviewNotes')
    .select(columns)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('noteId', 'in', wanted.noteIds)
    .orderBy('noteId')
    .forUpdate()
    .execute()
  return notesOf(rows, programmeKey, wanted.mentees)
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
