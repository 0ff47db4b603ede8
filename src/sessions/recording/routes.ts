/** The door of mentors and mentees to recording that they met. */
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import type { AskedOwn } from '../own/load-own-pairs.ts'
import { correctSession, recordSession, takeSessionBack } from './actions.ts'
import { addressOfRecording } from './addresses.ts'
import { replyFor } from './recording-reply.ts'
import type { RecordingProblem } from './rules.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>

const question = z.object({
  partner: z.string().optional(),
  session: z.string().optional(),
  mistake: z.string().optional(),
})

const typedPart = z.string().max(100).default('')
const sessionForm = z.object({
  idempotencyKey: z.uuid(),
  partner: z.uuid().optional(),
  session: z.uuid().optional(),
  move: z.literal('take_back').optional(),
  known: z.coerce.number().int().min(0).default(0),
  'held-day': typedPart,
  'held-month': typedPart,
  'held-year': typedPart,
  minutes: typedPart,
  mode: typedPart,
})
type Sent = z.infer<typeof sessionForm>

const path = '/programmes/:programme/session/record'

const askedBy = ({ person, scope, params }: RouteContext<Params, unknown>): AskedOwn | null => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  const programmeId = params.programme
  return { organisationId, masterKey, programmeId, participantId: person.personId }
}

const show = async (context: RouteContext<Params, z.infer<typeof question>>): Promise<Reply> => {
  const asked = askedBy(context)
  if (asked === null) return { kind: 'not_found' }
  const { partner = null, session = null, mistake } = context.input
  return replyFor(context, asked, {
    ...{ partnerId: partner, sessionId: session, isMistake: mistake === 'yes' },
  })
}

const typedIn = (input: Sent) => ({
  held: { day: input['held-day'], month: input['held-month'], year: input['held-year'] },
  minutes: input.minutes,
  mode: input.mode,
})

type Kept = Result<null, RecordingProblem | RepeatedKeyProblem>

const keep = (context: RouteContext<Params, Sent>, asked: AskedOwn): Promise<Kept> => {
  const { scope, input, service } = context
  const { partner: partnerId = null, session: sessionId, known, move } = input
  const of = { programmeId: asked.programmeId, participantId: asked.participantId, partnerId }
  const typed = typedIn(input)
  if (sessionId === undefined) return recordSession(scope, { ...of, typed, known, origin: service })
  return move === 'take_back'
    ? takeSessionBack(scope, { ...of, sessionId, origin: service })
    : correctSession(scope, { ...of, sessionId, typed })
}

/** The page as it is now says it already. */
const saidByPage: readonly string[] = [
  'recording.all_recorded',
  'recording.no_such_session',
  'recording.not_asked',
]

const save = async (context: RouteContext<Params, Sent>): Promise<Reply> => {
  const asked = askedBy(context)
  if (asked === null) return { kind: 'not_found' }
  const { partner, session = null } = context.input
  const kept = await keep(context, asked)
  if (kept.ok || saidByPage.includes(kept.problem.kind)) {
    const programme = { programmeId: asked.programmeId }
    const to = partner === undefined ? {} : { partner: { participantId: partner } }
    return { kind: 'redirect', to: addressOfRecording({ programme }, to) }
  }
  return replyFor(context, asked, {
    ...{ partnerId: partner ?? null, sessionId: session, isMistake: false },
    refused: { typed: typedIn(context.input), problem: kept.problem },
  })
}

const who = ['mentor', 'mentee'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: question, handle: show }),
  route({ method: 'POST', path, who, params, input: sessionForm, handle: save }),
]
