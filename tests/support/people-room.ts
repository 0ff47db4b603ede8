/** A programme without anybody in it, and its lead, who adds and invites people through the pages. */
import { findInvitation, type Invitation } from '../../src/people/inviting/invitation-store.ts'
import type { Participant } from '../../src/people/model.ts'
import { listParticipants, listSupervisions } from '../../src/people/store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { enterOrganisation, read, type Transaction } from '../../src/platform/database.ts'
import type { StoredMail } from '../../src/platform/mail.ts'
import { findProjectRoot } from '../../src/platform/project-root.ts'
import { startProgramme } from '../../src/protocol/starting/start-programme.ts'
import { type ProgrammeState, updateProgramme } from '../../src/protocol/store.ts'
import { masterKey } from './database.ts'
import type { Hospital } from './hospital.ts'
import { mailsOf } from './mailbox.ts'
import { upload } from './upload.ts'
import { send, visit } from './visit.ts'
import type { World } from './world.ts'

type Form = Readonly<Record<string, string>>

export type PeopleRoom = {
  readonly organisationId: string
  readonly programmeId: string
  /** The address of the people. */
  readonly base: string
  /** A page below the people, as its lead sees it. */
  readonly look: (path?: string) => Promise<string>
  readonly post: (path: string, form?: Form) => Promise<Response>
  readonly sendFile: (bytes: string | Uint8Array, form?: Form) => Promise<Response>
  /** A table, pasted and confirmed. */
  readonly addTable: (text: string) => Promise<Response>
  readonly people: () => Promise<readonly Participant[]>
  readonly idOf: (name: string) => Promise<string>
  /** Names: the mentor, and the mentee who supervises. */
  readonly supervisions: () => Promise<readonly (readonly [string, string])[]>
  readonly invitationOf: (name: string) => Promise<Invitation | null>
  readonly mails: () => Promise<readonly StoredMail[]>
  /** The latest first. */
  readonly events: () => Promise<readonly string[]>
  readonly become: (state: ProgrammeState) => Promise<void>
  readonly write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
}

export const newPeopleRoom = async (
  { server, database }: World,
  { organisationId, people: { lead } }: Hospital,
): Promise<PeopleRoom> => {
  const programmeId = crypto.randomUUID()
  const place = { organisationId, programmeId }
  const actor = { kind: 'staff', id: lead.personId } as const
  const scope = { database, masterKey, organisationId, actor, idempotencyKey: null }
  const source = { kind: 'built_in', id: 'sheffield-2022' } as const
  const facts = { programmeId, name: 'Endoscopy', site: null, projectRoot: findProjectRoot() }
  await startProgramme(scope, { ...facts, source })
  const base = `/programmes/${programmeId}/people`
  const inside = <T>(work: (tx: Transaction) => Promise<T>) => read(database, organisationId, work)
  const write = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction().execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      return work(tx)
    })
  const people = () => inside((tx) => listParticipants(tx, place))
  const idOf = async (name: string) => {
    const found = (await people()).find((person) => person.name === name)
    if (found === undefined) throw new Error(`Nobody is called ${name}.`)
    return found.participantId
  }
  const post = (path: string, form: Form = {}) => send(server, base + path, { as: lead, form })
  return {
    organisationId,
    programmeId,
    base,
    look: async (path = '') => (await visit(server, base + path, { as: lead })).text(),
    post,
    sendFile: (bytes, form = {}) =>
      upload(server, `${base}/import`, {
        as: lead,
        form: { text: '', ...form },
        files: { file: bytes },
      }),
    addTable: (text) => post('/import/confirm', { text }),
    people,
    idOf,
    supervisions: async () => {
      const names = new Map((await people()).map((one) => [one.participantId, one.name]))
      const rows = await inside((tx) => listSupervisions(tx, place))
      return rows.map(({ mentorId, menteeId }) => [
        names.get(mentorId) ?? '',
        names.get(menteeId) ?? '',
      ])
    },
    invitationOf: async (name) => {
      const id = await idOf(name)
      return inside((tx) => findInvitation(tx, place, id))
    },
    mails: () => mailsOf(database, organisationId),
    events: async () =>
      (await inside((tx) => listAuditEntries(tx, organisationId, 50))).map(({ event }) => event),
    become: (state) => write((tx) => updateProgramme(tx, place, { state })),
    write,
  }
}
