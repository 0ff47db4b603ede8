/** What happens to what was said in private when it is closed for a draw. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { inStatements } from '../../platform/statements.ts'
import { listLimits, listVetoes, rewriteWillingness } from '../store.ts'

/**
 * Willingness, limits and vetoes are written anew, in the order of the pseudonyms: where a row stands, and which
 * transaction wrote it, no longer tells who said something when.
 */
export const rewritePrivateAnswers = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<void> => {
  const place = { organisationId, programmeId }
  const limits = [...(await listLimits(tx, place))].map(([mentor, most]) => ({ mentor, most }))
  const vetoes = await listVetoes(tx, place)
  for (const table of ['mentorLimits', 'menteeVetoes'] as const)
    await tx
      .deleteFrom(table)
      .where('organisationId', '=', organisationId)
      .where('programmeId', '=', programmeId)
      .execute()
  await inStatements(limits, place, (rows) => tx.insertInto('mentorLimits').values(rows).execute())
  await inStatements(vetoes, place, (rows) => tx.insertInto('menteeVetoes').values(rows).execute())
  await rewriteWillingness(tx, place)
}
