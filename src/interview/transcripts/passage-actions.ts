/** Working in a transcript: passages are corrected, and cut onto the board. Like notes, without an entry in the log. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, unrecorded } from '../../platform/action.ts'
import { read } from '../../platform/database.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { changeNotes } from '../board/change-notes.ts'
import { addNote } from '../board/note-edits.ts'
import { listNotes } from '../board/note-store.ts'
import type { NoteState } from '../model.ts'
import { listMentees } from '../store.ts'
import { longestPassage, type Passage } from './model.ts'
import type { CutProblem, TranscriptProblem } from './problems.ts'
import { lockTranscript, updatePassages } from './transcript-store.ts'

type Scope = Pick<ActionScope, 'database' | 'organisationId' | 'masterKey'>

export type Correction = {
  readonly programmeId: string
  readonly transcriptId: string
  /** Its place among the passages, from 0. */
  readonly passage: number
  /** The words as the page showed them. */
  readonly from: string
  readonly to: string
}

export const correctPassage = (
  { masterKey, ...scope }: Scope,
  { programmeId, transcriptId, ...correction }: Correction,
): Promise<Result<null, TranscriptProblem>> =>
  unrecorded(scope, async (tx): Promise<Result<null, TranscriptProblem>> => {
    const { organisationId } = scope
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return fail({ kind: 'programme.unknown' })
    if (programme.state === 'closed') return fail({ kind: 'programme.closed' })
    const transcript = await lockTranscript(tx, programme, transcriptId)
    if (transcript === null) return fail({ kind: 'transcript.unknown' })
    if (transcript.approvedAt !== null) return fail({ kind: 'transcript.approved' })
    const passages = decideCorrection(transcript.passages, correction)
    if (!passages.ok) return passages
    await updatePassages(tx, programme, { transcriptId, passages: passages.value })
    return ok(null)
  })

/** Browsers send line ends as two signs; a passage has none. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const decideCorrection = (
  passages: readonly Passage[],
  { passage, from, to }: Pick<Correction, 'passage' | 'from' | 'to'>,
): Result<readonly Passage[], TranscriptProblem> => {
  const stored = passages[passage]
  const text = onOneLine(to)
  if (stored === undefined) return fail({ kind: 'passage.unknown' })
  if (text === '') return fail({ kind: 'passage.empty' })
  if (text.length > longestPassage) return fail({ kind: 'passage.too_long' })
  const isKnown = [onOneLine(from), text].includes(onOneLine(stored.text))
  if (!isKnown) return fail({ kind: 'passage.changed_meanwhile' })
  return ok(passages.with(passage, { ...stored, text }))
}

export type Cut = {
  readonly programmeId: string
  readonly changeId: string
  readonly noteId: string
  readonly menteeId: string
  readonly domain: string
  readonly text: string
}

/** In quotation marks, so that everybody sees that it is to be reworded before it goes into a document. */
const quoted = (text: string): string => `“${onOneLine(text).replaceAll(/^[“"]|[”"]$/g, '')}”`

/** To the end of the cell. */
export const cutPassage = async (
  scope: Scope,
  { programmeId, changeId, text, ...note }: Cut,
): Promise<Result<null, CutProblem>> => {
  const { database, organisationId, masterKey } = scope
  if (onOneLine(text) === '') return fail({ kind: 'passage.empty' })
  const notes = await read(database, organisationId, async (tx) => {
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    return programme === null ? [] : listNotes(tx, programme, await listMentees(tx, programme))
  })
  const change = addNote(notes, { ...note, text: quoted(text) }, Math.random)
  const changed = await changeNotes(scope, {
    programmeId,
    changes: [{ changeId, changes: [change] }],
  })
  return changed.ok ? ok(null) : changed
}

export type CutUndone = {
  readonly programmeId: string
  readonly changeId: string
  readonly noteId: string
  /** As the page showed it: what somebody has changed since stays. */
  readonly from: NoteState
}

/** @returns whether it is gone */
export const undoCut = async (
  scope: Scope,
  { programmeId, changeId, noteId, from }: CutUndone,
): Promise<Result<{ readonly isGone: boolean }, CutProblem>> => {
  const changed = await changeNotes(scope, {
    programmeId,
    changes: [{ changeId, changes: [{ noteId, from, to: null }] }],
  })
  if (!changed.ok) return changed
  return ok({ isGone: changed.value.states.every(({ state }) => state === null) })
}
