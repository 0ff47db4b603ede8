/** How far the allocation is, step by step, and whose turn it is. */
import type { BeforeDraw } from './load-view.ts'
import type { AllocationDraw } from './model.ts'

export const drawSteps = ['willingness', 'values', 'commitment', 'draw', 'look', 'publish'] as const
export type DrawStep = (typeof drawSteps)[number]

/** `done`: all steps are. */
export type NextStep = Exclude<DrawStep, 'commitment' | 'look'> | 'done'

type Standing = {
  readonly current: Pick<AllocationDraw, 'state'> | null
  readonly before: Pick<BeforeDraw, 'hasLeft' | 'shortage'> | null
}

/** Which step waits for somebody. Where the draw cannot be made as it is, it is the first one again. */
export const nextStep = ({ current, before }: Standing): NextStep => {
  if (before !== null && (before.hasLeft || before.shortage !== null)) return 'willingness'
  switch (current?.state) {
    case 'locked':
      return 'values'
    case 'committed':
      return 'draw'
    case 'drawn':
      return 'publish'
    case 'published':
      return 'done'
    default:
      return 'willingness'
  }
}

export type StepStatus = 'done' | 'now' | 'later'

/** Looking goes with publishing, the commitment with the second value. */
export const statusOf = (step: DrawStep, next: NextStep): StepStatus => {
  if (next === 'done') return 'done'
  const [place, at] = [drawSteps.indexOf(step), drawSteps.indexOf(next)]
  if (place === at || (step === 'look' && next === 'publish')) return 'now'
  return place < at ? 'done' : 'later'
}
