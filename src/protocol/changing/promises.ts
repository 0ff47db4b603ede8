/** What a change of the protocol may not take back, whichever page it comes from. */
import { isDeepStrictEqual } from 'node:util'
import type { Protocol } from '../model.ts'
import type { ProgrammeWithProtocol } from '../store.ts'
import { firstTakenAway } from './asked-already.ts'
import type { ChangeProblem } from './change-problems.ts'

export type Change = {
  readonly programme: Pick<ProgrammeWithProtocol, 'state' | 'protocol'>
  /** What people said in private is closed for a draw, or pairs have been drawn. */
  readonly isDrawing: boolean
  /** The latest version under which somebody answered; null: nobody has. */
  readonly asked: Protocol | null
  readonly next: Protocol
}

/** A bar that is set after the result is known is set where it was cleared: the start is the last moment. */
export const areCriteriaFixed = ({ state }: Pick<ProgrammeWithProtocol, 'state'>): boolean =>
  state !== 'setting_up'

/** What a draw depends on; what follows when somebody leaves can still be settled. */
const drawRules = [
  'supervisor',
  'menteeVetoes',
  'menteesPerMentor',
  'mentorsPerMentee',
  'preferences',
] as const

/**
 * Nobody chooses the rules of a draw once its inputs are closed. A veto that people were offered is not taken back either,
 * whether somebody has used it or not: to refuse only where it was used would tell.
 */
const brokenRuleOfDraw = ({ programme, isDrawing, next }: Change): ChangeProblem | null => {
  const { rules } = programme.protocol
  if (isDrawing && drawRules.some((rule) => rules[rule] !== next.rules[rule]))
    return { kind: 'protocol.draw_begun' }
  const vetoes = rules.menteeVetoes ?? 0
  return programme.state !== 'setting_up' && (next.rules.menteeVetoes ?? 0) < vetoes
    ? { kind: 'protocol.vetoes_promised', vetoes }
    : null
}

export const brokenPromise = (change: Change): ChangeProblem | null => {
  const { programme, asked, next } = change
  const isOtherBar = !isDeepStrictEqual(programme.protocol.progression, next.progression)
  if (isOtherBar && areCriteriaFixed(programme)) return { kind: 'protocol.criteria_fixed' }
  const ofDraw = brokenRuleOfDraw(change)
  if (ofDraw !== null) return ofDraw
  if (asked === null) return null
  const floor = asked.rules.anonymityFloor
  if (next.rules.anonymityFloor < floor) return { kind: 'protocol.floor_promised', floor }
  const gone = firstTakenAway(asked, next)
  return gone === null ? null : { kind: 'protocol.asked_already', ...gone }
}
