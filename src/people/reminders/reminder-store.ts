/** Which reminders have gone. */
import type { Transaction } from '../../platform/database.ts'
import { mailProblems } from '../../platform/mail.ts'
import { inStatements } from '../../platform/statements.ts'
import { nudgePurpose } from '../delivery-log/model.ts'
import type { Place } from '../store.ts'

export type SentReminder = { readonly participantId: string; readonly number: number }

/** Participant → the numbers of the reminders about this that they have had. */
export type SentReminders = ReadonlyMap<string, ReadonlySet<number>>

export const listReminders = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  about: string,
): Promise<SentReminders> => {
  const rows = await tx
    .selectFrom('reminders')
    .select(['participantId', 'number'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('about', '=', about)
    .execute()
  const byPerson = Map.groupBy(rows, ({ participantId }) => participantId)
  return new Map(
    [...byPerson].map(([participantId, some]) => [
      participantId,
      new Set(some.map(({ number }) => number)),
    ]),
  )
}

export const insertReminders = (
  tx: Transaction,
  { about, ...place }: Place & { readonly about: string },
  reminders: readonly SentReminder[],
): Promise<void> =>
  inStatements(reminders, { ...place, about }, (rows) =>
    tx.insertInto('reminders').values(rows).execute(),
  )

/** Takes back what only reminds, and still waits, of everybody in a programme that is over. */
export const cancelReminders = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<void> => {
  await tx
    .updateTable('mails')
    .set({ state: 'failed', lastProblem: mailProblems.cancelled })
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'waiting')
    .where((is) => is.or([is('purpose', 'like', '%\\_reminder'), is('purpose', '=', nudgePurpose)]))
    .where('about', 'in', (people) =>
      people
        .selectFrom('participants')
        .select('participantId')
        .where('organisationId', '=', organisationId)
        .where('programmeId', '=', programmeId),
    )
    .execute()
}
