/** A programme whose stages can be answered, with signed-in people who have agreed; on any database. */
import { loadOrganisationKey } from '../../src/organisations/store.ts'
import { insertPeople } from '../../src/people/store.ts'
import type { ActionScope } from '../../src/platform/action.ts'
import { enterOrganisation, type Transaction } from '../../src/platform/database.ts'
import { type Key, newKey, respondentOf } from '../../src/platform/keys.ts'
import { insertSignIn } from '../../src/platform/sign-in-store.ts'
import { newToken } from '../../src/platform/tokens.ts'
import { textOfProtocol } from '../../src/protocol/changing/change-protocol.ts'
import type { Protocol, RoleId } from '../../src/protocol/model.ts'
import { questionnairesOf } from '../../src/protocol/rules.ts'
import { insertProgramme } from '../../src/protocol/store.ts'
import { putStageWindow } from '../../src/questionnaires/windows/window-store.ts'
import type { Somebody } from './hospital.ts'
import { sheffield } from './protocols.ts'

export type Answering = {
  readonly scope: ActionScope
  readonly programmeId: string
  readonly programmeKey: Key
  readonly protocol: Protocol
  readonly mentors: readonly Somebody[]
  readonly mentees: readonly Somebody[]
  readonly change: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
}

export type Wanted = {
  readonly protocol?: Protocol
  readonly mentors?: number
  readonly mentees?: number
}

/** Every questionnaire of it is open. */
export const fillAnswering = async (
  scope: ActionScope,
  { protocol = sheffield, mentors = 1, mentees = 1 }: Wanted = {},
): Promise<Answering> => {
  const { database, masterKey, organisationId } = scope
  const [programmeId, programmeKey] = [crypto.randomUUID(), newKey()]
  const place = { organisationId, programmeId }
  const change = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction().execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      return work(tx)
    })
  const people = await change(async (tx) => {
    const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
    const facts = { programmeId, name: 'Gastroenterology', site: null, state: 'open' } as const
    const protocolText = textOfProtocol(protocol)
    const keys = { organisationKey, programmeKey }
    await insertProgramme(tx, organisationId, { ...facts, ...keys, protocolText })
    for (const { stage } of questionnairesOf(protocol)) {
      const dates = { opensOn: null, closesOn: null }
      await putStageWindow(tx, place, { stage, state: 'open', protocolVersion: 1, ...dates })
    }
    const asked = { ...place, programmeKey }
    return {
      mentors: await addPeople(tx, asked, { role: 'mentor', count: mentors }),
      mentees: await addPeople(tx, asked, { role: 'mentee', count: mentees }),
    }
  })
  return { scope, programmeId, programmeKey, protocol, change, ...people }
}

type Place = {
  readonly organisationId: string
  readonly programmeId: string
  readonly programmeKey: Key
}

const addPeople = async (
  tx: Transaction,
  { programmeKey, ...place }: Place,
  { role, count }: { readonly role: RoleId; readonly count: number },
): Promise<readonly Somebody[]> => {
  const letter = role === 'mentor' ? 'M' : 'C'
  const participants = Array.from({ length: count }, (_, index) => ({
    participantId: crypto.randomUUID(),
    role,
    name: `${role} ${index + 1}`,
    email: null,
    permanentId: null,
    state: 'agreed' as const,
    leftAfterPhase: null,
  }))
  const respondents = participants.map(({ participantId }, index) => ({
    respondent: respondentOf(programmeKey, participantId),
    role,
    code: `${letter}${100 + index}`,
  }))
  await insertPeople(tx, place, {
    participants,
    respondents,
    supervisions: [],
    characteristics: [],
  })
  const people: Somebody[] = []
  for (const { participantId, name } of participants) {
    people.push(await signedIn(tx, place.organisationId, { personId: participantId, name }))
  }
  return people
}

const week = 7 * 86_400_000

const signedIn = async (
  tx: Transaction,
  organisationId: string,
  { personId, name }: { readonly personId: string; readonly name: string },
): Promise<Somebody> => {
  const [token, expiresAt] = [newToken(organisationId), new Date(Date.now() + week)]
  const who = { organisationId, personId, token, expiresAt }
  await insertSignIn(tx, { ...who, personKind: 'participant' })
  return { organisationId, personId, kind: 'participant', name, email: null, token: token.text }
}
