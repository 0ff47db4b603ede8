/** What every screen shows of the room. */
import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { InterviewState, Mentee } from '../model.ts'
import { findInterview, listMentees } from '../store.ts'
import { secondsSince } from './clock-rules.ts'
import { listCells, listTimes } from './clock-store.ts'
import { listSittings } from './sitting-store.ts'

export type RoomState = {
  readonly state: InterviewState
  /** Null before the first mentee of a sitting. */
  readonly current: { readonly menteeId: string; readonly domain: string } | null
  /** A break: time stands still. */
  readonly isPaused: boolean
  /** Of each mentee, until now. */
  readonly secondsByMentee: readonly { readonly menteeId: string; readonly seconds: number }[]
  readonly done: readonly { readonly menteeId: string; readonly domain: string }[]
  /** The one that is going on. */
  readonly sitting: number | null
  /** How many mentors are in the room. */
  readonly present: number
}

export const loadRoomState = async (
  tx: Transaction,
  programme: OpenProgramme,
  now: Date,
): Promise<RoomState> => {
  const mentees = await listMentees(tx, programme)
  const { state, current, currentSince } = await findInterview(tx, programme, mentees)
  const times = await listTimes(tx, programme)
  const sitting = (await listSittings(tx, programme)).find((one) => one.state === 'open')
  const running = (menteeId: string): number =>
    current?.menteeId === menteeId ? secondsSince(currentSince, now) : 0
  return {
    state,
    current,
    isPaused: sitting !== undefined && current !== null && currentSince === null,
    secondsByMentee: mentees.map(({ mentee, menteeId }) => ({
      menteeId,
      seconds: (times.get(mentee) ?? 0) + running(menteeId),
    })),
    done: await loadDone(tx, programme, mentees),
    sitting: sitting?.sitting ?? null,
    present: sitting?.present.length ?? 0,
  }
}

/** Of mentees and domains that are no longer there nothing is shown. */
const loadDone = async (
  tx: Transaction,
  programme: OpenProgramme,
  mentees: readonly Mentee[],
): Promise<RoomState['done']> => {
  const ids = new Map(mentees.map(({ mentee, menteeId }) => [mentee, menteeId]))
  const known = new Set(programme.protocol.domains.map(({ id }) => id))
  return (await listCells(tx, programme)).flatMap(({ mentee, domain }) => {
    const menteeId = ids.get(mentee)
    return menteeId === undefined || !known.has(domain) ? [] : [{ menteeId, domain }]
  })
}
