/** What withdrawing does to what the interview holds of a person. */
import { sql } from 'kysely'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

/** So that they no longer count among those who were in the room. */
export const deleteAttendances = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  participantId: string,
): Promise<void> => {
  await tx
    .deleteFrom('interviewAttendances')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .execute()
}

/** With these go ballots, tallies, sources, sign-offs and requests for changes. */
const tablesAboutMentees = [
  'document_versions',
  'document_points',
  'interview_notes',
  'interview_phone_points',
  'interview_cells',
  'interview_times',
] as const

/** Everything that was said or written about a mentee. */
export const deleteAllAbout = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  mentee: string,
): Promise<void> => {
  await tx
    .updateTable('interviews')
    .set({ currentMentee: null, currentDomain: null, currentSince: null })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('currentMentee', '=', mentee)
    .execute()
  for (const table of tablesAboutMentees) {
    await sql`
      delete from ${sql.table(table)}
      where organisation_id = ${organisationId} and programme_id = ${programmeId}
        and mentee = ${mentee}`.execute(tx)
  }
}
