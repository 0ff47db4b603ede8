/** A programme that is open, with the people that a test names, in an organisation of its own. */
import { loadOrganisationKey } from '../../src/organisations/store.ts'
import { defaultConsentText } from '../../src/people/consent/default.ts'
import { insertConsent, putConsentText } from '../../src/people/consent/store.ts'
import { linkFor } from '../../src/people/inviting/invitation-links.ts'
import { insertInvitations } from '../../src/people/inviting/invitation-store.ts'
import type { Participant } from '../../src/people/model.ts'
import { insertPeople, type Place } from '../../src/people/store.ts'
import type { ActionScope } from '../../src/platform/action.ts'
import { type Database, enterOrganisation, type Transaction } from '../../src/platform/database.ts'
import { type Key, newKey } from '../../src/platform/keys.ts'
import { textOfProtocol } from '../../src/protocol/changing/change-protocol.ts'
import { insertProgramme } from '../../src/protocol/store.ts'
import { masterKey, newOrganisation } from './database.ts'
import { sheffield } from './protocols.ts'

export const publicUrl = 'https://turnabout.example'

/** What matters of a person; the rest is made up. */
export type Invitee = Partial<Omit<Participant, 'programmeId' | 'participantId'>> & {
  readonly name: string
  /** Absent: not invited. */
  readonly invitedAt?: Date
  /** Absent: no consent is recorded. */
  readonly agreedAt?: Date
}

export type InvitedPeople = {
  readonly scope: ActionScope
  readonly place: Place
  readonly programmeKey: Key
  /** Name → id. */
  readonly ids: ReadonlyMap<string, string>
  readonly change: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
}

export const programmeWith = async (
  database: Database,
  people: readonly Invitee[],
): Promise<InvitedPeople> => {
  const scope = await newOrganisation(database)
  const { organisationId } = scope
  const [programmeId, programmeKey] = [crypto.randomUUID(), newKey()]
  const place = { organisationId, programmeId }
  const change = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction().execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      return work(tx)
    })
  await change(async (tx) => {
    const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
    const keys = { organisationKey, programmeKey }
    const facts = { programmeId, name: 'Gastroenterology', site: null, state: 'open' } as const
    const protocolText = textOfProtocol(sheffield)
    await insertProgramme(tx, organisationId, { ...facts, protocolText, ...keys })
  })
  const ids = new Map(people.map(({ name }) => [name, crypto.randomUUID()]))
  const all = people.map((one) => filledIn(one, ids))
  await change((tx) => insertAll(tx, place, all))
  return { scope, place, programmeKey, ids, change }
}

const filledIn = (invitee: Invitee, ids: InvitedPeople['ids']) => ({
  role: 'mentor' as const,
  email: `${invitee.name}@hospital.example`,
  permanentId: null,
  state: 'invited' as const,
  leftAfterPhase: invitee.state === 'withdrawn' ? 1 : null,
  ...invitee,
  participantId: String(ids.get(invitee.name)),
})

type FilledIn = ReturnType<typeof filledIn>

const insertAll = async (tx: Transaction, place: Place, people: readonly FilledIn[]) => {
  const participants = people.map(({ invitedAt: _, agreedAt: __, ...participant }) => participant)
  const nothing = { supervisions: [], respondents: [], characteristics: [] }
  await insertPeople(tx, place, { participants, ...nothing })
  const invitations = people.flatMap((one) => invitationOf(place, one))
  await insertInvitations(tx, place, invitations)
  const about = { name: 'Gastroenterology', site: null }
  await putConsentText(tx, place, defaultConsentText(sheffield, about))
  for (const { participantId, agreedAt } of people) {
    if (agreedAt === undefined) continue
    const consent = { version: 1, statements: {}, withdrawal: 'stop', agreedAt } as const
    await insertConsent(tx, place, { participantId, ...consent })
  }
}

const invitationOf = ({ organisationId }: Place, { participantId, invitedAt }: FilledIn) => {
  if (invitedAt === undefined) return []
  const which = { organisationId, participantId, generation: 1 }
  const { codeKey } = linkFor({ masterKey, publicUrl }, which)
  return [{ participantId, generation: 1, invitedAt, codeKey }]
}
