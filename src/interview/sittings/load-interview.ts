/** The interview with its sittings, as its facilitator sees it. */
import { listParticipants } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import type { Step } from '../../protocol/model.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import type { Contributor, Mentee } from '../model.ts'
import { findInterview, listContributors, listMentees } from '../store.ts'
import type { Sitting } from './model.ts'
import { loadRoomState, type RoomState } from './room-state.ts'
import type { InterviewFacts } from './rules.ts'
import { hasDocumentVersions, listSittings } from './sitting-store.ts'

export type InterviewStep = Extract<Step, { kind: 'interview' }>

export type LoadedInterview = {
  readonly programme: OpenProgramme
  /** Null: the protocol has none. */
  readonly step: InterviewStep | null
  readonly mentees: readonly Mentee[]
  /** Those who agreed to take part, by name. */
  readonly mentors: readonly Contributor[]
  /** Of these, whoever was in the room once. */
  readonly contributors: readonly Contributor[]
  readonly sittings: readonly Sitting[]
  readonly openSitting: Sitting | null
  readonly room: RoomState
  /** Points that were taken out and handed on. */
  readonly concerns: number
  readonly facts: InterviewFacts
}

export type AskedInterview = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
  readonly now: Date
}

/** Null: the organisation has no such programme. */
export const loadInterview = async (
  tx: Transaction,
  asked: AskedInterview,
): Promise<LoadedInterview | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const mentees = await listMentees(tx, programme)
  const mentors = (await listParticipants(tx, programme)).filter(
    ({ role, state }) => role === 'mentor' && state === 'agreed',
  )
  const sittings = await listSittings(tx, programme)
  const loaded = {
    programme,
    step: programme.protocol.steps.find((step) => step.kind === 'interview') ?? null,
    mentees,
    mentors: mentors.map(({ participantId, name }) => ({ participantId, name })),
    contributors: await listContributors(tx, programme),
    sittings,
    openSitting: sittings.find(({ state }) => state === 'open') ?? null,
    room: await loadRoomState(tx, programme, asked.now),
    concerns: (await findInterview(tx, programme, mentees)).concerns,
  }
  return { ...loaded, facts: factsOf(loaded, await hasDocumentVersions(tx, programme)) }
}

const factsOf = (
  { programme, step, mentors, mentees, room }: Omit<LoadedInterview, 'facts'>,
  hasVersions: boolean,
): InterviewFacts => ({
  programme: programme.state,
  isInProtocol: step !== null,
  mentors: mentors.length,
  mentees: mentees.length,
  interview: room.state,
  openSitting: room.sitting,
  hasVersions,
})
