/** Who sent this request: the sign-in behind the cookie, with the roles as they are now. */
import { findOrganisation, findStaff } from '../organisations/store.ts'
import { findMember, type Member } from '../people/member-store.ts'
import { type Database, read, type Transaction } from '../platform/database.ts'
import { findSignIn, type SignIn } from '../platform/sign-in-store.ts'
import { readToken } from '../platform/tokens.ts'
import { listProgrammeStaff, listProgrammes } from '../protocol/store.ts'
import type { Person } from './route.ts'

const visitor: Person = { kind: 'visitor' }

export const loadPerson = async (database: Database, cookie: string | null): Promise<Person> => {
  const token = cookie === null ? null : readToken(cookie)
  if (token === null) return visitor
  return read(database, token.organisationId, async (tx) => {
    const now = new Date()
    const member = await findMember(tx, token, now)
    if (member !== null) return participantFrom(token.organisationId, member)
    const signIn = await findSignIn(tx, token, now)
    return signIn?.personKind === 'staff' ? loadStaffPerson(tx, signIn) : visitor
  })
}

const loadStaffPerson = async (tx: Transaction, signIn: SignIn): Promise<Person> => {
  const { organisationId, personId } = signIn
  const organisation = await findOrganisation(tx, organisationId)
  const member = await findStaff(tx, organisationId, personId)
  if (organisation === null || member === null) return visitor
  const given = await listProgrammeStaff(tx, organisationId)
  const roles = given.filter(({ staffId }) => staffId === personId)
  const programmes = await listProgrammes(tx, organisationId)
  const isAdministrator = member.roles.includes('administrator')
  return {
    kind: 'staff',
    organisationId,
    organisationName: organisation.name,
    isExample: organisation.kind === 'example',
    personId,
    name: member.name,
    organisationRoles: member.roles,
    programmeIds: programmes.map(({ programmeId }) => programmeId),
    programmes: programmes
      .map((programme) => ({
        ...programme,
        roles: roles
          .filter(({ programmeId }) => programmeId === programme.programmeId)
          .map(({ role }) => role),
      }))
      .filter((programme) => programme.roles.length > 0 || isAdministrator),
  }
}

const participantFrom = (
  organisationId: string,
  { participantId: personId, ...member }: Member,
): Person => ({ kind: 'participant', organisationId, personId, ...member })
