import { sql } from 'kysely'
import type { Database, Transaction } from '../../platform/database.ts'
import { inStatements } from '../../platform/statements.ts'
import type { Place } from '../store.ts'

export type Invitation = {
  readonly participantId: string
  /** 1 for the first; each new link is one more and ends the ones before. */
  readonly generation: number
  readonly invitedAt: Date
}

export type NewInvitation = Invitation & { readonly codeKey: Buffer }

const columns = ['participantId', 'generation', 'invitedAt'] as const

export const insertInvitations = (
  tx: Transaction,
  place: Place,
  invitations: readonly NewInvitation[],
): Promise<void> =>
  inStatements(invitations, place, (rows) => tx.insertInto('invitations').values(rows).execute())

/** A new generation in the place of the one before. */
export const replaceInvitation = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { participantId, ...changes }: NewInvitation,
): Promise<void> => {
  await tx
    .updateTable('invitations')
    .set(changes)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .execute()
}

/** Null: not invited yet. */
export const findInvitation = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  participantId: string,
): Promise<Invitation | null> => {
  const row = await tx
    .selectFrom('invitations')
    .select(columns)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .executeTakeFirst()
  return row ?? null
}

export const listInvitations = (tx: Transaction, place: Place): Promise<readonly Invitation[]> =>
  tx
    .selectFrom('invitations')
    .select(columns)
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .execute()

export type FoundInvitation = Pick<Invitation, 'participantId' | 'generation'> & {
  readonly organisationId: string
}

/** Whose code this is: looks across organisations, by the key of the code alone. */
export const findInvitationsByCode = (
  database: Database,
  codeKey: Buffer,
): Promise<readonly FoundInvitation[]> =>
  database.transaction().execute(async (tx) => {
    await sql`select set_config('app.code_key', ${codeKey.toString('hex')}, true)`.execute(tx)
    return tx
      .selectFrom('invitations')
      .select(['organisationId', 'participantId', 'generation'])
      .where('codeKey', '=', codeKey)
      .execute()
  })
