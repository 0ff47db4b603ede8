/** Somebody leaves: their pairs end. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { listPairs, type StoredPair } from '../store.ts'
import { endPairs } from './departure-store.ts'

/** @returns the pairs that have ended by it, as they were */
export const endPairsOf = async (
  tx: Transaction,
  place: Place,
  participantId: string,
): Promise<readonly StoredPair[]> => {
  const ended = (await listPairs(tx, place)).filter(
    ({ hasEnded, mentorId, menteeId }) => !hasEnded && [mentorId, menteeId].includes(participantId),
  )
  const pairIds = ended.map(({ pairId }) => pairId)
  await endPairs(tx, place, pairIds)
  return ended
}
