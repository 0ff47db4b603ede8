/** Which page of recording somebody is shown, and what its fields hold at first. */
import { createElement, type ReactElement } from 'react'
import { dayOf } from '../../lib/dates.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import { typedDateOf } from '../../questionnaires/windows/typed-dates.ts'
import type { Reply, RouteContext } from '../../web/route.ts'
import type { AskedOwn, OwnPair } from '../own/load-own-pairs.ts'
import type { Plan } from '../planning/model.ts'
import type { StoredSession } from '../store.ts'
import {
  CorrectionPage,
  type CorrectionProps,
  correctionTitle,
  TakingBackPage,
  takingBackTitle,
} from './correction-pages.tsx'
import { loadRecording, loadSessionQuestionnaires } from './load-recording.ts'
import { ChoosePartnerPage, NotAskedPage, RecordPage, recordingTitle } from './pages.tsx'
import { errorsOf } from './problems.ts'
import { findSession, pairWith, type RecordingProblem, recordingStanding } from './rules.ts'
import { nothingTyped, type TypedSession } from './typed-session.ts'

export type AskedPage = {
  /** Null: their only partner. */
  readonly partnerId: string | null
  /** To put it right; null: to record one. */
  readonly sessionId: string | null
  readonly isMistake: boolean
  /** A form that was sent, and why it was not taken. */
  readonly refused?: {
    readonly typed: TypedSession
    readonly problem: RecordingProblem | RepeatedKeyProblem
  }
}

type Page = { readonly title: string; readonly body: ReactElement }
type Context = Pick<RouteContext<unknown, unknown>, 'read' | 'newKey'>

export const replyFor = async (
  context: Context,
  asked: AskedOwn,
  page: AskedPage,
): Promise<Reply> => {
  const found = await context.read((tx) => pageFor(tx, asked, { ...page, key: context.newKey() }))
  if (found === null) return { kind: 'not_found' }
  return { kind: 'page', ...found, status: page.refused === undefined ? 200 : 422 }
}

type WithKey = AskedPage & { readonly key: string }

const pageFor = async (tx: Transaction, asked: AskedOwn, page: WithKey): Promise<Page | null> => {
  const own = (await loadRecording(tx, asked))?.own
  if (own === undefined) return null
  const standing = recordingStanding(own)
  const errors = page.refused === undefined ? {} : errorsOf(page.refused.problem)
  if (standing !== 'asked')
    return { title: recordingTitle, body: createElement(NotAskedPage, { own, standing }) }
  const pair = pairWith(own, page.partnerId)
  if (!pair.ok)
    return { title: recordingTitle, body: createElement(ChoosePartnerPage, { own, errors }) }
  const session = findSession(pair.value, page.sessionId ?? '')
  if (session.ok)
    return correctionOf(page, { own, errors, pair: pair.value, session: session.value })
  const questionnaires = await loadSessionQuestionnaires(tx, own, asked)
  const typed = page.refused?.typed ?? plannedTyping(pair.value, dayOf(new Date()))
  const body = createElement(RecordPage, {
    ...{ own, pair: pair.value, questionnaires, typed, errors, idempotencyKey: page.key },
  })
  return { title: recordingTitle, body }
}

const correctionOf = (
  { refused, isMistake, key }: WithKey,
  found: Pick<CorrectionProps, 'own' | 'pair' | 'session' | 'errors'>,
): Page => {
  const typed = refused?.typed ?? typedOf(found.session)
  const props = { ...found, typed, idempotencyKey: key }
  return isMistake
    ? { title: takingBackTitle, body: createElement(TakingBackPage, props) }
    : { title: correctionTitle, body: createElement(CorrectionPage, props) }
}

const typedOf = ({ heldOn, durationMinutes, mode }: StoredSession): TypedSession => ({
  held: typedDateOf(heldOn),
  minutes: durationMinutes === null ? '' : String(durationMinutes),
  mode: mode ?? '',
})

/** Day and mode as they were planned; never the minutes, so that nobody takes the plan for what was. */
const plannedTyping = ({ plan }: Pick<OwnPair, 'plan'>, today: string): TypedSession => {
  const day = plannedDay(plan)
  return plan === null || day === null || day > today
    ? nothingTyped
    : { ...nothingTyped, held: typedDateOf(day), mode: plan.mode }
}

const plannedDay = (plan: Plan | null): string | null =>
  plan?.state === 'planned' && plan.startsAt !== null ? dayOf(plan.startsAt) : null
