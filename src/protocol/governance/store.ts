import type { Transaction } from '../../platform/database.ts'
import { type Governance, governanceSchema } from './model.ts'

type Place = { readonly organisationId: string; readonly programmeId: string }

/** Where nothing was recorded yet: every field empty, the usual retention periods. */
export const findGovernance = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<Governance> => {
  const row = await tx
    .selectFrom('governance')
    .select('details')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  return governanceSchema.parse(row?.details ?? {})
}

export const putGovernance = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  governance: Governance,
): Promise<void> => {
  const details = JSON.stringify(governance)
  await tx
    .insertInto('governance')
    .values({ organisationId, programmeId, details })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'programmeId']).doUpdateSet({ details }),
    )
    .execute()
}
