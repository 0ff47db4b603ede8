/** What somebody has typed and not sent yet: encrypted, under a keyed hash of person and stage. */
import * as z from 'zod'
import type { Transaction } from '../platform/database.ts'
import { lookupKey, seal, unseal } from '../platform/keys.ts'
import type { AtStage, PlaceWithKey } from './completion-store.ts'

/** Field by field, as the form names them. */
export type Draft = Readonly<Record<string, string>>
const draftSchema = z.record(z.string(), z.string())

const keyOf = ({ programmeKey }: PlaceWithKey, { stage, participantId }: AtStage): Buffer =>
  lookupKey(programmeKey, `draft/${stage}/${participantId}`)

const contextOf = (draftKey: Buffer): string => `drafts/${draftKey.toString('hex')}`

/** Locks the row until the transaction ends where the caller will write it. */
export const findDraft = async (
  tx: Transaction,
  place: PlaceWithKey,
  who: AtStage,
  use: 'to read' | 'to change' = 'to read',
): Promise<Draft> => {
  const draftKey = keyOf(place, who)
  const row = await tx
    .selectFrom('drafts')
    .select('sealed')
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .where('draftKey', '=', draftKey)
    .$if(use === 'to change', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined) return {}
  const text = unseal(place.programmeKey, row.sealed, contextOf(draftKey)).toString('utf8')
  return draftSchema.parse(JSON.parse(text))
}

export const putDraft = async (
  tx: Transaction,
  place: PlaceWithKey,
  who: AtStage,
  draft: Draft,
): Promise<void> => {
  const { organisationId, programmeId, programmeKey } = place
  const draftKey = keyOf(place, who)
  const sealed = seal(programmeKey, JSON.stringify(draft), contextOf(draftKey))
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
    .where('draftKey', '=', keyOf(place, who))
    .execute()
}
