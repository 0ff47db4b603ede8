import { createHash } from 'node:crypto'
import type { Transaction } from '../platform/database.ts'
import { type Key, seal, unseal } from '../platform/keys.ts'
import { type ProgrammeRole, type Protocol, programmeRoles } from './model.ts'
import { parseProtocol } from './rules.ts'

export type Programme = { readonly programmeId: string; readonly name: string }
export type ProgrammeWithProtocol = Programme & { readonly protocol: Protocol }

const keyContext = (programmeId: string): string => `programmes/${programmeId}`

/** A protocol is kept as the text it was, under the hash of that text; programmes with the same text share it. */
export const insertProgramme = async (
  tx: Transaction,
  organisationId: string,
  input: Programme & {
    readonly protocolText: string
    readonly organisationKey: Key
    readonly programmeKey: Key
  },
): Promise<void> => {
  const { programmeId, name, protocolText: text } = input
  const protocolSha256 = createHash('sha256').update(text).digest()
  await tx
    .insertInto('protocols')
    .values({ organisationId, sha256: protocolSha256, text })
    .onConflict((conflict) => conflict.columns(['organisationId', 'sha256']).doNothing())
    .execute()
  const wrappedKey = seal(input.organisationKey, input.programmeKey, keyContext(programmeId))
  await tx
    .insertInto('programmes')
    .values({ organisationId, programmeId, name, protocolSha256, wrappedKey })
    .execute()
}

export const findProgramme = async (
  tx: Transaction,
  organisationId: string,
  programmeId: string,
): Promise<ProgrammeWithProtocol | null> => {
  const row = await tx
    .selectFrom('programmes')
    .innerJoin('protocols', (join) =>
      join
        .onRef('protocols.organisationId', '=', 'programmes.organisationId')
        .onRef('protocols.sha256', '=', 'programmes.protocolSha256'),
    )
    .select(['programmeId', 'name', 'text'])
    .where('programmes.organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { programmeId, name: row.name, protocol: storedProtocol(row.text) }
}

/** What was stored had been parsed before; if it does not parse now, the database or the program is at fault. */
const storedProtocol = (text: string): Protocol => {
  const parsed = parseProtocol(text)
  if (!parsed.ok) throw new Error(`A stored protocol does not parse: ${parsed.problem.kind}`)
  return parsed.value
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

export const loadProgrammeKey = async (
  tx: Transaction,
  organisationId: string,
  { programmeId, organisationKey }: { readonly programmeId: string; readonly organisationKey: Key },
): Promise<Key> => {
  const { wrappedKey } = await tx
    .selectFrom('programmes')
    .select('wrappedKey')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirstOrThrow()
  return unseal(organisationKey, wrappedKey, keyContext(programmeId))
}

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
