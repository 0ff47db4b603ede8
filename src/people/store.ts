import type { Transaction } from '../platform/database.ts'
import { inStatements } from '../platform/statements.ts'
import type { RoleId } from '../protocol/model.ts'
import {
  type Participant,
  type ParticipantState,
  participantStates,
  type Respondent,
  type StatedCharacteristic,
  type Supervision,
} from './model.ts'

/** Which rows: those of one programme of one organisation. */
export type Place = { readonly organisationId: string; readonly programmeId: string }

const columns = [
  'programmeId',
  'participantId',
  'role',
  'name',
  'email',
  'permanentId',
  'state',
  'leftAfterPhase',
] as const

type Row = Omit<Participant, 'role' | 'state'> & { readonly role: string; readonly state: string }

const participantOf = (row: Row): Participant => ({
  ...row,
  role: roleOf(row.role),
  state: participantStateOf(row.state),
})

const roleOf = (text: string): RoleId => {
  if (text === 'mentor' || text === 'mentee') return text
  throw new Error(`A participant in an unknown role: ${text}`)
}

export const participantStateOf = (text: string): ParticipantState => {
  const state = participantStates.find((known) => known === text)
  if (state === undefined) throw new Error(`A participant in an unknown state: ${text}`)
  return state
}

export const findParticipant = async (
  tx: Transaction,
  organisationId: string,
  participantId: string,
): Promise<Participant | null> => {
  const row = await tx
    .selectFrom('participants')
    .select(columns)
    .where('organisationId', '=', organisationId)
    .where('participantId', '=', participantId)
    .executeTakeFirst()
  return row === undefined ? null : participantOf(row)
}

/** Mentors first, then by name. */
export const listParticipants = async (
  tx: Transaction,
  place: Place,
): Promise<readonly Participant[]> => {
  const rows = await tx
    .selectFrom('participants')
    .select(columns)
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('role', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(participantOf)
}

export const listSupervisions = (tx: Transaction, place: Place): Promise<readonly Supervision[]> =>
  tx
    .selectFrom('supervisions')
    .select(['mentorId', 'menteeId'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .execute()

/** By code. */
export const listRespondents = async (
  tx: Transaction,
  place: Place,
): Promise<readonly Respondent[]> => {
  const rows = await tx
    .selectFrom('respondents')
    .select(['respondent', 'role', 'code'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ ...row, role: roleOf(row.role) }))
}

export const listCharacteristics = (
  tx: Transaction,
  place: Place,
): Promise<readonly StatedCharacteristic[]> =>
  tx
    .selectFrom('characteristics')
    .select(['respondent', 'characteristic', 'value'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .execute()

export type NewPeople = {
  readonly participants: readonly Omit<Participant, 'programmeId'>[]
  readonly supervisions: readonly Supervision[]
  readonly respondents: readonly Respondent[]
  readonly characteristics: readonly StatedCharacteristic[]
}

export const insertPeople = async (
  tx: Transaction,
  place: Place,
  people: NewPeople,
): Promise<void> => {
  await inStatements(people.participants, place, (rows) =>
    tx.insertInto('participants').values(rows).execute(),
  )
  await inStatements(people.supervisions, place, (rows) =>
    tx.insertInto('supervisions').values(rows).execute(),
  )
  await inStatements(people.respondents, place, (rows) =>
    tx.insertInto('respondents').values(rows).execute(),
  )
  await inStatements(people.characteristics, place, (rows) =>
    tx.insertInto('characteristics').values(rows).execute(),
  )
}
