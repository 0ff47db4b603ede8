/** What a draw would publish. The pairs in it are seen by nobody: they go into the leak meter, the mails and the rows. */
import { ok, type Result } from '../../lib/result.ts'
import type { Transaction } from '../../platform/database.ts'
import { findDrawnPairs, findPeople } from '../procedure/draw-store.ts'
import type { LoadedAllocation } from '../procedure/load-allocation.ts'
import type { AllocationDraw } from '../procedure/model.ts'
import type { PublishingProblem } from './publishing-problems.ts'
import { type Drawn, drawToPublish, everybodyIsThere } from './publishing-rules.ts'

export type ToPublish = { readonly draw: AllocationDraw; readonly drawn: Drawn }

export const loadToPublish = async (
  tx: Transaction,
  allocation: LoadedAllocation,
  number: number,
): Promise<Result<ToPublish, PublishingProblem>> => {
  const { programme } = allocation
  const draw = drawToPublish(allocation, number)
  if (!draw.ok) return draw
  const pairs = await findDrawnPairs(tx, programme, number)
  const people = await findPeople(tx, programme, number)
  const drawn = everybodyIsThere(allocation, pairs, people)
  return drawn.ok ? ok({ draw: draw.value, drawn: drawn.value }) : drawn
}
