/** What a change of the protocol may not take back, whichever page it comes from. */
import { isDeepStrictEqual } from 'node:util'
import type { Protocol } from '../model.ts'
import type { ProgrammeWithProtocol } from '../store.ts'
import { firstTakenAway } from './asked-already.ts'
import type { ChangeProblem } from './change-problems.ts'

export type Change = {
  readonly programme: Pick<ProgrammeWithProtocol, 'state' | 'protocol'>
  /** The latest version under which somebody answered; null: nobody has. */
  readonly asked: Protocol | null
  readonly next: Protocol
}

/** A bar that is set after the result is known is set where it was cleared: the start is the last moment. */
export const areCriteriaFixed = ({ state }: Pick<ProgrammeWithProtocol, 'state'>): boolean =>
  state !== 'setting_up'

export const brokenPromise = ({ programme, asked, next }: Change): ChangeProblem | null => {
  const isOtherBar = !isDeepStrictEqual(programme.protocol.progression, next.progression)
  if (isOtherBar && areCriteriaFixed(programme)) return { kind: 'protocol.criteria_fixed' }
  if (asked === null) return null
  const floor = asked.rules.anonymityFloor
  if (next.rules.anonymityFloor < floor) return { kind: 'protocol.floor_promised', floor }
  const gone = firstTakenAway(asked, next)
  return gone === null ? null : { kind: 'protocol.asked_already', ...gone }
}
