/** When each wave of follow-up opens: some months after the last session, by itself. Days are YYYY-MM-DD, in London. */
import type { StoredPair } from '../../allocation/store.ts'
import { daysAfter, monthsAfter } from '../../lib/dates.ts'
import { followUpDays } from '../../protocol/content/follow-ups.ts'
import type { Protocol } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import type { StageWindow } from '../../questionnaires/model.ts'
import { sessionStagesOf } from '../../questionnaires/windows/session-stages.ts'
import type { StoredSession } from '../store.ts'

export type Opening =
  /** It is open, or has been. */
  | { readonly kind: 'opened' }
  /** The lead gave the day. */
  | { readonly kind: 'planned'; readonly on: string }
  /** `on`: as it looks now; null: no session is recorded yet. It waits, even after that day, while something is to come first. */
  | {
      readonly kind: 'by_itself'
      readonly on: string | null
      readonly waitsFor: 'sessions' | 'earlier_wave' | null
    }

export type Wave = {
  readonly stage: number
  readonly title: string
  readonly months: number
  /** Null: the lead gave no last day. */
  readonly closesOn: string | null
  readonly opening: Opening
}

export type FollowUpFacts = {
  readonly protocol: Protocol
  readonly windows: readonly Pick<StageWindow, 'stage' | 'state' | 'opensOn' | 'closesOn'>[]
  readonly pairs: readonly Pick<StoredPair, 'pairId' | 'hasEnded'>[]
  readonly sessions: readonly Pick<StoredSession, 'pairId' | 'heldOn'>[]
}

/** Every pair of now has met as often as it should, or nobody is asked about sessions any more. */
const isMeetingOver = ({ protocol, windows, pairs, sessions }: FollowUpFacts): boolean => {
  const stageAfter = sessionStagesOf(protocol).at(-1)?.stage
  if (windows.some(({ stage, state }) => stage === stageAfter && state === 'closed')) return true
  const timesMet = (pairId: string) => sessions.filter((one) => one.pairId === pairId).length
  return pairs.every(
    ({ pairId, hasEnded }) => hasEnded || timesMet(pairId) >= protocol.rules.sessionsPerPair,
  )
}

const lastSession = (sessions: FollowUpFacts['sessions']): string | null =>
  sessions
    .flatMap(({ heldOn }) => (heldOn === null ? [] : [heldOn]))
    .toSorted()
    .at(-1) ?? null

/** One wave at a time: a later one waits until the one before it has closed, so that nobody is asked twice at once. */
export const wavesOf = (facts: FollowUpFacts): readonly Wave[] => {
  const met = lastSession(facts.sessions)
  const isOver = isMeetingOver(facts)
  const windowOf = (asked: number) => facts.windows.find(({ stage }) => stage === asked)
  const steps = questionnairesOf(facts.protocol).filter((step) => step.followUpMonths !== undefined)
  return steps.map(({ stage, title, followUpMonths: months = 0 }, place) => {
    const window = windowOf(stage)
    const earlier = steps[place - 1]
    const isNext = earlier === undefined || windowOf(earlier.stage)?.state === 'closed'
    const byItself = {
      kind: 'by_itself',
      on: met === null ? null : monthsAfter(met, months),
      waitsFor: waitsFor(isOver, isNext),
    } as const
    const opening = givenOpening(window) ?? byItself
    return { stage, title, months, closesOn: window?.closesOn ?? null, opening }
  })
}

const waitsFor = (isOver: boolean, isNext: boolean) => {
  if (!isOver) return 'sessions'
  return isNext ? null : 'earlier_wave'
}

const givenOpening = (window: FollowUpFacts['windows'][number] | undefined): Opening | null => {
  if (window === undefined) return null
  if (window.state !== 'not_open') return { kind: 'opened' }
  return window.opensOn === null ? null : { kind: 'planned', on: window.opensOn }
}

export type DueWave = { readonly stage: number; readonly closesOn: string }

/** The wave that opens today by itself, and its last day; a last day that the lead gave stays. Null: none. */
export const dueWave = (waves: readonly Wave[], today: string): DueWave | null => {
  const due = waves.find(
    ({ opening }) =>
      opening.kind === 'by_itself' &&
      opening.waitsFor === null &&
      opening.on !== null &&
      opening.on <= today,
  )
  if (due === undefined) return null
  const { stage, closesOn } = due
  const isStillToCome = closesOn !== null && closesOn >= today
  return { stage, closesOn: isStillToCome ? closesOn : daysAfter(today, followUpDays) }
}
