/**
 * Whether the answers to a stage can still change. Only what cannot is shown: whoever looks before and after one more
 * answer would learn what it was.
 */
import type { Protocol } from '../../protocol/model.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { KeptWindow } from '../../questionnaires/model.ts'
import { windowOf } from '../../questionnaires/windows/opening-rules.ts'
import { stageAccess } from '../../questionnaires/windows/window-rules.ts'

/** `late`: closed, and answers are still taken. `opened_again`: it had closed, and more came afterwards. */
export type StageStanding = 'to_come' | 'open' | 'late' | 'opened_again' | 'final'

/**
 * `taken_out`: somebody of the group has left since, and what they gave is gone. `floor_raised`: the k of now is larger
 * than the one under which it was answered.
 */
export type GroupStanding = StageStanding | 'taken_out' | 'floor_raised'

type Facts = {
  readonly programme: { readonly protocol: Protocol; readonly state: ProgrammeState }
  readonly windows: readonly KeptWindow[]
  readonly stage: number
}

export const standingOfStage = ({ programme, windows, stage }: Facts): StageStanding => {
  const { protocol, state } = programme
  const isFinal = windowOf(windows, stage).earlierVersions.length === 0
  if (state === 'closed') return isFinal ? 'final' : 'opened_again'
  const access = stageAccess({ protocol, windows, stage })
  switch (access) {
    case 'not_open':
      return 'to_come'
    case 'closed':
      return isFinal ? 'final' : 'opened_again'
    case 'open':
    case 'late':
      return access
  }
}
