import { createHash } from 'node:crypto'
import type { Transaction } from '../platform/database.ts'
import { type Key, seal, unwrapKey } from '../platform/keys.ts'
import { type ProgrammeRole, type Protocol, programmeRoles } from './model.ts'
import { storedProtocol } from './protocol-store.ts'

export const programmeStates = ['setting_up', 'open', 'closed'] as const
export type ProgrammeState = (typeof programmeStates)[number]

export type Programme = { readonly programmeId: string; readonly name: string }

/** A version of a programme's protocol. `sha256`: of the text, in hexadecimal digits. */
export type ProtocolVersion = {
  readonly version: number
  readonly sha256: string
  /** Answers were given under it: it can no longer be changed, only followed by another. */
  readonly isLocked: boolean
}

/** A programme with the version of its protocol that is in force. */
export type ProgrammeWithProtocol = Programme &
  ProtocolVersion & {
    readonly site: string | null
    readonly state: ProgrammeState
    readonly protocol: Protocol
    readonly protocolText: string
  }

const keyContext = (programmeId: string): string => `programmes/${programmeId}`

export type NewProgramme = Programme & {
  readonly site: string | null
  readonly state: ProgrammeState
  readonly protocolText: string
  readonly organisationKey: Key
  readonly programmeKey: Key
  /** The programme whose next cohort it is; absent: it follows none. */
  readonly followsProgrammeId?: string
}

/** A programme with the first version of its protocol. */
export const insertProgramme = async (
  tx: Transaction,
  organisationId: string,
  input: NewProgramme,
): Promise<void> => {
  const { programmeId, name, site, state, protocolText, followsProgrammeId = null } = input
  const wrappedKey = seal(input.organisationKey, input.programmeKey, keyContext(programmeId))
  await tx
    .insertInto('programmes')
    .values({ organisationId, programmeId, name, site, state, wrappedKey, followsProgrammeId })
    .execute()
  await putProtocolVersion(tx, { organisationId, programmeId }, { version: 1, protocolText })
}

type Place = { readonly organisationId: string; readonly programmeId: string }

/**
 * Adds a version, or replaces one that is not locked. A protocol is kept as the text it was, under the hash of that
 * text; programmes with the same text share it.
 */
export const putProtocolVersion = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { version, protocolText: text }: { readonly version: number; readonly protocolText: string },
): Promise<void> => {
  const sha256 = createHash('sha256').update(text).digest()
  await tx
    .insertInto('protocols')
    .values({ organisationId, sha256, text })
    .onConflict((conflict) => conflict.columns(['organisationId', 'sha256']).doNothing())
    .execute()
  await tx
    .insertInto('protocolVersions')
    .values({ organisationId, programmeId, version, sha256 })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'programmeId', 'version'])
        .doUpdateSet({ sha256 })
        .where('protocolVersions.isLocked', '=', false),
    )
    .execute()
}

/** From the first answer on. */
export const lockProtocolVersion = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  version: number,
): Promise<void> => {
  await tx
    .updateTable('protocolVersions')
    .set({ isLocked: true })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('version', '=', version)
    .where('isLocked', '=', false)
    .execute()
}

/** With the version that is in force, or with the one named. */
export const findProgramme = async (
  tx: Transaction,
  organisationId: string,
  programmeId: string,
  version: number | null = null,
): Promise<ProgrammeWithProtocol | null> => {
  const row = await selectProgramme(tx, { organisationId, programmeId }, version).executeTakeFirst()
  return row === undefined ? null : programmeOf(programmeId, row)
}

/** The same with the keys of the organisation and the programme, each wrapped by the one above. */
export const findWrappedProgramme = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<WrappedProgramme | null> => {
  const row = await selectProgramme(tx, { organisationId, programmeId }, null)
    .innerJoin('organisations', 'organisations.organisationId', 'programmes.organisationId')
    .select(['programmes.wrappedKey', 'organisations.wrappedKey as wrappedOrganisationKey'])
    .executeTakeFirst()
  if (row === undefined) return null
  const { wrappedKey, wrappedOrganisationKey, ...programme } = row
  return { programme: programmeOf(programmeId, programme), wrappedKey, wrappedOrganisationKey }
}

export type WrappedProgramme = {
  readonly programme: ProgrammeWithProtocol
  readonly wrappedKey: Buffer
  readonly wrappedOrganisationKey: Buffer
}

const selectProgramme = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  version: number | null,
) =>
  tx
    .selectFrom('programmes')
    .innerJoin('protocolVersions as versions', (join) =>
      join
        .onRef('versions.organisationId', '=', 'programmes.organisationId')
        .onRef('versions.programmeId', '=', 'programmes.programmeId'),
    )
    .innerJoin('protocols', (join) =>
      join
        .onRef('protocols.organisationId', '=', 'versions.organisationId')
        .onRef('protocols.sha256', '=', 'versions.sha256'),
    )
    .select(['programmes.name', 'site', 'state', 'version', 'versions.sha256', 'isLocked', 'text'])
    .where('programmes.organisationId', '=', organisationId)
    .where('programmes.programmeId', '=', programmeId)
    .$if(version !== null, (query) => query.where('version', '=', version))
    .orderBy('version', 'desc')
    .limit(1)

type ProgrammeRow = Omit<ProtocolVersion, 'sha256'> & {
  readonly name: string
  readonly site: string | null
  readonly state: string
  readonly sha256: Buffer
  readonly text: string
}

const programmeOf = (
  programmeId: string,
  { text, ...row }: ProgrammeRow,
): ProgrammeWithProtocol => {
  const sha256 = row.sha256.toString('hex')
  const protocol = storedProtocol(sha256, text)
  return { ...row, programmeId, state: stateOf(row.state), sha256, protocol, protocolText: text }
}

const stateOf = (text: string): ProgrammeState => {
  const state = programmeStates.find((known) => known === text)
  if (state === undefined) throw new Error(`A programme in an unknown state: ${text}`)
  return state
}

/** The first first. */
export const listProtocolVersions = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly ProtocolVersion[]> => {
  const rows = await tx
    .selectFrom('protocolVersions')
    .select(['version', 'sha256', 'isLocked'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') }))
}

export const updateProgramme = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  changes: Partial<Pick<ProgrammeWithProtocol, 'name' | 'site' | 'state'>>,
): Promise<void> => {
  await tx
    .updateTable('programmes')
    .set(changes)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
}

export const listProgrammes = (
  tx: Transaction,
  organisationId: string,
): Promise<readonly Programme[]> =>
  tx
    .selectFrom('programmes')
    .select(['programmeId', 'name'])
    .where('organisationId', '=', organisationId)
    .orderBy('name')
    .execute()

export const unwrapProgrammeKey = (
  organisationKey: Key,
  programmeId: string,
  wrappedKey: Buffer,
): Key => unwrapKey(organisationKey, wrappedKey, keyContext(programmeId))

export type ProgrammeStaff = {
  readonly programmeId: string
  readonly staffId: string
  readonly role: ProgrammeRole
}

export const insertProgrammeStaff = async (
  tx: Transaction,
  organisationId: string,
  rows: readonly ProgrammeStaff[],
): Promise<void> => {
  if (rows.length === 0) return
  await tx
    .insertInto('programmeStaff')
    .values(rows.map((row) => ({ organisationId, ...row })))
    .execute()
}

export const replaceProgrammeStaff = async (
  tx: Transaction,
  organisationId: string,
  {
    programmeId,
    roles,
  }: {
    readonly programmeId: string
    readonly roles: readonly Omit<ProgrammeStaff, 'programmeId'>[]
  },
): Promise<void> => {
  await tx
    .deleteFrom('programmeStaff')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  const rows = roles.map((row) => ({ programmeId, ...row }))
  await insertProgrammeStaff(tx, organisationId, rows)
}

export const listProgrammeStaff = async (
  tx: Transaction,
  organisationId: string,
): Promise<readonly ProgrammeStaff[]> => {
  const rows = await tx
    .selectFrom('programmeStaff')
    .select(['programmeId', 'staffId', 'role'])
    .where('organisationId', '=', organisationId)
    .execute()
  return rows.map((row) => ({ ...row, role: roleOf(row.role) }))
}

const roleOf = (text: string): ProgrammeRole => {
  const role = programmeRoles.find((known) => known === text)
  if (role === undefined) throw new Error(`An unknown role in a programme: ${text}`)
  return role
}
