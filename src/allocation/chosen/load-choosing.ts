/** What the lead needs to choose the pairs by hand. What anybody said in private is not loaded. */
import type { Result } from '../../lib/result.ts'
import { listSupervisions, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { findDrawnPairs } from '../procedure/draw-store.ts'
import { type LoadedAllocation, loadAllocation } from '../procedure/load-allocation.ts'
import type { DrawnPair } from '../procedure/model.ts'
import { listBarredPairs } from '../store.ts'
import type { Choosing } from './model.ts'
import { type ChoosingProblem, mayChoose } from './rules.ts'

export type LoadedChoosing = {
  readonly allocation: LoadedAllocation
  /** Or why nothing can be chosen. */
  readonly choosing: Result<Choosing, ChoosingProblem>
  /** Chosen before, and not yet published. */
  readonly chosen: readonly DrawnPair[]
}

/** Null: the organisation has no such programme. */
export const loadChoosing = async (
  tx: Transaction,
  asked: Place & { readonly masterKey: Key },
): Promise<LoadedChoosing | null> => {
  const allocation = await loadAllocation(tx, asked)
  if (allocation === null) return null
  const { programme, current } = allocation
  const known = {
    supervisions: await listSupervisions(tx, asked),
    excluded: await listBarredPairs(tx, asked),
  }
  const isWaiting = current?.mode === 'chosen' && current.state === 'drawn'
  const chosen = isWaiting ? await findDrawnPairs(tx, programme, current.number) : null
  return { allocation, choosing: mayChoose(allocation, known), chosen: chosen ?? [] }
}
