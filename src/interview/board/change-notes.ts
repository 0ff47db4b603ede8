/** Changing notes: without an audit entry, which would tell when who was writing. */
import { type Failed, fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, unrecorded } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import { tellLive } from '../../platform/live.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import type { Mentee, NoteChange, NoteState } from '../model.ts'
import { copyBallots } from '../phones/ballots.ts'
import { findInterview, listMentees } from '../store.ts'
import { findClosedNotes, takeChanges } from './change-store.ts'
import { topicOf } from './live-topic.ts'
import { areSame, mergeNote } from './merge-note.ts'
import { type Change, longestNote, type NoteNow } from './model.ts'
import { deleteNote, lockNotes, putNote } from './note-store.ts'
import type { NoteProblem } from './problems.ts'

export type Changing = { readonly programmeId: string; readonly changes: readonly Change[] }
type Changed = { readonly states: readonly NoteNow[] }

/**
 * Makes all of the changes or none, and tells every open screen. What was taken before is not made again.
 *
 * @returns every note that was named, as it is now
 */
export const changeNotes = (
  { masterKey, ...scope }: Pick<ActionScope, 'database' | 'organisationId' | 'masterKey'>,
  { programmeId, changes }: Changing,
): Promise<Result<Changed, NoteProblem>> =>
  unrecorded(scope, async (tx): Promise<Result<Changed, NoteProblem>> => {
    const { organisationId } = scope
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return fail({ kind: 'interview.not_open' })
    const mentees = await listMentees(tx, programme)
    const { state } = await findInterview(tx, programme, mentees)
    if (state !== 'open') return fail({ kind: 'interview.not_open' })
    const isNew = await takeChanges(
      tx,
      programme,
      changes.map(({ changeId }) => changeId),
    )
    const noteIds = [...new Set(changes.flatMap(idsOf))]
    const closed = await findClosedNotes(tx, programme, noteIds)
    const made = changes
      .filter(({ changeId }) => isNew.has(changeId))
      .map((change) => withoutNotes(change, closed))
    const problem = problemIn(
      made.flatMap((change) => change.changes),
      { programme, mentees },
    )
    if (problem !== null) return problem
    const locked = await lockNotes(tx, programme, { noteIds, mentees })
    const notes = new Map<string, NoteState>(locked.map(({ noteId, ...now }) => [noteId, now]))
    for (const change of made) await makeChange(tx, { programme, notes }, change)
    if (made.length > 0) await tellNotes(tx, programmeId, [...new Set(made.flatMap(idsOf))])
    return ok({
      states: noteIds.map((noteId) => ({ noteId, state: notes.get(noteId) ?? null })),
    })
  })

const withoutNotes = ({ changeId, changes }: Change, closed: ReadonlySet<string>): Change => ({
  changeId,
  changes: changes.filter(({ noteId }) => !closed.has(noteId)),
})

const idsOf = ({ changes }: Change): readonly string[] => changes.map(({ noteId }) => noteId)

const tellNotes = (
  tx: Transaction,
  programmeId: string,
  noteIds: readonly string[],
): Promise<void> => tellLive(tx, topicOf(programmeId), JSON.stringify({ kind: 'notes', noteIds }))

type Board = { readonly programme: OpenProgramme; readonly mentees: readonly Mentee[] }

const problemIn = (
  changes: readonly NoteChange[],
  { programme, mentees }: Board,
): Failed<NoteProblem> | null => {
  const people = new Set(mentees.map(({ menteeId }) => menteeId))
  const domains = new Set(programme.protocol.domains.map(({ id }) => id))
  const states = changes.flatMap(({ to }) => (to === null ? [] : [to]))
  if (!states.every(({ menteeId, domain }) => people.has(menteeId) && domains.has(domain)))
    return fail({ kind: 'note.unknown_cell' })
  if (states.some(({ text }) => text.length > longestNote)) return fail({ kind: 'note.too_long' })
  return null
}

type Notes = { readonly programme: OpenProgramme; readonly notes: Map<string, NoteState> }

/** Ballots are copied once their new note is there, and before the old one takes its ballots with it. */
const makeChange = async (
  tx: Transaction,
  { programme, notes }: Notes,
  { changes }: Change,
): Promise<void> => {
  const changed = mergeInto(notes, changes)
  for (const { noteId, state } of changed) {
    if (state !== null) await putNote(tx, programme, { noteId, ...state })
  }
  for (const { noteId: to, ballotsFrom: from = [] } of changes) {
    if (from.length > 0 && notes.has(to)) await copyBallots(tx, programme, { from, to })
  }
  for (const { noteId, state } of changed) {
    if (state === null) await deleteNote(tx, programme, noteId)
  }
}

/** Which notes are now other than they were, and what they are. */
const mergeInto = (
  notes: Map<string, NoteState>,
  changes: readonly NoteChange[],
): readonly NoteNow[] => {
  const before = new Map(notes)
  for (const { noteId, from, to } of changes) {
    const state = mergeNote(notes.get(noteId) ?? null, from, to)
    if (state === null) notes.delete(noteId)
    else notes.set(noteId, state)
  }
  return [...new Set(changes.map(({ noteId }) => noteId))]
    .map((noteId) => ({ noteId, state: notes.get(noteId) ?? null }))
    .filter(({ noteId, state }) => !areSame(before.get(noteId) ?? null, state))
}
