/** Ballots: that a note was seen by one more person, under a hash that only the key of the ballots can make. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'

export type Ballot = { readonly noteId: string; readonly ballotKey: Buffer }

export const findWrappedBallotKey = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<Buffer | null> => {
  const row = await tx
    .selectFrom('interviews')
    .select('wrappedBallotKey')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  return row?.wrappedBallotKey ?? null
}

/** Whoever was in the room at any sitting, also those who have left since. */
export const listPresent = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('interviewAttendances')
    .select('participantId')
    .distinct()
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  return rows.map(({ participantId }) => participantId)
}

/** Of these notes; null: of all. */
export const listBallots = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  noteIds: readonly string[] | null = null,
): Promise<readonly Ballot[]> => {
  if (noteIds?.length === 0) return []
  const all = tx
    .selectFrom('interviewBallots')
    .select(['noteId', 'ballotKey'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
  return (noteIds === null ? all : all.where('noteId', 'in', noteIds)).execute()
}

/** In the order of their hashes; one that is there stays as it is. */
export const insertBallots = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  ballots: readonly Ballot[],
): Promise<void> => {
  if (ballots.length === 0) return
  await tx
    .insertInto('interviewBallots')
    .values(
      ballots
        .toSorted((a, b) => Buffer.compare(a.ballotKey, b.ballotKey))
        .map((ballot) => ({ organisationId, programmeId, ...ballot })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const deleteBallots = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  ballotKeys: readonly Buffer[],
): Promise<void> => {
  if (ballotKeys.length === 0) return
  await tx
    .deleteFrom('interviewBallots')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('ballotKey', 'in', ballotKeys)
    .execute()
}

/** Puts numbers in the place of the ballots, and destroys their key. */
export const replaceBallots = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  counts: ReadonlyMap<string, number>,
): Promise<void> => {
  const tallies = [...counts]
    .map(([noteId, supporters]) => ({ organisationId, programmeId, noteId, supporters }))
    .toSorted((a, b) => (a.noteId < b.noteId ? -1 : 1))
  if (tallies.length > 0) await tx.insertInto('interviewTallies').values(tallies).execute()
  await tx
    .deleteFrom('interviewBallots')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  await tx
    .updateTable('interviews')
    .set({ wrappedBallotKey: null })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
}

export const listTallies = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly { readonly noteId: string; readonly supporters: number }[]> =>
  tx
    .selectFrom('interviewTallies')
    .select(['noteId', 'supporters'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
