/** What withdrawing does to what a person answered. */
import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'

const figures = ['scores', 'answers'] as const

export const deleteFigures = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  respondent: string,
): Promise<void> => {
  for (const table of figures) {
    await tx
      .deleteFrom(table)
      .where('organisationId', '=', organisationId)
      .where('programmeId', '=', programmeId)
      .where('respondent', '=', respondent)
      .execute()
  }
}

export const deleteComments = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  respondent: string,
): Promise<void> => {
  await tx
    .deleteFrom('comments')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('respondent', '=', respondent)
    .execute()
}

/** All stages together: how one person's figures changed can still be seen, whose they are cannot. */
export const moveFigures = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> => {
  for (const table of figures) {
    await tx
      .updateTable(table)
      .set({ respondent: to })
      .where('organisationId', '=', organisationId)
      .where('programmeId', '=', programmeId)
      .where('respondent', '=', from)
      .execute()
  }
}

/** Nothing opens any more for whoever has left. */
export const deleteWaitsOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  participantId: string,
): Promise<void> => {
  await tx
    .deleteFrom('stageWaits')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .execute()
}
