/** Which programme is the next cohort of which. */
import type { Transaction } from '../../platform/database.ts'
import type { Programme } from '../store.ts'

type Place = { readonly organisationId: string; readonly programmeId: string }

/** Null: it follows none. */
export const findPredecessor = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<Programme | null> => {
  const row = await tx
    .selectFrom('programmes as later')
    .innerJoin('programmes as earlier', (join) =>
      join
        .onRef('earlier.organisationId', '=', 'later.organisationId')
        .onRef('earlier.programmeId', '=', 'later.followsProgrammeId'),
    )
    .select(['earlier.programmeId', 'earlier.name'])
    .where('later.organisationId', '=', organisationId)
    .where('later.programmeId', '=', programmeId)
    .executeTakeFirst()
  return row ?? null
}

/** Those that were made from it, by name. */
export const listFollowing = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly Programme[]> =>
  tx
    .selectFrom('programmes')
    .select(['programmeId', 'name'])
    .where('organisationId', '=', organisationId)
    .where('followsProgrammeId', '=', programmeId)
    .orderBy('name')
    .execute()
