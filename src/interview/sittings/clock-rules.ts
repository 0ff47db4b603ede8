/** How long the group speaks about each mentee: the clock as it stands, what happens, the clock afterwards. */
import type { Clock } from './model.ts'

/** What is to be added to the time of the mentee who was spoken about until now; null: nothing. */
export type Spent = { readonly mentee: string; readonly seconds: number }

export type Ticked = { readonly clock: Clock; readonly spent: Spent | null }

export const stoppedClock: Clock = { mentee: null, domain: null, since: null }

/** Whole seconds. Servers whose clocks differ do not make time run backwards. */
export const secondsSince = (since: Date | null, now: Date): number =>
  since === null ? 0 : Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000))

const spentUntil = ({ mentee, since }: Clock, now: Date): Spent | null => {
  const seconds = secondsSince(since, now)
  return mentee === null || seconds === 0 ? null : { mentee, seconds }
}

export type Cell = { readonly mentee: string; readonly domain: string }

/**
 * The first move of a sitting starts the clock. Within a mentee it runs on, and a break goes on being one. Outside a
 * sitting the screens show the cell, and no time passes.
 */
export const movedClock = (
  clock: Clock,
  to: Cell,
  { now, isSitting }: { readonly now: Date; readonly isSitting: boolean },
): Ticked => {
  if (!isSitting) return { clock: { ...to, since: null }, spent: null }
  if (clock.mentee === to.mentee) return { clock: { ...to, since: clock.since }, spent: null }
  const isBreak = isOnBreak(clock)
  return { clock: { ...to, since: isBreak ? null : now }, spent: spentUntil(clock, now) }
}

/** Somebody is spoken about, and time stands still. */
export const isOnBreak = ({ mentee, since }: Clock): boolean => mentee !== null && since === null

/** In a break it changes nothing. */
export const pausedClock = (clock: Clock, now: Date): Ticked => ({
  clock: { ...clock, since: null },
  spent: spentUntil(clock, now),
})

/** While the clock runs it changes nothing; nor before the first mentee, for whom a move starts it. */
export const resumedClock = (clock: Clock, now: Date): Ticked => ({
  clock: isOnBreak(clock) ? { ...clock, since: now } : clock,
  spent: null,
})

/** The end of a sitting: nobody is spoken about. */
export const endedClock = (clock: Clock, now: Date): Ticked => ({
  clock: stoppedClock,
  spent: spentUntil(clock, now),
})
