/** Where each pair is, how many there are where, and when the lead may remind those who have something to do. */
import type { StoredPair } from '../../allocation/store.ts'
import { dayOf, daysAfter } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Agreement } from '../agreement/model.ts'
import { countAgreed } from '../agreement/rules.ts'
import type { Plan } from '../planning/model.ts'
import { countPlans } from '../planning/plan-counts.ts'
import type { StoredSession } from '../store.ts'
import type { Nudge, NudgePoint, PairPoint, PairProgress } from './model.ts'

export type PairsFacts = {
  readonly pairs: readonly StoredPair[]
  readonly agreements: readonly Agreement[]
  /** Of the ground rules of now. */
  readonly rulesSha256: string
  readonly plans: readonly Plan[]
  readonly sessions: readonly StoredSession[]
  readonly sessionsPerPair: number
  readonly now: Date
}

/** By the number in the label: P2 before P10. */
export const pairsProgress = (facts: PairsFacts): readonly PairProgress[] =>
  facts.pairs
    .map((pair) => progressOf(pair, facts))
    .toSorted((one, other) => byNumber.compare(one.label, other.label))

const byNumber = new Intl.Collator('en-GB', { numeric: true })

const progressOf = (pair: StoredPair, facts: PairsFacts): PairProgress => {
  const { pairId, label } = pair
  const held = facts.sessions.filter((session) => session.pairId === pairId).length
  const known = {
    ...{ pairId, label, held },
    agreement: agreementOf(pair, facts),
    planning: planningOf(pair, facts),
  }
  return { ...known, point: pair.hasEnded ? 'ended' : pointOf(known, facts.sessionsPerPair) }
}

const agreementOf = (
  pair: StoredPair,
  { agreements, rulesSha256 }: PairsFacts,
): PairProgress['agreement'] => {
  if (pair.drawNumber === null) return 'not_asked'
  const { agreed } = countAgreed([{ ...pair, hasEnded: false }], agreements, rulesSha256)
  return agreed === 1 ? 'both' : 'not_yet'
}

const planningOf = (
  { pairId }: StoredPair,
  { plans, now }: PairsFacts,
): PairProgress['planning'] => {
  const own = plans.filter((plan) => plan.pairId === pairId)
  const planned = own.find(({ state }) => state === 'planned')
  if (planned !== undefined) return isOver(planned, now) ? 'passed' : 'planned'
  return own.some(({ state }) => state === 'proposed') ? 'proposed' : 'none'
}

/** From the next day on: whoever looks again and again would otherwise learn to the minute when a pair meets. */
const isOver = ({ startsAt, minutes }: Plan, now: Date): boolean =>
  startsAt !== null && dayOf(new Date(startsAt.getTime() + minutes * 60_000)) < dayOf(now)

type Known = Omit<PairProgress, 'point'>

/** What comes first for a pair that goes on. A session whose time has passed is to be recorded, whatever else is missing. */
const pointOf = ({ held, planning, agreement }: Known, sessionsPerPair: number): PairPoint => {
  if (held >= sessionsPerPair) return 'done'
  if (planning === 'passed') return 'record'
  if (agreement === 'not_yet') return 'agree'
  return planning === 'planned' ? 'meet' : 'plan'
}

export type ProgressCounts = {
  /** Of now; those that have ended apart. */
  readonly pairs: number
  readonly ended: number
  readonly agreed: number
  readonly planned: number
  /** Pairs that have held all their sessions. */
  readonly done: number
  /** Of all pairs, as often as it happened. */
  readonly sessions: number
  readonly moved: number
  readonly cancelled: number
}

export const countProgress = (
  progress: readonly PairProgress[],
  { plans, sessions }: Pick<PairsFacts, 'plans' | 'sessions'>,
): ProgressCounts => {
  const current = progress.filter(({ point }) => point !== 'ended')
  const { moved, cancelled } = countPlans(plans)
  const count = (is: (pair: PairProgress) => boolean) => current.filter(is).length
  return {
    pairs: current.length,
    ended: progress.length - current.length,
    agreed: count(({ agreement }) => agreement === 'both'),
    planned: count(({ planning }) => planning === 'planned'),
    done: count(({ point }) => point === 'done'),
    sessions: sessions.length,
    moved,
    cancelled,
  }
}

/** Nobody is written to about the same more often. */
export const daysBetweenNudges = 3

/** @returns the first day on which all pairs at this point may be reminded again; null: now */
export const nextNudge = (
  nudges: readonly Nudge[],
  { point, today }: { readonly point: NudgePoint; readonly today: string },
): string | null => {
  const last = nudges
    .filter((nudge) => nudge.point === point)
    .map(({ day }) => day)
    .toSorted()
    .at(-1)
  if (last === undefined) return null
  const next = daysAfter(last, daysBetweenNudges)
  return next <= today ? null : next
}

export type NudgeProblem =
  | { readonly kind: 'programme.unknown' | 'nudge.programme_not_open' | 'nudge.nobody_is_there' }
  | { readonly kind: 'nudge.too_soon'; readonly next: string }

type Nudging = {
  readonly state: 'setting_up' | 'open' | 'closed'
  readonly progress: readonly PairProgress[]
  readonly nudges: readonly Nudge[]
  readonly today: string
}

/** @returns the pairs that are written to: all that are at the point, never some of them */
export const pairsToNudge = (
  { state, progress, nudges, today }: Nudging,
  point: NudgePoint,
): Result<readonly PairProgress[], NudgeProblem> => {
  if (state !== 'open') return fail({ kind: 'nudge.programme_not_open' })
  const there = progress.filter((pair) => pair.point === point)
  if (there.length === 0) return fail({ kind: 'nudge.nobody_is_there' })
  const next = nextNudge(nudges, { point, today })
  return next === null ? ok(there) : fail({ kind: 'nudge.too_soon', next })
}
