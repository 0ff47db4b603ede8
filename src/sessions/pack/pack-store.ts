/** Reflection packs in the database: keys that open with what the mentee knows, and what these keys have sealed. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Key, seal, unseal } from '../../platform/keys.ts'
import { readToken } from '../../platform/tokens.ts'
import { openForSignIn, type PackKeys, sealForSignIn } from './keys.ts'

export type PackOwner = Place & { readonly participantId: string }

/** Null: the mentee has no pack yet. */
export const findPackKeys = async (
  tx: Transaction,
  { organisationId, programmeId, participantId }: PackOwner,
): Promise<PackKeys | null> => {
  const row = await tx
    .selectFrom('reflectionKeys')
    .select(['passphraseSalt', 'sealedByPassphrase', 'recoverySalt', 'sealedByRecovery'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .executeTakeFirst()
  return row ?? null
}

export const putPackKeys = async (
  tx: Transaction,
  { organisationId, programmeId, participantId }: PackOwner,
  keys: PackKeys,
): Promise<void> => {
  await tx
    .insertInto('reflectionKeys')
    .values({ organisationId, programmeId, participantId, ...keys })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'programmeId', 'participantId']).doUpdateSet(keys),
    )
    .execute()
}

/** With all that is in it. */
export const deletePack = async (
  tx: Transaction,
  { organisationId, programmeId, participantId }: PackOwner,
): Promise<void> => {
  await tx
    .deleteFrom('reflectionKeys')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .execute()
}

type Opening = {
  readonly key: Key
  /** Of the sign-in, as the browser holds it. */
  readonly token: string
}

/** Opens the pack in one sign-in, for as long as that lasts. */
export const putOpening = async (
  tx: Transaction,
  owner: PackOwner,
  { key, token }: Opening,
): Promise<void> => {
  const { organisationId, programmeId, participantId } = owner
  const tokenHash = readToken(token)?.hash ?? Buffer.of()
  const { expiresAt } = await tx
    .selectFrom('signIns')
    .select('expiresAt')
    .where('organisationId', '=', organisationId)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirstOrThrow()
  const sealedKey = sealForSignIn(owner, key, token)
  await tx
    .insertInto('reflectionOpenings')
    .values({ organisationId, programmeId, participantId, tokenHash, sealedKey, expiresAt })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'programmeId', 'tokenHash'])
        .doUpdateSet({ sealedKey, expiresAt }),
    )
    .execute()
}

/** Those in sign-ins that are over: somebody has signed out, or their time is up. */
export const deleteEndedOpenings = async (
  tx: Transaction,
  organisationId: string,
  now: Date,
): Promise<void> => {
  await tx
    .deleteFrom('reflectionOpenings')
    .where('organisationId', '=', organisationId)
    .where('tokenHash', 'not in', (query) =>
      query
        .selectFrom('signIns')
        .select('tokenHash')
        .where('signIns.organisationId', '=', organisationId)
        .where('signIns.expiresAt', '>', now),
    )
    .execute()
}

/** Wherever it is open. */
export const deleteOpenings = async (
  tx: Transaction,
  { organisationId, programmeId, participantId }: PackOwner,
): Promise<void> => {
  await tx
    .deleteFrom('reflectionOpenings')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .execute()
}

/** The key of a pack that is open in this sign-in; null: it is closed. */
export const findOpenKey = async (
  tx: Transaction,
  owner: PackOwner,
  token: string | null,
): Promise<Key | null> => {
  const read = token === null ? null : readToken(token)
  if (read === null || token === null) return null
  const row = await tx
    .selectFrom('reflectionOpenings')
    .select('sealedKey')
    .where('organisationId', '=', owner.organisationId)
    .where('programmeId', '=', owner.programmeId)
    .where('participantId', '=', owner.participantId)
    .where('tokenHash', '=', read.hash)
    .executeTakeFirst()
  return row === undefined ? null : openForSignIn(owner, row.sealedKey, token)
}

export const packParts = ['self_assessment', 'reflection', 'changes'] as const
export type PackPart = (typeof packParts)[number]

const contextOf = ({ programmeId, participantId }: PackOwner, part: PackPart): string =>
  `reflection_parts/${programmeId}/${participantId}/${part}`

/** What was written, whether the pack is open or not. */
export const listParts = async (
  tx: Transaction,
  { organisationId, programmeId, participantId }: PackOwner,
): Promise<readonly PackPart[]> => {
  const rows = await tx
    .selectFrom('reflectionParts')
    .select('part')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .execute()
  return packParts.filter((part) => rows.some((row) => row.part === part))
}

/** The JSON text of a part; null: nothing was written. @param key of the pack, open in this sign-in */
export const findPart = async (
  tx: Transaction,
  owner: PackOwner,
  { key, part }: { readonly key: Key; readonly part: PackPart },
): Promise<string | null> => {
  const row = await tx
    .selectFrom('reflectionParts')
    .select('sealed')
    .where('organisationId', '=', owner.organisationId)
    .where('programmeId', '=', owner.programmeId)
    .where('participantId', '=', owner.participantId)
    .where('part', '=', part)
    .executeTakeFirst()
  return row === undefined ? null : unseal(key, row.sealed, contextOf(owner, part)).toString('utf8')
}

export const putPart = async (
  tx: Transaction,
  owner: PackOwner,
  { key, part, json }: { readonly key: Key; readonly part: PackPart; readonly json: string },
): Promise<void> => {
  const { organisationId, programmeId, participantId } = owner
  const sealed = seal(key, json, contextOf(owner, part))
  await tx
    .insertInto('reflectionParts')
    .values({ organisationId, programmeId, participantId, part, sealed })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'programmeId', 'participantId', 'part'])
        .doUpdateSet({ sealed }),
    )
    .execute()
}
