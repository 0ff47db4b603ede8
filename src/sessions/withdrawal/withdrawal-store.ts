/** What withdrawing does to what the sessions hold of a person. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { figures, rewriteFigures } from '../figure-store.ts'

/** So that it is not known any more whether they have opened their document. */
export const deleteDocumentOpening = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  menteeId: string,
): Promise<void> => {
  await tx
    .deleteFrom('documentOpenings')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', menteeId)
    .execute()
}

/** Where the pairs were to meet; that they planned to, and when, stays. */
export const forgetPlaces = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  participantId: string,
): Promise<void> => {
  await tx
    .updateTable('sessionPlans')
    .set({ sealedPlace: null })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('pairId', 'in', (query) =>
      query
        .selectFrom('pairs')
        .select('pairId')
        .where('organisationId', '=', organisationId)
        .where('programmeId', '=', programmeId)
        .where((is) =>
          is.or([is('mentorId', '=', participantId), is('menteeId', '=', participantId)]),
        ),
    )
    .execute()
}

export const deleteSessionFigures = async (
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

/** Written anew with all others, in the order of the pseudonyms, they do not stand out. */
export const moveSessionFigures = async (
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
    await rewriteFigures(tx, { organisationId, programmeId }, table)
  }
}
