/** Who books for a mentee. Name and address are sealed with the programme's key; of the link there is only a hash. */
import * as z from 'zod'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'

const delegateSchema = z.object({ name: z.string(), email: z.string() })
export type Delegate = Readonly<z.infer<typeof delegateSchema>>

const contextOf = (menteeId: string): string => `session_delegates/${menteeId}`

/** Null: the mentee books without help. */
export const findDelegate = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  menteeId: string,
): Promise<Delegate | null> => {
  const row = await tx
    .selectFrom('sessionDelegates')
    .select('sealed')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', menteeId)
    .executeTakeFirst()
  if (row === undefined) return null
  const text = unseal(programmeKey, row.sealed, contextOf(menteeId)).toString('utf8')
  return delegateSchema.parse(JSON.parse(text))
}

export type DelegateOf = {
  readonly menteeId: string
  readonly delegate: Delegate
  readonly tokenHash: Buffer
}

/** In place of whoever it was: the link of before opens nothing any more. */
export const putDelegate = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  { menteeId, delegate, tokenHash }: DelegateOf,
): Promise<void> => {
  const text = JSON.stringify(delegateSchema.parse(delegate))
  const sealed = seal(programmeKey, text, contextOf(menteeId))
  await tx
    .insertInto('sessionDelegates')
    .values({ organisationId, programmeId, participantId: menteeId, tokenHash, sealed })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'programmeId', 'participantId'])
        .doUpdateSet({ tokenHash, sealed }),
    )
    .execute()
}

export const deleteDelegate = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  menteeId: string,
): Promise<void> => {
  await tx
    .deleteFrom('sessionDelegates')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', menteeId)
    .execute()
}

export const countDelegates = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<number> => {
  const rows = await tx
    .selectFrom('sessionDelegates')
    .select('participantId')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  return rows.length
}

export const deleteDelegates = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<void> => {
  await tx
    .deleteFrom('sessionDelegates')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
}

export type BookedFor = { readonly programmeId: string; readonly menteeId: string }

/** Whom a link books for; null: it opens nothing. */
export const findBookedFor = async (
  tx: Transaction,
  organisationId: string,
  tokenHash: Buffer,
): Promise<BookedFor | null> => {
  const row = await tx
    .selectFrom('sessionDelegates')
    .select(['programmeId', 'participantId as menteeId'])
    .where('organisationId', '=', organisationId)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return row ?? null
}
