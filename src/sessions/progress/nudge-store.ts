/** When the pairs at a point were reminded: kept among the reminders, for each person who was. */
import { insertReminders } from '../../people/reminders/reminder-store.ts'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Nudge, nudgePoints } from './model.ts'

const aboutNudge = ({ point, day }: Nudge): string => `session nudge ${point} ${day}`

export const listNudges = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly Nudge[]> => {
  const rows = await tx
    .selectFrom('reminders')
    .select('about')
    .distinct()
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('about', 'like', 'session nudge %')
    .execute()
  return rows.flatMap(({ about }) => {
    const day = about.slice(-'2026-11-22'.length)
    return nudgePoints
      .map((point) => ({ point, day }))
      .filter((nudge) => aboutNudge(nudge) === about)
  })
}

export const insertNudge = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { participantIds, ...nudge }: Nudge & { readonly participantIds: readonly string[] },
): Promise<void> =>
  insertReminders(
    tx,
    { organisationId, programmeId, about: aboutNudge(nudge) },
    participantIds.map((participantId) => ({ participantId, number: 1 })),
  )
