/** What there is to tell the screens of a room, in one consistent state. */
import type { ActionScope } from '../../platform/action.ts'
import { read, type Transaction } from '../../platform/database.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import type { Note } from '../model.ts'
import { loadRoomState, type RoomState } from '../sittings/room-state.ts'
import { listMentees } from '../store.ts'
import { findNotes, listNotes } from './note-store.ts'

export type At = Pick<ActionScope, 'database' | 'organisationId' | 'masterKey'> & {
  readonly programmeId: string
}

export type Wanted = {
  /** Null: all of them. */
  readonly noteIds: readonly string[] | null
  readonly wantsRoom: boolean
}

export type Found = {
  /** Those that there are. */
  readonly notes: readonly Note[]
  /** Null: not asked for. */
  readonly room: RoomState | null
}

/** Null: there is no such programme any more. */
export const lookUp = (
  { database, organisationId, masterKey, programmeId }: At,
  wanted: Wanted,
): Promise<Found | null> =>
  read(database, organisationId, async (tx) => {
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return null
    const notes = await loadNotes(tx, programme, wanted.noteIds)
    const room = wanted.wantsRoom ? await loadRoomState(tx, programme, new Date()) : null
    return { notes, room }
  })

const loadNotes = async (
  tx: Transaction,
  programme: OpenProgramme,
  noteIds: Wanted['noteIds'],
): Promise<readonly Note[]> => {
  if (noteIds?.length === 0) return []
  const mentees = await listMentees(tx, programme)
  return noteIds === null
    ? listNotes(tx, programme, mentees)
    : findNotes(tx, programme, { noteIds, mentees })
}
