/** A programme whose group interview is open, with one sitting at which every mentor is present. */
import { putNote } from '../../src/interview/board/note-store.ts'
import type { Note } from '../../src/interview/model.ts'
import type { Database, Transaction } from '../../src/platform/database.ts'
import { newKey, seal } from '../../src/platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../src/protocol/open-programme.ts'
import { masterKey } from './database.ts'
import type { Somebody } from './hospital.ts'
import {
  addStaff,
  placeOf,
  type Running,
  type RunningOptions,
  startRunning,
  writing,
} from './programme-under-way.ts'

export type Interviewing = Running & {
  readonly secondFacilitator: Somebody
  /** Adds them as they are. */
  readonly putNotes: (notes: readonly Note[]) => Promise<void>
  readonly change: <T>(
    work: (tx: Transaction, programme: OpenProgramme) => Promise<T>,
  ) => Promise<T>
}

export type InterviewingOptions = RunningOptions & {
  /** How many of the mentors are in the room; all unless told. */
  readonly present?: number
  readonly state?: 'open'
  readonly agreesToRecording?: boolean
}

/** What the key of the ballots is sealed for: as the interview writes it. */
export const ballotKeyContext = (programmeId: string): string => `interviews/${programmeId}`

export const startInterviewing = async (
  database: Database,
  options: InterviewingOptions = {},
): Promise<Interviewing> => openInterview(database, await startRunning(database, options), options)

/** In a programme that is there. */
export const openInterview = async (
  database: Database,
  running: Running,
  options: Pick<InterviewingOptions, 'present' | 'agreesToRecording'> = {},
): Promise<Interviewing> => {
  const { organisationId } = running.scope
  const { programmeId, programmeKey } = running
  const place = { organisationId, programmeId }
  const change: Interviewing['change'] = (work) =>
    writing(database, organisationId, async (tx) => {
      const programme = await openProgramme(tx, { ...place, masterKey })
      if (programme === null) throw new Error('The programme is not there.')
      return work(tx, programme)
    })
  const secondFacilitator = await change(async (tx) => {
    const wrappedBallotKey = seal(programmeKey, newKey(), ballotKeyContext(programmeId))
    await tx
      .insertInto('interviews')
      .values({ ...place, state: 'open', wrappedBallotKey })
      .execute()
    await tx
      .insertInto('interviewSittings')
      .values({ ...place, sitting: 1, heldOn: '2026-11-20', state: 'open' })
      .execute()
    for (const { personId } of running.mentors.slice(0, options.present)) {
      const agreesToRecording = options.agreesToRecording ?? true
      const present = { sitting: 1, participantId: personId, agreesToRecording }
      await tx
        .insertInto('interviewAttendances')
        .values({ ...place, ...present })
        .execute()
    }
    return addStaff(tx, placeOf(running), 'facilitator')
  })
  const putNotes = (notes: readonly Note[]) =>
    change(async (tx, programme) => {
      for (const note of notes) await putNote(tx, programme, note)
    })
  return { ...running, secondFacilitator, putNotes, change }
}
