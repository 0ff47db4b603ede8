/**
 * Either of a pair records that they met, puts right what was recorded, or takes it back. The audit log says it of the
 * pair and not of the person, and holds no minutes. Both at once are stored once: each waits for the other, and whoever
 * comes second finds that there is a session which the form did not know.
 */
import { dayOf } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, type ActionScope, action, type Done } from '../../platform/action.ts'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import { keepCancelled } from '../planning/cancel-plans.ts'
import type { Origin } from '../planning/mails.ts'
import type { Plan } from '../planning/model.ts'
import { putPlan } from '../planning/plan-store.ts'
import { insertSessions } from '../store.ts'
import { loadRecording, type Recording } from './load-recording.ts'
import { type SessionNews, tellPartner } from './mails.ts'
import { openStagesFor } from './open-stages.ts'
import { changeSession, deleteSession } from './recording-store.ts'
import {
  findSession,
  mayRecord,
  pairWith,
  planOnceHeld,
  planOnceTakenBack,
  type RecordingProblem,
} from './rules.ts'
import { readTypedSession, type TypedSession } from './typed-session.ts'

type OfPair = {
  readonly programmeId: string
  readonly participantId: string
  /** Null: their only one. */
  readonly partnerId: string | null
}
export type NewSession = OfPair & {
  readonly typed: TypedSession
  /** How many sessions of the pair the form knew of. */
  readonly known: number
  readonly origin: Origin
}
export type Correction = OfPair & { readonly sessionId: string; readonly typed: TypedSession }
export type TakingBack = OfPair & { readonly sessionId: string; readonly origin: Origin }

type Scope = Omit<ActionScope, 'actor'>
type Outcome = Result<Done<null>, RecordingProblem>

/** Neither of the two is named beside their pair. */
const unnamed = (scope: Scope): ActionScope => ({
  ...scope,
  actor: { kind: 'participant', id: null },
})

type Loaded = {
  readonly recording: Recording
  readonly own: OwnPairs
  readonly pair: OwnPair
}

const load = async (
  context: ActionContext,
  { partnerId, ...asked }: OfPair,
): Promise<Result<Loaded, RecordingProblem>> => {
  const recording = await loadRecording(context.tx, { ...context, ...asked })
  if (recording === null) return fail({ kind: 'recording.not_asked' })
  const { own } = recording
  const pair = pairWith(own, partnerId)
  return pair.ok ? ok({ recording, own, pair: pair.value }) : pair
}

const boundsOf = ({ now }: ActionContext, { recording, pair }: Loaded) => ({
  today: dayOf(now),
  pairedOn: recording.pairedOn(pair.pair),
})

/** To the audit log: the pair, and how many sessions it has now. */
const done = ({ pair }: OwnPair, sessions: number): Outcome =>
  ok({ value: null, subject: pair.pairId, details: { sessions } })

const tell = (
  context: ActionContext,
  { own, pair }: Loaded,
  { news, origin }: { readonly news: SessionNews; readonly origin: Origin },
): Promise<void> => {
  const { publicUrl } = origin
  return tellPartner(context, { own, partnerId: pair.partner.participantId, news, publicUrl })
}

/** What was planned for later is taken out of people's calendars. */
const keepPlan = async (
  context: ActionContext,
  { own: { programme }, pair: { pair } }: Loaded,
  { plan, origin }: { readonly plan: Plan; readonly origin: Origin },
): Promise<void> =>
  plan.state === 'cancelled'
    ? keepCancelled(context, programme, { pair, plan, origin })
    : putPlan(context.tx, programme, plan)

export const recordSession = (scope: Scope, given: NewSession) => keepSession(unnamed(scope), given)

const keepSession = action(
  'session.recorded',
  async (context, given: NewSession): Promise<Outcome> => {
    const { tx, now } = context
    const loaded = await load(context, given)
    if (!loaded.ok) return loaded
    const { own, pair } = loaded.value
    const { programme } = own
    const most = programme.protocol.rules.sessionsPerPair
    const allowed = mayRecord(pair, { known: given.known, most })
    if (!allowed.ok) return allowed
    const held = readTypedSession(given.typed, boundsOf(context, loaded.value))
    if (!held.ok) return held
    const { pairId } = pair.pair
    const session = { sessionId: crypto.randomUUID(), pairId, ...held.value }
    await insertSessions(tx, programme, [session])
    const sessions = pair.sessions.length + 1
    const plan = planOnceHeld(pair.plan, { ...held.value, now, isLast: sessions >= most })
    if (plan !== null) await keepPlan(context, loaded.value, { plan, origin: given.origin })
    await openStagesFor(context, programme, pair.pair)
    await tell(context, loaded.value, { ...given, news: 'session_recorded' })
    return done(pair, sessions)
  },
)

export const correctSession = (scope: Scope, given: Correction) =>
  keepCorrection(unnamed(scope), given)

const keepCorrection = action(
  'session.corrected',
  async (context, given: Correction): Promise<Outcome> => {
    const loaded = await load(context, given)
    if (!loaded.ok) return loaded
    const { own, pair } = loaded.value
    const session = findSession(pair, given.sessionId)
    if (!session.ok) return session
    const held = readTypedSession(given.typed, boundsOf(context, loaded.value))
    if (!held.ok) return held
    const { sessionId } = session.value
    await changeSession(context.tx, own.programme, { sessionId, ...held.value })
    return done(pair, pair.sessions.length)
  },
)

export const takeSessionBack = (scope: Scope, given: TakingBack) =>
  dropSession(unnamed(scope), given)

/** What has opened with it stays open: somebody may have begun to answer. */
const dropSession = action(
  'session.taken_back',
  async (context, given: TakingBack): Promise<Outcome> => {
    const { tx } = context
    const loaded = await load(context, given)
    if (!loaded.ok) return loaded
    const { own, pair } = loaded.value
    const session = findSession(pair, given.sessionId)
    if (!session.ok) return session
    await deleteSession(tx, own.programme, given.sessionId)
    const plan = planOnceTakenBack(pair, session.value)
    if (plan !== null) await putPlan(tx, own.programme, plan)
    await tell(context, loaded.value, { ...given, news: 'session_taken_back' })
    return done(pair, pair.sessions.length - 1)
  },
)
