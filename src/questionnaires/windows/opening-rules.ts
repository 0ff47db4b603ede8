/** When a stage may be opened, closed or given dates, by hand or by date, and what its window is afterwards. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Protocol } from '../../protocol/model.ts'
import { findQuestionnaire, questionnairesOf } from '../../protocol/rules.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { KeptWindow, StageWindow } from '../model.ts'

export type WindowProblem = {
  readonly kind:
    | 'programme.unknown'
    | 'programme.not_open'
    | 'programme.closed'
    | 'stage.unknown'
    | 'stage.open_already'
    | 'stage.closed_already'
    | 'stage.not_open'
    | 'stage.not_due'
    | 'stage.opens_in_the_past'
    | 'stage.closes_in_the_past'
    | 'stage.closes_before_it_opens'
}

/** Days are YYYY-MM-DD, so that they compare as texts. */
export type Dates = Pick<StageWindow, 'opensOn' | 'closesOn'>

/** By hand; by date only if the date has come; by the session of a pair, for that pair. */
export type By = 'hand' | 'date' | 'session'

/** What decides about a window: the programme, the window as it is, the day. */
export type WindowFacts = {
  readonly programme: {
    readonly state: ProgrammeState
    readonly version: number
    readonly protocol: Protocol
  }
  readonly window: KeptWindow
  /** It is open, and not for everybody: some wait for their session. */
  readonly isWaitedFor: boolean
  readonly today: string
}

export const neverOpened = (stage: number): KeptWindow => ({
  stage,
  state: 'not_open',
  opensOn: null,
  closesOn: null,
  protocolVersion: null,
  earlierVersions: [],
})

export const windowOf = (windows: readonly KeptWindow[], stage: number): KeptWindow =>
  windows.find((window) => window.stage === stage) ?? neverOpened(stage)

/** The last day on which a stage can be answered is the day it closes on; it closes when that day is over. */
export const dueMove = (window: StageWindow, today: string): 'open' | 'close' | null => {
  const { state, opensOn, closesOn } = window
  const isOver = closesOn !== null && closesOn < today
  if (state === 'open') return isOver ? 'close' : null
  return state === 'not_open' && opensOn !== null && opensOn <= today && !isOver ? 'open' : null
}

/** It is stamped with the version in force. A date of closing that has passed would close it again at once. */
export const opened = (facts: WindowFacts, by: By): Result<KeptWindow, WindowProblem> => {
  const { programme, window, isWaitedFor, today } = facts
  const { stage, closesOn } = window
  if (programme.state === 'setting_up') return fail({ kind: 'programme.not_open' })
  if (programme.state === 'closed') return fail({ kind: 'programme.closed' })
  if (findQuestionnaire(programme.protocol, stage) === undefined)
    return fail({ kind: 'stage.unknown' })
  // For those who wait, nothing changes but that they can answer.
  if (window.state === 'open' && isWaitedFor && by === 'hand') return ok(window)
  if (window.state === 'open') return fail({ kind: 'stage.open_already' })
  if (by === 'date' && dueMove(window, today) !== 'open') return fail({ kind: 'stage.not_due' })
  return ok({
    stage,
    state: 'open',
    opensOn: today,
    closesOn: closesOn !== null && closesOn < today ? null : closesOn,
    protocolVersion: programme.version,
    earlierVersions: versionsOf(window),
  })
}

/** The versions under which a stage was open, the first first: once for each time. */
export const versionsOf = ({ earlierVersions, protocolVersion }: KeptWindow): readonly number[] =>
  protocolVersion === null ? earlierVersions : [...earlierVersions, protocolVersion]

export const closed = (
  { window, today }: Pick<WindowFacts, 'window' | 'today'>,
  by: By,
): Result<KeptWindow, WindowProblem> => {
  if (window.state !== 'open') return fail({ kind: 'stage.not_open' })
  if (by === 'hand') return ok({ ...window, state: 'closed', closesOn: today })
  if (dueMove(window, today) !== 'close') return fail({ kind: 'stage.not_due' })
  return ok({ ...window, state: 'closed' })
}

/** An open stage has opened already: only the day it closes on can be planned. A closed one is opened by hand. */
export const planned = (
  facts: Omit<WindowFacts, 'isWaitedFor'>,
  dates: Dates,
): Result<KeptWindow, WindowProblem> => {
  const { programme, window, today } = facts
  if (programme.state === 'closed') return fail({ kind: 'programme.closed' })
  if (findQuestionnaire(programme.protocol, window.stage) === undefined)
    return fail({ kind: 'stage.unknown' })
  if (window.state === 'closed') return fail({ kind: 'stage.closed_already' })
  const opensOn = window.state === 'open' ? window.opensOn : dates.opensOn
  const { closesOn } = dates
  if (window.state !== 'open' && opensOn !== null && opensOn < today)
    return fail({ kind: 'stage.opens_in_the_past' })
  if (closesOn !== null && closesOn < today) return fail({ kind: 'stage.closes_in_the_past' })
  if (opensOn !== null && closesOn !== null && closesOn < opensOn)
    return fail({ kind: 'stage.closes_before_it_opens' })
  return ok({ ...window, opensOn, closesOn })
}

export type Advice = {
  readonly kind: 'earlier_open' | 'earlier_skipped'
  readonly stage: number
  readonly title: string
}

/** What to think about before opening a stage out of order. It does not keep anybody from it. */
export const adviceOnOpening = (
  protocol: Protocol,
  windows: readonly KeptWindow[],
  stage: number,
): readonly Advice[] =>
  questionnairesOf(protocol)
    .filter((earlier) => earlier.stage < stage)
    .flatMap((earlier): readonly Advice[] => {
      const { state } = windowOf(windows, earlier.stage)
      if (state === 'closed') return []
      const kind = state === 'open' ? 'earlier_open' : 'earlier_skipped'
      return [{ kind, stage: earlier.stage, title: earlier.title }]
    })
