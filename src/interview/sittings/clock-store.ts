/** What every screen shows, how long each mentee was spoken about, and what the group has spoken about. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Cell, Spent } from './clock-rules.ts'
import type { Clock } from './model.ts'

export type StoredClock = Clock & { readonly state: 'open' | 'ended' }

/** Held for this transaction alone until it ends. Null: the interview has not begun. */
export const lockClock = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<StoredClock | null> => {
  const row = await tx
    .selectFrom('interviews')
    .select(['state', 'currentMentee', 'currentDomain', 'currentSince'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return null
  const { state, currentMentee: mentee, currentDomain: domain, currentSince: since } = row
  return { state: state === 'open' ? 'open' : 'ended', mentee, domain, since }
}

export const putClock = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { mentee, domain, since }: Clock,
): Promise<void> => {
  await tx
    .updateTable('interviews')
    .set({ currentMentee: mentee, currentDomain: domain, currentSince: since })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
}

export const addTime = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { mentee, seconds }: Spent,
): Promise<void> => {
  await tx
    .insertInto('interviewTimes')
    .values({ organisationId, programmeId, mentee, seconds })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'programmeId', 'mentee']).doUpdateSet((query) => ({
        seconds: query('interviewTimes.seconds', '+', query.ref('excluded.seconds')),
      })),
    )
    .execute()
}

/** Whole seconds by pseudonym, without those since the clock was last started. */
export const listTimes = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('interviewTimes')
    .select(['mentee', 'seconds'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  return new Map(rows.map(({ mentee, seconds }) => [mentee, seconds]))
}

/** Those that the group has spoken about. */
export const listCells = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly Cell[]> =>
  tx
    .selectFrom('interviewCells')
    .select(['mentee', 'domain'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()

export const putCell = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  cell: Cell,
): Promise<void> => {
  await tx
    .insertInto('interviewCells')
    .values({ organisationId, programmeId, ...cell })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const deleteCell = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { mentee, domain }: Cell,
): Promise<void> => {
  await tx
    .deleteFrom('interviewCells')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentee', '=', mentee)
    .where('domain', '=', domain)
    .execute()
}
