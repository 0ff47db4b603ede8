/** May a stage be answered now? */
import type { Protocol } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import type { StageWindow } from '../model.ts'

export type StageAccess = 'not_open' | 'open' | 'late' | 'closed'

type Asked = {
  readonly protocol: Protocol
  /** Those of the programme; a stage that is not among them has not been opened. */
  readonly windows: readonly Pick<StageWindow, 'stage' | 'state'>[]
  readonly stage: number
}

/**
 * Late: the stage has closed, and the protocol takes answers until its next questionnaire opens. After the last
 * questionnaire none opens, so answers are late until the programme itself closes.
 */
export const stageAccess = ({ protocol, windows, stage }: Asked): StageAccess => {
  const stateOf = (asked: number) =>
    windows.find((window) => window.stage === asked)?.state ?? 'not_open'
  if (stateOf(stage) !== 'closed') return stateOf(stage)
  if (protocol.rules.lateAnswers !== 'until_next_stage') return 'closed'
  const next = questionnairesOf(protocol).find((questionnaire) => questionnaire.stage > stage)
  return next === undefined || stateOf(next.stage) === 'not_open' ? 'late' : 'closed'
}
