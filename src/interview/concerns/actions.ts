/** A point that is about safety or conduct leaves the feedback. That it did is counted; what it said is kept nowhere. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { action, type Done } from '../../platform/action.ts'
import { tellLive } from '../../platform/live.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { closeNote } from '../board/change-store.ts'
import { topicOf } from '../board/live-topic.ts'
import { deleteNote, lockNotes } from '../board/note-store.ts'
import { deletePoint } from '../documents/writing/draft-store.ts'
import { listMentees } from '../store.ts'
import { countConcern } from './concern-store.ts'
import { findPoint } from './load-concern.ts'
import type { ConcernProblem } from './problems.ts'

export type HandedOn = {
  readonly programmeId: string
  readonly noteId: string
  /** The facilitator says that it has been handed on. */
  readonly isConfirmed: boolean
}

/** The entry in the audit log says that it happened, and neither which point it was nor whom it was about. */
export const takeOutConcern = action(
  'concern.handed_on',
  async (context, input: HandedOn): Promise<Result<Done<null>, ConcernProblem>> => {
    const { tx, organisationId, masterKey } = context
    const { programmeId, noteId, isConfirmed } = input
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return fail({ kind: 'note.not_there' })
    const mentees = await listMentees(tx, programme)
    await lockNotes(tx, programme, { noteIds: [noteId], mentees })
    const point = await findPoint(tx, programme, { noteId, mentees })
    if (point === null) return fail({ kind: 'note.not_there' })
    if (!isConfirmed) return fail({ kind: 'concern.not_handed_on' })
    for (const { pointId } of point.writtenFrom) await deletePoint(tx, programme, pointId)
    await deleteNote(tx, programme, noteId)
    await closeNote(tx, programme, noteId)
    await countConcern(tx, programme)
    const message = JSON.stringify({ kind: 'notes', noteIds: [noteId] })
    await tellLive(tx, topicOf(programmeId), message)
    return ok({ value: null })
  },
)
