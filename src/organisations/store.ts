import { sql } from 'kysely'
import type { Database, Transaction } from '../platform/database.ts'
import { type Key, seal, unwrapKey } from '../platform/keys.ts'
import {
  type Organisation,
  organisationRoles,
  type StaffMember,
  type StaffWithRoles,
} from './model.ts'

const keyContext = (organisationId: string): string => `organisations/${organisationId}`

export const insertOrganisation = async (
  tx: Transaction,
  organisation: Organisation,
  keys: { readonly masterKey: Key; readonly organisationKey: Key },
): Promise<void> => {
  const context = keyContext(organisation.organisationId)
  const wrappedKey = seal(keys.masterKey, keys.organisationKey, context)
  await tx
    .insertInto('organisations')
    .values({ ...organisation, wrappedKey })
    .execute()
}

export const findOrganisation = async (
  tx: Transaction,
  organisationId: string,
): Promise<Organisation | null> => {
  const row = await tx
    .selectFrom('organisations')
    .select(['organisationId', 'kind', 'name'])
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, kind: kindOf(row.kind) }
}

/** Every organisation but the installation; needs a transaction in the installation's name. */
export const listOrganisations = async (tx: Transaction): Promise<readonly Organisation[]> => {
  const rows = await tx
    .selectFrom('organisations')
    .select(['organisationId', 'kind', 'name'])
    .where('kind', '<>', 'installation')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, kind: kindOf(row.kind) }))
}

export const renameOrganisation = async (
  tx: Transaction,
  organisationId: string,
  name: string,
): Promise<void> => {
  await tx
    .updateTable('organisations')
    .set({ name })
    .where('organisationId', '=', organisationId)
    .execute()
}

const kindOf = (text: string): Organisation['kind'] => {
  if (text === 'installation' || text === 'example' || text === 'own') return text
  throw new Error(`An organisation of an unknown kind: ${text}`)
}

export const loadOrganisationKey = async (
  tx: Transaction,
  organisationId: string,
  masterKey: Key,
): Promise<Key> => {
  const { wrappedKey } = await tx
    .selectFrom('organisations')
    .select('wrappedKey')
    .where('organisationId', '=', organisationId)
    .executeTakeFirstOrThrow()
  return unwrapOrganisationKey(masterKey, organisationId, wrappedKey)
}

export const unwrapOrganisationKey = (
  masterKey: Key,
  organisationId: string,
  wrappedKey: Buffer,
): Key => unwrapKey(masterKey, wrappedKey, keyContext(organisationId))

export const insertStaff = async (
  tx: Transaction,
  organisationId: string,
  { roles, ...member }: StaffWithRoles & { readonly emailKey: Buffer },
): Promise<void> => {
  const { staffId } = member
  await tx
    .insertInto('staff')
    .values({ organisationId, ...member })
    .execute()
  if (roles.length === 0) return
  const rows = roles.map((role) => ({ organisationId, staffId, role }))
  await tx.insertInto('staffRoles').values(rows).execute()
}

export const findStaff = async (
  tx: Transaction,
  organisationId: string,
  staffId: string,
): Promise<StaffWithRoles | null> => {
  const staff = await listStaff(tx, organisationId)
  return staff.find((member) => member.staffId === staffId) ?? null
}

export const listStaff = async (
  tx: Transaction,
  organisationId: string,
): Promise<readonly StaffWithRoles[]> => {
  const [staff, roles] = [
    await tx
      .selectFrom('staff')
      .select(['staffId', 'name', 'email'])
      .where('organisationId', '=', organisationId)
      .orderBy('name')
      .execute(),
    await tx
      .selectFrom('staffRoles')
      .select(['staffId', 'role'])
      .where('organisationId', '=', organisationId)
      .execute(),
  ]
  return staff.map((member: StaffMember) => ({
    ...member,
    roles: organisationRoles.filter((role) =>
      roles.some((row) => row.staffId === member.staffId && row.role === role),
    ),
  }))
}

/** Where this email is staff's: looks across organisations, by the email's key alone. */
export const findStaffByEmailKey = (
  database: Database,
  emailKey: Buffer,
): Promise<readonly { readonly organisationId: string; readonly staffId: string }[]> =>
  database.transaction().execute(async (tx) => {
    await sql`select set_config('app.email_key', ${emailKey.toString('hex')}, true)`.execute(tx)
    return tx
      .selectFrom('staff')
      .select(['organisationId', 'staffId'])
      .where('emailKey', '=', emailKey)
      .execute()
  })
