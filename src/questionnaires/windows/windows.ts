/** Stages are opened, closed and planned; closing one takes from its answers every trace of when they came. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Place } from '../../people/store.ts'
import { type ActionContext, type ActionScope, action, type Done } from '../../platform/action.ts'
import { read, type Transaction } from '../../platform/database.ts'
import { findProgramme, listProgrammes } from '../../protocol/store.ts'
import type { KeptWindow } from '../model.ts'
import { rewriteStage } from './closing-store.ts'
import {
  type By,
  closed,
  type Dates,
  dueMove,
  opened,
  planned,
  type WindowFacts,
  type WindowProblem,
  windowOf,
} from './opening-rules.ts'
import { endWaits, listWaits } from './stage-wait-store.ts'
import { listStageWindows, putStageWindow } from './window-store.ts'

/** `today`: YYYY-MM-DD in London. */
export type OfStage = {
  readonly programmeId: string
  readonly stage: number
  readonly today: string
}
export type StageMove = OfStage & { readonly by: By }

type Outcome = Result<Done<null>, WindowProblem>
type Loaded = WindowFacts & { readonly place: Place; readonly windows: readonly KeptWindow[] }

const load = async (
  { tx, organisationId }: ActionContext,
  { programmeId, stage, today }: OfStage,
): Promise<Loaded | null> => {
  const programme = await findProgramme(tx, organisationId, programmeId)
  if (programme === null) return null
  const place = { organisationId, programmeId }
  const windows = await listStageWindows(tx, place)
  const isWaitedFor = (await listWaits(tx, place)).has(stage)
  return { programme, place, windows, window: windowOf(windows, stage), isWaitedFor, today }
}

const done = ({ programmeId, stage }: OfStage, details: Done<null>['details'] = {}): Outcome =>
  ok({ value: null, subject: programmeId, details: { stage, ...details } })

/** For everybody: whoever waited for their session does not wait any more. */
export const openStage = action(
  'stage.opened',
  async (context, input: StageMove): Promise<Outcome> => {
    const opening = await openWithin(context, input)
    if (!opening.ok) return opening
    const { stage, today: on, by } = input
    await endWaits(context.tx, opening.value.place, { stage, participantIds: null, on })
    return done(input, { by, version: opening.value.programme.version })
  },
)

/** Within the action of whoever opens it, which enters it in the audit log. */
export const openWithin = async (
  context: ActionContext,
  input: StageMove,
): Promise<Result<Loaded, WindowProblem>> => {
  const loaded = await load(context, input)
  if (loaded === null) return fail({ kind: 'programme.unknown' })
  const window = opened(loaded, input.by)
  if (!window.ok) return window
  await putStageWindow(context.tx, loaded.place, window.value)
  await rewriteClosed(context.tx, loaded, input.stage)
  return ok(loaded)
}

/**
 * Late answers to an earlier stage may be taken until the next one opens: then they, too, lose their traces. For whoever
 * waits, the next one opens when that ends.
 */
export const rewriteClosed = async (
  tx: Transaction,
  { programme, place, windows }: Pick<Loaded, 'programme' | 'place' | 'windows'>,
  before: number,
): Promise<void> => {
  if (programme.protocol.rules.lateAnswers !== 'until_next_stage') return
  const ended = windows.filter(({ stage, state }) => state === 'closed' && stage < before)
  for (const { stage } of ended) await rewriteStage(tx, place, stage)
}

export const closeStage = action(
  'stage.closed',
  async (context, input: StageMove): Promise<Outcome> => {
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const window = closed(loaded, input.by)
    if (!window.ok) return window
    await putStageWindow(context.tx, loaded.place, window.value)
    await rewriteStage(context.tx, loaded.place, input.stage)
    return done(input, { by: input.by })
  },
)

export const planStage = action(
  'stage.planned',
  async (context, input: OfStage & Dates): Promise<Outcome> => {
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const window = planned(loaded, input)
    if (!window.ok) return window
    await putStageWindow(context.tx, loaded.place, window.value)
    return done(input)
  },
)

type Due = {
  readonly programmeId: string
  readonly stage: number
  readonly move: 'open' | 'close'
}

const findDue = async (
  tx: Transaction,
  organisationId: string,
  today: string,
): Promise<readonly Due[]> => {
  const due: Due[] = []
  for (const { programmeId } of await listProgrammes(tx, organisationId)) {
    for (const window of await listStageWindows(tx, { organisationId, programmeId })) {
      const move = dueMove(window, today)
      if (move !== null) due.push({ programmeId, stage: window.stage, move })
    }
  }
  return due
}

/**
 * Opens and closes what is due in an organisation. Asked again on the same day it changes nothing, and a stage that
 * somebody moves in the meantime stays as they left it.
 *
 * @returns what was opened and closed
 */
export const moveWindowsByDate = async (
  scope: ActionScope,
  { today }: { readonly today: string },
): Promise<readonly Due[]> => {
  const { database, organisationId } = scope
  const due = await read(database, organisationId, (tx) => findDue(tx, organisationId, today))
  const moved: Due[] = []
  for (const one of due) {
    const input = { programmeId: one.programmeId, stage: one.stage, today, by: 'date' } as const
    const result = await (one.move === 'open' ? openStage : closeStage)(scope, input)
    if (result.ok) moved.push(one)
  }
  return moved
}
