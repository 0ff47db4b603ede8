/** What people of a pair agreed to before they meet. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Agreement } from './model.ts'

export const listAgreements = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly Agreement[]> => {
  const rows = await tx
    .selectFrom('sessionAgreements')
    .select(['pairId', 'participantId', 'rulesSha256', 'agreedOn'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  return rows.map((row) => ({ ...row, rulesSha256: row.rulesSha256.toString('hex') }))
}

/** In place of what the person agreed to before for this pair. */
export const putAgreement = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { pairId, participantId, agreedOn, ...agreement }: Agreement,
): Promise<void> => {
  const rulesSha256 = Buffer.from(agreement.rulesSha256, 'hex')
  await tx
    .insertInto('sessionAgreements')
    .values({ organisationId, programmeId, pairId, participantId, rulesSha256, agreedOn })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'programmeId', 'pairId', 'participantId'])
        .doUpdateSet({ rulesSha256, agreedOn }),
    )
    .execute()
}

export const deleteAgreementsOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  participantId: string,
): Promise<void> => {
  await tx
    .deleteFrom('sessionAgreements')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .execute()
}
