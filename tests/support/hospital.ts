/** An organisation with two programmes and somebody of every kind, all of them signed in. */
import path from 'node:path'
import { foundOrganisation } from '../../src/organisations/actions.ts'
import type { OrganisationRole } from '../../src/organisations/model.ts'
import { operatorScope } from '../../src/organisations/set-up.ts'
import { insertStaff } from '../../src/organisations/store.ts'
import { listParticipants } from '../../src/people/store.ts'
import {
  type Database,
  enterOrganisation,
  installationId,
  type Transaction,
} from '../../src/platform/database.ts'
import { lookupKey } from '../../src/platform/keys.ts'
import { insertSignIn, type PersonKind } from '../../src/platform/sign-in-store.ts'
import { newToken } from '../../src/platform/tokens.ts'
import type { ProgrammeRole } from '../../src/protocol/model.ts'
import { insertProgrammeStaff } from '../../src/protocol/store.ts'
import { importStudy } from '../../src/report/exchange/import-study.ts'
import { readStudyFolder } from '../../src/report/exchange/study-folder.ts'
import type { Kind } from '../../src/web/route.ts'
import { masterKey } from './database.ts'

/** What somebody is: in the whole organisation, and in each of its two programmes. */
export type Roles = {
  readonly organisation: readonly OrganisationRole[]
  readonly home: readonly Extract<Kind, ProgrammeRole | 'mentor' | 'mentee'>[]
  readonly other: readonly ProgrammeRole[]
}

const nothing = { organisation: [], home: [], other: [] } as const

const staffRoles = {
  administrator: { ...nothing, organisation: ['administrator'] },
  auditor: { ...nothing, organisation: ['auditor'] },
  'auditor of a programme': { ...nothing, home: ['auditor'] },
  lead: { ...nothing, home: ['lead'] },
  facilitator: { ...nothing, home: ['facilitator'] },
  researcher: { ...nothing, home: ['researcher'] },
  'lead here, researcher there': { ...nothing, home: ['lead'], other: ['researcher'] },
} as const

type StaffName = keyof typeof staffRoles

/** Everybody of a hospital: the code of the example study for those who take part, null for staff. */
const codes = { mentor: 'M1', mentee: 'C1', 'mentor who left': 'M6' } as const
type MemberName = keyof typeof codes

export type PersonName = StaffName | MemberName

export const rolesOf: Readonly<Record<PersonName, Roles>> = {
  ...staffRoles,
  mentor: { ...nothing, home: ['mentor'] },
  mentee: { ...nothing, home: ['mentee'] },
  'mentor who left': { ...nothing, home: ['mentor'] },
}

export const personNames = Object.keys(rolesOf) as readonly PersonName[]

export type Somebody = {
  readonly organisationId: string
  readonly personId: string
  readonly kind: PersonKind
  readonly name: string
  readonly email: string | null
  /** The text of the cookie of a sign-in that lasts an hour. */
  readonly token: string
}

export type Hospital = {
  readonly organisationId: string
  readonly name: string
  readonly home: string
  readonly other: string
  readonly people: Readonly<Record<PersonName, Somebody>>
}

type Names = { readonly name: string; readonly familyName: string }

export const buildHospital = async (
  database: Database,
  { name, familyName }: Names,
): Promise<Hospital> => {
  const organisationId = crypto.randomUUID()
  const organisation = { organisationId, kind: 'own', name } as const
  await foundOrganisation(operatorScope({ database, masterKey }, installationId), organisation)
  const programmes = {
    home: await importExample(database, organisationId, { name: 'Gastroenterology', familyName }),
    other: await importExample(database, organisationId, { name: 'Cardiology', familyName }),
  }
  const place = { organisationId, programmes, familyName }
  const staff = await write(database, organisationId, (tx) => addStaff(tx, place))
  const members = await write(database, organisationId, (tx) => addMembers(tx, place))
  return { organisationId, name, ...programmes, people: { ...staff, ...members } }
}

const write = <T>(
  database: Database,
  organisationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, organisationId)
    return work(tx)
  })

const importExample = async (
  database: Database,
  organisationId: string,
  { name, familyName }: Names,
): Promise<string> => {
  const study = await readStudyFolder(path.resolve('examples/sheffield-2022'))
  if (!study.ok) throw new Error('The example study does not read.')
  const programmeId = crypto.randomUUID()
  const nameOf = ({ participant }: { participant: string }) => `${participant} ${familyName}`
  const scope = operatorScope({ database, masterKey }, organisationId)
  const imported = await importStudy(scope, { programmeId, name, study: study.value, nameOf })
  if (!imported.ok) throw new Error('The example study was not imported.')
  return programmeId
}

type Place = {
  readonly organisationId: string
  readonly programmes: { readonly home: string; readonly other: string }
  readonly familyName: string
}

const addStaff = async (tx: Transaction, place: Place): Promise<Record<StaffName, Somebody>> => {
  const names = Object.keys(staffRoles) as StaffName[]
  const people: Partial<Record<StaffName, Somebody>> = {}
  for (const name of names) people[name] = await addMemberOfStaff(tx, place, name)
  return people as Record<StaffName, Somebody>
}

const addMemberOfStaff = async (
  tx: Transaction,
  { organisationId, programmes, familyName }: Place,
  kind: StaffName,
): Promise<Somebody> => {
  const staffId = crypto.randomUUID()
  const name = `${kind} ${familyName}`
  const email = `${name.replaceAll(/\W+/g, '.')}@hospital.example`.toLowerCase()
  const { organisation: roles, home, other } = staffRoles[kind]
  const emailKey = lookupKey(masterKey, email)
  await insertStaff(tx, organisationId, { staffId, name, email, emailKey, roles })
  await insertProgrammeStaff(tx, organisationId, [
    ...home.map((role) => ({ programmeId: programmes.home, staffId, role })),
    ...other.map((role) => ({ programmeId: programmes.other, staffId, role })),
  ])
  return signedIn(tx, { organisationId, personId: staffId, kind: 'staff', name, email })
}

const addMembers = async (tx: Transaction, place: Place): Promise<Record<MemberName, Somebody>> => {
  const { organisationId, programmes, familyName } = place
  const all = await listParticipants(tx, { organisationId, programmeId: programmes.home })
  const signedInAs = async (kind: MemberName): Promise<Somebody> => {
    const name = `${codes[kind]} ${familyName}`
    const member = all.find((participant) => participant.name === name)
    if (member === undefined) throw new Error(`The example study has no ${codes[kind]}.`)
    const personId = member.participantId
    return signedIn(tx, { organisationId, personId, kind: 'participant', name, email: null })
  }
  return {
    mentor: await signedInAs('mentor'),
    mentee: await signedInAs('mentee'),
    'mentor who left': await signedInAs('mentor who left'),
  }
}

const hour = 3_600_000

/** The same person with a new sign-in. */
export const signedIn = async (
  tx: Transaction,
  person: Omit<Somebody, 'token'>,
): Promise<Somebody> => {
  const { organisationId, personId, kind: personKind } = person
  const token = newToken(organisationId)
  const expiresAt = new Date(Date.now() + hour)
  await insertSignIn(tx, { organisationId, personKind, personId, token, expiresAt })
  return { ...person, token: token.text }
}

/** The same person, on a second device. */
export const signInAgain = (database: Database, person: Somebody): Promise<Somebody> =>
  write(database, person.organisationId, (tx) => signedIn(tx, person))
