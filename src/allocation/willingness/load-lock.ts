import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { listDraws } from '../procedure/draw-store.ts'
import { isReopened, type Lock, lockOf } from './lock.ts'
import { isDrawn } from './willing-store.ts'

export type LoadedLock = {
  /** Null: what was said in private can be changed. */
  readonly lock: Lock | null
  readonly isReopened: boolean
}

export const loadLock = async (tx: Transaction, programme: OpenProgramme): Promise<LoadedLock> => {
  const facts = {
    programme: programme.state,
    draws: await listDraws(tx, programme),
    hasPairs: await isDrawn(tx, programme),
  }
  return { lock: lockOf(facts), isReopened: isReopened(facts) }
}
