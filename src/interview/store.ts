/** The interview, who is spoken about, and who took part. */
import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'
import { respondentOf } from '../platform/keys.ts'
import type { OpenProgramme } from '../protocol/open-programme.ts'
import type { Contributor, Interview, Mentee } from './model.ts'

/** Those who agreed to take part, by name: the order of the board. */
export const listMentees = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
): Promise<readonly Mentee[]> => {
  const rows = await tx
    .selectFrom('participants')
    .select(['participantId', 'name'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('role', '=', 'mentee')
    .where('state', '=', 'agreed')
    .orderBy('name')
    .orderBy('participantId')
    .execute()
  return rows.map(({ participantId, name }) => ({
    menteeId: participantId,
    name,
    mentee: respondentOf(programmeKey, participantId),
  }))
}

const notStarted: Interview = {
  state: 'not_started',
  current: null,
  currentSince: null,
  concerns: 0,
}

export const findInterview = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  mentees: readonly Mentee[],
): Promise<Interview> => {
  const row = await tx
    .selectFrom('interviews')
    .select(['state', 'currentMentee', 'currentDomain', 'currentSince', 'concerns'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  if (row === undefined) return notStarted
  const { state, currentMentee, currentDomain, currentSince, concerns } = row
  const menteeId = mentees.find(({ mentee }) => mentee === currentMentee)?.menteeId
  return {
    state: state === 'open' ? 'open' : 'ended',
    current:
      menteeId === undefined || currentDomain === null ? null : { menteeId, domain: currentDomain },
    currentSince,
    concerns,
  }
}

/** Mentors who were at a sitting and have not left the programme, by name. */
export const listContributors = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly Contributor[]> =>
  tx
    .selectFrom('participants')
    .select(['participantId', 'name'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('role', '=', 'mentor')
    .where('state', '=', 'agreed')
    .where('participantId', 'in', (query) =>
      query
        .selectFrom('interviewAttendances')
        .select('participantId')
        .where('organisationId', '=', organisationId)
        .where('programmeId', '=', programmeId),
    )
    .orderBy('name')
    .execute()
