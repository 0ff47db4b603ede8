/** What a pair plans: up to five times are proposed, one is accepted, and it may be moved or cancelled. */
import type { RoleId } from '../../protocol/model.ts'
import type { SessionMode } from '../store.ts'

export const planStates = ['proposed', 'planned', 'cancelled', 'held'] as const
export type PlanState = (typeof planStates)[number]

export const mostProposals = 5

/** How and where somebody would like to meet. `place`: a room, or the address of an online meeting. */
export type Meeting = {
  readonly minutes: number
  readonly mode: SessionMode
  readonly place: string | null
}

export type Plan = Meeting & {
  readonly planId: string
  readonly pairId: string
  readonly state: PlanState
  /** The other of the pair accepts. */
  readonly proposedBy: RoleId
  /** The first first; none once a time is accepted. */
  readonly proposals: readonly Date[]
  /** Null: no time has been accepted. */
  readonly startsAt: Date | null
  /** What calendars know it by: a UUID; null: no time has been accepted. */
  readonly calendarUid: string | null
  readonly calendarSequence: number
  readonly timesMoved: number
}
