/** A hospital of its own with one programme: its staff, and mentors and mentees who have agreed, all signed in. */
import { insertStaff, loadOrganisationKey } from '../../src/organisations/store.ts'
import type { ParticipantState } from '../../src/people/model.ts'
import { insertPeople } from '../../src/people/store.ts'
import type { ActionScope } from '../../src/platform/action.ts'
import { type Database, enterOrganisation, type Transaction } from '../../src/platform/database.ts'
import { type Key, lookupKey, newKey, respondentOf } from '../../src/platform/keys.ts'
import { findProjectRoot } from '../../src/platform/project-root.ts'
import { loadBuiltInProtocol } from '../../src/protocol/built-in.ts'
import { textOfProtocol } from '../../src/protocol/changing/change-protocol.ts'
import type { ProgrammeRole, Protocol, RoleId } from '../../src/protocol/model.ts'
import {
  insertProgramme,
  insertProgrammeStaff,
  type ProgrammeState,
} from '../../src/protocol/store.ts'
import { insertCompletion } from '../../src/questionnaires/completion-store.ts'
import { insertScores } from '../../src/questionnaires/store.ts'
import { masterKey, newOrganisation } from './database.ts'
import { type Somebody, signedIn } from './hospital.ts'

export type Running = {
  readonly scope: ActionScope
  readonly programmeId: string
  readonly programmeKey: Key
  readonly lead: Somebody
  readonly administrator: Somebody
  readonly researcher: Somebody
  readonly facilitator: Somebody
  readonly mentors: readonly Somebody[]
  readonly mentees: readonly Somebody[]
}

export type RunningOptions = {
  readonly mentors?: number
  readonly mentees?: number
  readonly state?: ProgrammeState
  readonly participants?: ParticipantState
  /** The first mentor's supervisor is the first mentee. */
  readonly isSupervised?: boolean
  readonly protocol?: (protocol: Protocol) => Protocol
}

/** Writes as an action does, without being one. */
export const writing = <T>(
  database: Database,
  organisationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, organisationId)
    return work(tx)
  })

const theProtocol = async (): Promise<Protocol> => {
  const loaded = await loadBuiltInProtocol(findProjectRoot(), 'sheffield-2022')
  if (!loaded.ok) throw new Error('The built-in protocol does not read.')
  return loaded.value.protocol
}

type Place = { readonly organisationId: string; readonly programmeId: string }

export const addStaff = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  kind: 'administrator' | ProgrammeRole,
): Promise<Somebody> => {
  const personId = crypto.randomUUID()
  const [name, email] = [`The ${kind}`, `${personId}@hospital.example`]
  const roles = kind === 'administrator' ? ([kind] as const) : []
  const emailKey = lookupKey(masterKey, email)
  await insertStaff(tx, organisationId, { staffId: personId, name, email, emailKey, roles })
  const given = kind === 'administrator' ? [] : [{ programmeId, staffId: personId, role: kind }]
  await insertProgrammeStaff(tx, organisationId, given)
  return signedIn(tx, { organisationId, personId, kind: 'staff', name, email })
}

export const newPerson = (role: RoleId, number: number, state: ParticipantState) => ({
  participantId: crypto.randomUUID(),
  role,
  name: `Dr ${role === 'mentor' ? 'Mentor' : 'Mentee'} ${number}`,
  email: null,
  permanentId: null,
  state,
  leftAfterPhase: null,
})

/** More people of a role; with their respondents, and not signed in. */
export const addPeople = async (
  tx: Transaction,
  place: Place & { readonly programmeKey: Key },
  people: readonly ReturnType<typeof newPerson>[],
): Promise<void> => {
  const { organisationId, programmeId, programmeKey } = place
  const respondents = people
    .map(({ participantId, role }, index) => ({
      respondent: respondentOf(programmeKey, participantId),
      role,
      code: `${role === 'mentor' ? 'M' : 'C'}${participantId.slice(0, 6)}${index}`,
    }))
    .toSorted((a, b) => (a.respondent < b.respondent ? -1 : 1))
  const nobody = { supervisions: [], characteristics: [] }
  await insertPeople(
    tx,
    { organisationId, programmeId },
    { participants: people, respondents, ...nobody },
  )
}

const many = (role: RoleId, n: number, state: ParticipantState) =>
  Array.from({ length: n }, (_, index) => newPerson(role, index + 1, state))

export const startRunning = async (
  database: Database,
  options: RunningOptions = {},
): Promise<Running> => {
  const { mentors = 6, mentees = 5, state = 'open', participants = 'agreed' } = options
  const scope = await newOrganisation(database)
  const { organisationId } = scope
  const [programmeId, programmeKey] = [crypto.randomUUID(), newKey()]
  const place = { organisationId, programmeId, programmeKey }
  const protocol = (options.protocol ?? ((same) => same))(await theProtocol())
  const people = {
    mentor: many('mentor', mentors, participants),
    mentee: many('mentee', mentees, participants),
  }
  return writing(database, organisationId, async (tx) => {
    const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
    await insertProgramme(tx, organisationId, {
      ...{ programmeId, name: 'Gastroenterology', site: null, state },
      ...{ protocolText: textOfProtocol(protocol), organisationKey, programmeKey },
    })
    await addPeople(tx, place, [...people.mentor, ...people.mentee])
    const [mentor, mentee] = [people.mentor[0], people.mentee[0]]
    if (options.isSupervised === true && mentor !== undefined && mentee !== undefined) {
      const row = { mentorId: mentor.participantId, menteeId: mentee.participantId }
      await tx
        .insertInto('supervisions')
        .values({ organisationId, programmeId, ...row })
        .execute()
    }
    const entering = async (role: RoleId): Promise<readonly Somebody[]> =>
      Promise.all(
        people[role].map(({ participantId: personId, name }) =>
          signedIn(tx, { organisationId, personId, kind: 'participant', name, email: null }),
        ),
      )
    return {
      scope,
      programmeId,
      programmeKey,
      administrator: await addStaff(tx, place, 'administrator'),
      lead: await addStaff(tx, place, 'lead'),
      researcher: await addStaff(tx, place, 'researcher'),
      facilitator: await addStaff(tx, place, 'facilitator'),
      mentors: await entering('mentor'),
      mentees: await entering('mentee'),
    }
  })
}

export const placeOf = ({ scope, programmeId, programmeKey }: Running) => ({
  organisationId: scope.organisationId,
  programmeId,
  programmeKey,
})

/** Somebody answers a stage, with one score, in a transaction of their own. */
export const answer = (
  database: Database,
  running: Running,
  { person, stage, score = 3 }: { person: Somebody; stage: number; score?: number },
): Promise<void> => {
  const { organisationId, programmeId, programmeKey } = placeOf(running)
  return writing(database, organisationId, async (tx) => {
    await insertCompletion(tx, placeOf(running), { stage, participantId: person.personId })
    const respondent = respondentOf(programmeKey, person.personId)
    const row = { respondent, stage, measure: 'understanding', domain: 'overall', score }
    await insertScores(tx, { organisationId, programmeId }, [row])
  })
}
