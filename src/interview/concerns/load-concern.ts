/** A point that may be about safety or conduct, with where it is to go. */
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import type { Governance } from '../../protocol/governance/model.ts'
import { findGovernance } from '../../protocol/governance/store.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { findNotes } from '../board/note-store.ts'
import { listVersionHeads } from '../documents/signing/store.ts'
import { listDocumentPoints } from '../documents/writing/draft-store.ts'
import type { Mentee, Note } from '../model.ts'
import { findInterview, listMentees } from '../store.ts'

export type ConcernAsked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
  readonly noteId: string
}

export type ConcernPoint = {
  readonly note: Note
  readonly mentee: Mentee
  /** Points of the document that is being written which come from it. */
  readonly writtenFrom: readonly { readonly pointId: string; readonly text: string }[]
  /** A document about this mentee has gone out to be signed off. */
  readonly hasGoneOut: boolean
}

export type Concern = {
  readonly programme: OpenProgramme
  readonly governance: Governance
  /** How many were handed on before. */
  readonly concerns: number
  /** Null: it is not there, or no longer. */
  readonly point: ConcernPoint | null
}

export const loadConcern = async (
  tx: Transaction,
  { noteId, ...asked }: ConcernAsked,
): Promise<Concern | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const mentees = await listMentees(tx, programme)
  const { concerns } = await findInterview(tx, programme, mentees)
  return {
    programme,
    governance: await findGovernance(tx, asked),
    concerns,
    point: await findPoint(tx, programme, { noteId, mentees }),
  }
}

type Wanted = { readonly noteId: string; readonly mentees: readonly Mentee[] }

export const findPoint = async (
  tx: Transaction,
  programme: OpenProgramme,
  { noteId, mentees }: Wanted,
): Promise<ConcernPoint | null> => {
  const [note] = await findNotes(tx, programme, { noteIds: [noteId], mentees })
  const mentee = mentees.find(({ menteeId }) => menteeId === note?.menteeId)
  if (note === undefined || mentee === undefined) return null
  const written = await listDocumentPoints(tx, programme, mentee.menteeId)
  const versions = await listVersionHeads(tx, programme)
  return {
    note,
    mentee,
    writtenFrom: written
      .filter(({ noteIds }) => noteIds.includes(noteId))
      .map(({ pointId, text }) => ({ pointId, text })),
    hasGoneOut: versions.some((version) => version.mentee === mentee.mentee),
  }
}
