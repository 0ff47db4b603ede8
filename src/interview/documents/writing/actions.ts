/** Changing a document: without an audit entry, as changes of notes are. What goes out to be signed off is recorded. */
import { fail, ok, type Result } from '../../../lib/result.ts'
import { type ActionScope, unrecorded } from '../../../platform/action.ts'
import type { Transaction } from '../../../platform/database.ts'
import type { Key } from '../../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../../protocol/open-programme.ts'
import { listNotes, lockNotes } from '../../board/note-store.ts'
import type { Mentee } from '../../model.ts'
import { findInterview, listMentees } from '../../store.ts'
import { deletePoint, listDocumentPoints, lockDocument, putPoint } from './draft-store.ts'
import type { PointChange } from './model.ts'
import type { WritingProblem } from './problems.ts'
import type { Draft, PointProblem } from './rules.ts'
import { sealChange } from './undo-seal.ts'

export type Writing = {
  readonly programmeId: string
  readonly menteeId: string
  readonly decide: (draft: Draft, key: Key) => Result<PointChange | null, PointProblem>
}

/** What was changed, and the same sealed for taking it back; null: it was so already. */
export type Written = { readonly change: PointChange; readonly sealed: string } | null

type Scope = Pick<ActionScope, 'database' | 'organisationId' | 'masterKey'>

export const changeDocument = (
  { masterKey, ...scope }: Scope,
  writing: Writing,
): Promise<Result<Written, WritingProblem>> =>
  unrecorded(scope, async (tx): Promise<Result<Written, WritingProblem>> => {
    const { programmeId, menteeId } = writing
    const asked = { organisationId: scope.organisationId, programmeId, masterKey }
    const programme = await openProgramme(tx, asked)
    if (programme?.state !== 'open') return fail({ kind: 'document.not_written_now' })
    const mentees = (await listMentees(tx, programme)).filter((one) => one.menteeId === menteeId)
    const { state } = await findInterview(tx, programme, mentees)
    if (mentees.length === 0 || state === 'not_started')
      return fail({ kind: 'document.not_written_now' })
    await lockDocument(tx, programme, menteeId)
    const draft = {
      points: await listDocumentPoints(tx, programme, menteeId),
      notes: await listNotes(tx, programme, mentees),
      domains: programme.protocol.domains.map(({ id }) => id),
      chance: Math.random,
    }
    const decided = writing.decide(draft, programme.programmeKey)
    if (!decided.ok) return decided
    if (decided.value === null) return ok(null)
    await save(tx, programme, { mentees, menteeId, change: decided.value })
    return ok({
      change: decided.value,
      sealed: sealChange(programme.programmeKey, menteeId, decided.value),
    })
  })

type Saving = {
  readonly menteeId: string
  readonly mentees: readonly Mentee[]
  readonly change: PointChange
}

const save = async (
  tx: Transaction,
  programme: OpenProgramme,
  { menteeId, mentees, change: { from, to } }: Saving,
): Promise<void> => {
  if (to === null) return deletePoint(tx, programme, from.pointId)
  // While the interview is open somebody may delete a note at this moment.
  const notes =
    to.noteIds.length === 0 ? [] : await lockNotes(tx, programme, { noteIds: to.noteIds, mentees })
  const point = { ...to, noteIds: notes.map(({ noteId }) => noteId) }
  return putPoint(tx, programme, { menteeId, point })
}
