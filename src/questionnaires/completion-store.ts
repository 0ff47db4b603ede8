/** Who has answered a stage: known to whoever holds the programme key, and joined by no column to what was answered. */
import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'
import { type Key, lookupKey } from '../platform/keys.ts'

export type PlaceWithKey = Place & { readonly programmeKey: Key }
export type AtStage = { readonly stage: number; readonly participantId: string }

export const completionKeyOf = (programmeKey: Key, { stage, participantId }: AtStage): Buffer =>
  lookupKey(programmeKey, `completion/${stage}/${participantId}`)

/** False: this person had answered this stage before. */
export const insertCompletion = async (
  tx: Transaction,
  { programmeKey, organisationId, programmeId }: PlaceWithKey,
  who: AtStage,
): Promise<boolean> => {
  const completionKey = completionKeyOf(programmeKey, who)
  const row = await tx
    .insertInto('completions')
    .values({ organisationId, programmeId, stage: who.stage, completionKey })
    .onConflict((conflict) => conflict.doNothing())
    .returning('stage')
    .executeTakeFirst()
  return row !== undefined
}

/** The keys of those who have answered, by stage, in hexadecimal digits. */
export const listCompletions = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<ReadonlyMap<number, ReadonlySet<string>>> => {
  const rows = await tx
    .selectFrom('completions')
    .select(['stage', 'completionKey'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  const byStage = Map.groupBy(rows, ({ stage }) => stage)
  return new Map(
    [...byStage].map(([stage, some]) => [
      stage,
      new Set(some.map(({ completionKey }) => completionKey.toString('hex'))),
    ]),
  )
}

export const deleteCompletion = async (
  tx: Transaction,
  { programmeKey, organisationId, programmeId }: PlaceWithKey,
  who: AtStage,
): Promise<void> => {
  await tx
    .deleteFrom('completions')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('stage', '=', who.stage)
    .where('completionKey', '=', completionKeyOf(programmeKey, who))
    .execute()
}
