/** What new or changed people are checked against: who is there already, and who runs the programme. */
import { listStaff } from '../../organisations/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { ProgrammeRole } from '../../protocol/model.ts'
import {
  findProgramme,
  listProgrammeStaff,
  type ProgrammeWithProtocol,
} from '../../protocol/store.ts'
import { listParticipants } from '../store.ts'
import type { Surroundings } from './read-people/model.ts'

const organiserRoles: readonly ProgrammeRole[] = ['lead', 'facilitator', 'researcher']

export const loadSurroundings = async (
  tx: Transaction,
  organisationId: string,
  { programmeId, protocol }: ProgrammeWithProtocol,
): Promise<Surroundings> => {
  const people = await listParticipants(tx, { organisationId, programmeId })
  const organisers = await listOrganisers(tx, { organisationId, programmeId }, organiserRoles)
  return { roles: protocol.roles, people, organisers: organisers.map(({ email }) => email) }
}

export type InSurroundings = {
  readonly programme: ProgrammeWithProtocol
  readonly surroundings: Surroundings
}

/** Null: the organisation has no such programme. */
export const findInSurroundings = async (
  tx: Transaction,
  organisationId: string,
  programmeId: string,
): Promise<InSurroundings | null> => {
  const programme = await findProgramme(tx, organisationId, programmeId)
  if (programme === null) return null
  return { programme, surroundings: await loadSurroundings(tx, organisationId, programme) }
}

/** Staff with one of these roles in the programme. */
export const listOrganisers = async (
  tx: Transaction,
  {
    organisationId,
    programmeId,
  }: { readonly organisationId: string; readonly programmeId: string },
  roles: readonly ProgrammeRole[],
): Promise<readonly { readonly name: string; readonly email: string }[]> => {
  const given = await listProgrammeStaff(tx, organisationId)
  const ids = given
    .filter((one) => one.programmeId === programmeId && roles.includes(one.role))
    .map(({ staffId }) => staffId)
  return (await listStaff(tx, organisationId)).filter(({ staffId }) => ids.includes(staffId))
}
