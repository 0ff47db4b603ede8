/** From when on what people said in private before the draw is final, and how they are told so. */
import type { ProgrammeState } from '../../protocol/store.ts'
import type { AllocationDraw, DrawState } from '../procedure/model.ts'

/** `chosen`: by the coordinator, without a draw. `over`: the programme is closed, or its pairs came with a study. */
export type Lock = 'being_drawn' | 'drawn' | 'published' | 'chosen' | 'over'

type LockFacts = {
  readonly programme: ProgrammeState
  /** The first draw first. */
  readonly draws: readonly Pick<AllocationDraw, 'state' | 'mode'>[]
  readonly hasPairs: boolean
}

/**
 * Null: it can be changed. Once pairs have been told it stays at that: a draw after somebody has left is no news for
 * whoever did not leave.
 */
export const lockOf = ({ programme, draws, hasPairs }: LockFacts): Lock | null => {
  const newest = (...states: readonly DrawState[]) =>
    draws.findLast(({ state }) => states.includes(state))
  const [published, underWay] = [newest('published'), newest('locked', 'committed')]
  const deciding = published ?? underWay ?? newest('drawn')
  if (deciding?.mode === 'chosen') return 'chosen'
  if (published !== undefined) return 'published'
  if (programme === 'closed' || hasPairs) return 'over'
  if (underWay !== undefined) return 'being_drawn'
  return deciding === undefined ? null : 'drawn'
}

export const lockWords: Readonly<Record<Lock, string>> = {
  being_drawn:
    'The choices are closed and the draw is being made. What you said is final. Only the draw uses it.',
  drawn:
    'The draw has been made. What you said is final. Everybody is told their own partner at the same time, and nobody sees the pairs before.',
  published: 'The draw is over, and each pair has been told. What you said is final.',
  chosen:
    'In this programme the lead chooses the pairs, and no draw is made. What you said is final, and nobody looks at it.',
  over: 'The draw is over. What you said is final and can no longer be changed.',
}

/** What was closed for a draw is open again: the draw was not made. */
export const isReopened = ({ draws, ...facts }: LockFacts): boolean =>
  lockOf({ draws, ...facts }) === null && draws.some(({ state }) => state === 'reopened')
