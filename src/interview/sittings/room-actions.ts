/**
 * What happens in the room from minute to minute: who is spoken about, breaks, what is done. None of it is a record of
 * anybody: an entry in the audit log for each move would be a timetable of the conversation, by which notes could be
 * given a time, and with the attendance perhaps a name.
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, unrecorded } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import { respondentOf } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listMentees } from '../store.ts'
import { tellRoom } from './actions.ts'
import { movedClock, pausedClock, resumedClock, type Ticked } from './clock-rules.ts'
import {
  addTime,
  deleteCell,
  lockClock,
  putCell,
  putClock,
  type StoredClock,
} from './clock-store.ts'
import { listSittings } from './sitting-store.ts'

export type RoomProblem = {
  readonly kind:
    | 'programme.unknown'
    | 'programme.closed'
    | 'interview.not_open'
    | 'interview.no_sitting'
    | 'interview.unknown_cell'
}

export type RoomScope = Pick<ActionScope, 'database' | 'organisationId' | 'masterKey'>

type OfProgramme = { readonly programmeId: string }
export type OfCell = OfProgramme & { readonly menteeId: string; readonly domain: string }

type OpenRoom = {
  readonly tx: Transaction
  readonly programme: OpenProgramme
  readonly clock: StoredClock
  readonly isSitting: boolean
}

type Work = (room: OpenRoom) => Promise<Result<null, RoomProblem>>

/** One at a time: whoever comes second finds the clock as the first left it. */
const inOpenRoom = (
  scope: RoomScope,
  { programmeId }: OfProgramme,
  work: Work,
): Promise<Result<null, RoomProblem>> =>
  unrecorded(scope, async (tx) => {
    const programme = await openProgramme(tx, { ...scope, programmeId })
    if (programme === null) return fail({ kind: 'programme.unknown' })
    const clock = await lockClock(tx, programme)
    if (clock?.state !== 'open') return fail({ kind: 'interview.not_open' })
    if (programme.state === 'closed') return fail({ kind: 'programme.closed' })
    const isSitting = (await listSittings(tx, programme)).some(({ state }) => state === 'open')
    const worked = await work({ tx, programme, clock, isSitting })
    if (worked.ok) await tellRoom({ tx }, { programmeId })
    return worked
  })

const keepTicked = async (
  { tx, programme }: OpenRoom,
  { clock, spent }: Ticked,
): Promise<Result<null, never>> => {
  if (spent !== null) await addTime(tx, programme, spent)
  await putClock(tx, programme, clock)
  return ok(null)
}

const hasCell = async (
  { tx, programme }: OpenRoom,
  { menteeId, domain }: OfCell,
): Promise<boolean> =>
  programme.protocol.domains.some(({ id }) => id === domain) &&
  (await listMentees(tx, programme)).some((mentee) => mentee.menteeId === menteeId)

const cellOf = ({ programme }: OpenRoom, { menteeId, domain }: OfCell) => ({
  mentee: respondentOf(programme.programmeKey, menteeId),
  domain,
})

export const moveTo = (scope: RoomScope, to: OfCell): Promise<Result<null, RoomProblem>> =>
  inOpenRoom(scope, to, async (room) => {
    if (!(await hasCell(room, to))) return fail({ kind: 'interview.unknown_cell' })
    const { clock, isSitting } = room
    const moved = movedClock(clock, cellOf(room, to), { now: new Date(), isSitting })
    return keepTicked(room, moved)
  })

const inSitting = (
  scope: RoomScope,
  programme: OfProgramme,
  tick: (clock: StoredClock, now: Date) => Ticked,
): Promise<Result<null, RoomProblem>> =>
  inOpenRoom(scope, programme, async (room) =>
    room.isSitting
      ? keepTicked(room, tick(room.clock, new Date()))
      : fail({ kind: 'interview.no_sitting' }),
  )

export const pauseInterview = (scope: RoomScope, programme: OfProgramme) =>
  inSitting(scope, programme, pausedClock)

export const resumeInterview = (scope: RoomScope, programme: OfProgramme) =>
  inSitting(scope, programme, resumedClock)

export const markCell = (
  scope: RoomScope,
  cell: OfCell & { readonly isDone: boolean },
): Promise<Result<null, RoomProblem>> =>
  inOpenRoom(scope, cell, async (room) => {
    if (!(await hasCell(room, cell))) return fail({ kind: 'interview.unknown_cell' })
    const change = cell.isDone ? putCell : deleteCell
    await change(room.tx, room.programme, cellOf(room, cell))
    return ok(null)
  })
