/** The waves of a programme, with when each opens. */
import { listPairs } from '../../allocation/store.ts'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Protocol } from '../../protocol/model.ts'
import { listStageWindows } from '../../questionnaires/windows/window-store.ts'
import { listSessions } from '../store.ts'
import { type Wave, wavesOf } from './rules.ts'

export const loadWaves = async (
  tx: Transaction,
  { protocol, ...place }: Place & { readonly protocol: Protocol },
): Promise<readonly Wave[]> => {
  const hasWaves = protocol.steps.some(
    (step) => step.kind === 'questionnaire' && step.followUpMonths !== undefined,
  )
  if (!hasWaves) return []
  const windows = await listStageWindows(tx, place)
  const pairs = await listPairs(tx, place)
  const sessions = await listSessions(tx, place)
  return wavesOf({ protocol, windows, pairs, sessions })
}
