/** What withdrawing does to the content analysis: comments that go take their codings with them. */
import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'

export const deleteCodingsOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  respondent: string,
): Promise<void> => {
  await tx
    .deleteFrom('codings')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('commentId', 'in', (query) =>
      query
        .selectFrom('comments')
        .select('commentId')
        .where('organisationId', '=', organisationId)
        .where('programmeId', '=', programmeId)
        .where('respondent', '=', respondent),
    )
    .execute()
}
