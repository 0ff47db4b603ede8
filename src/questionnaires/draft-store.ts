/** What somebody has typed and not sent yet: encrypted, under a keyed hash of person and stage. */
import * as z from 'zod'
import type { Transaction } from '../platform/database.ts'
import { type Key, lookupKey, seal, unseal } from '../platform/keys.ts'
import type { AtStage, PlaceWithKey } from './completion-store.ts'

/** Field by field, as the form names them. */
export type Draft = Readonly<Record<string, string>>
const draftSchema = z.record(z.string(), z.string())

export const draftKeyOf = (
  { programmeKey }: Pick<PlaceWithKey, 'programmeKey'>,
  { stage, participantId }: AtStage,
): Buffer => lookupKey(programmeKey, `draft/${stage}/${participantId}`)

const contextOf = (draftKey: Buffer): string => `drafts/${draftKey.toString('hex')}`

export const unsealDraft = (programmeKey: Key, draftKey: Buffer, sealed: Buffer): Draft =>
  draftSchema.parse(JSON.parse(unseal(programmeKey, sealed, contextOf(draftKey)).toString('utf8')))

const sealDraft = ({ programmeKey }: PlaceWithKey, draftKey: Buffer, draft: Draft): Buffer =>
  seal(programmeKey, JSON.stringify(draft), contextOf(draftKey))

/** Keeps it for this transaction alone, also where there was none: nobody else can change it before the end. */
export const lockDraft = async (
  tx: Transaction,
  place: PlaceWithKey,
  who: AtStage,
): Promise<Draft> => {
  const { organisationId, programmeId, programmeKey } = place
  const draftKey = draftKeyOf(place, who)
  const row = await tx
    .insertInto('drafts')
    .values({ organisationId, programmeId, draftKey, sealed: sealDraft(place, draftKey, {}) })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'programmeId', 'draftKey'])
        .doUpdateSet((row) => ({ sealed: row.ref('drafts.sealed') })),
    )
    .returning('sealed')
    .executeTakeFirstOrThrow()
  return unsealDraft(programmeKey, draftKey, row.sealed)
}

export const putDraft = async (
  tx: Transaction,
  place: PlaceWithKey,
  who: AtStage,
  draft: Draft,
): Promise<void> => {
  const { organisationId, programmeId } = place
  const draftKey = draftKeyOf(place, who)
  const sealed = sealDraft(place, draftKey, draft)
  await tx
    .insertInto('drafts')
    .values({ organisationId, programmeId, draftKey, sealed })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'programmeId', 'draftKey']).doUpdateSet({ sealed }),
    )
    .execute()
}

export const deleteDraft = async (
  tx: Transaction,
  place: PlaceWithKey,
  who: AtStage,
): Promise<void> => {
  await tx
    .deleteFrom('drafts')
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .where('draftKey', '=', draftKeyOf(place, who))
    .execute()
}
