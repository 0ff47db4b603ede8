/** How far pairs are with planning, in numbers: no names, no times, no places. */
import type { Plan } from './model.ts'

export type PlanCounts = {
  /** Sessions for which a time was accepted, those that were held or cancelled later among them. */
  readonly planned: number
  /** How often a planned session was moved. */
  readonly moved: number
  readonly cancelled: number
}

/** A proposal that nobody accepted was never planned, and so is not cancelled when its pair ends. */
export const countPlans = (plans: readonly Plan[]): PlanCounts => {
  const accepted = plans.filter(({ calendarUid }) => calendarUid !== null)
  return {
    planned: accepted.length,
    moved: accepted.reduce((sum, { timesMoved }) => sum + timesMoved, 0),
    cancelled: accepted.filter(({ state }) => state === 'cancelled').length,
  }
}
