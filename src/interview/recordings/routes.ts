/** The pages of recordings, and what their buttons send. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { findProgramme } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { listSittings } from '../sittings/sitting-store.ts'
import { destroyRecording, giveUpRecording } from './actions.ts'
import { DestroyPage, MissingPage, RecordingPage } from './pages/recording.tsx'
import { RecordingsPage } from './pages/recordings.tsx'
import { listPieces } from './piece-store.ts'
import { type RecordingProblem, sentenceOfRecordingProblem } from './problems.ts'
import { findRecording, listRecordings } from './recording-store.ts'

const params = z.object({ programme: z.uuid() })
const recordingParams = z.object({ programme: z.uuid(), recording: z.uuid() })
type RecordingParams = z.infer<typeof recordingParams>

const nothing = z.object({})
const form = z.object({ idempotencyKey: z.uuid() })
const query = z.object({ done: z.enum(['destroyed', 'given-up']).optional().catch(undefined) })

const addressOf = (programmeId: string): string => `/programmes/${programmeId}/interview/recordings`

const showList = async (
  context: RouteContext<z.infer<typeof params>, z.infer<typeof query>>,
): Promise<Reply> => {
  const { organisationId } = context.scope
  const programmeId = context.params.programme
  const place = { organisationId, programmeId }
  const found = await context.read(async (tx) => {
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return null
    const sittings = await listSittings(tx, place)
    return { sittings, recordings: await listRecordings(tx, place) }
  })
  if (found === null) return { kind: 'not_found' }
  const page = { ...found, base: addressOf(programmeId), done: context.input.done ?? null }
  return { kind: 'page', title: 'Recordings', body: createElement(RecordingsPage, page) }
}

type Context = RouteContext<RecordingParams, unknown>

const load = ({ scope: { organisationId }, params: asked, read }: Context) =>
  read(async (tx) => {
    const place = { organisationId, programmeId: asked.programme }
    const recording = await findRecording(tx, place, asked.recording)
    const part = { recordingId: asked.recording, part: 'received' } as const
    return { recording, received: await listPieces(tx, place, part) }
  })

const missing = ({ programme }: RecordingParams): Reply => ({
  kind: 'page',
  title: 'This recording is not here',
  body: createElement(MissingPage, { base: addressOf(programme) }),
})

const showOne = async (context: Context): Promise<Reply> => {
  const { recording, received } = await load(context)
  if (recording === null) return missing(context.params)
  const base = addressOf(context.params.programme)
  const page = { base, recording, received, newKey: context.newKey }
  return { kind: 'page', title: 'Recording', body: createElement(RecordingPage, page) }
}

const askToDestroy = async (context: Context): Promise<Reply> => {
  const { recording } = await load(context)
  if (recording?.state !== 'ready') return missing(context.params)
  const base = addressOf(context.params.programme)
  const page = { base, recording, idempotencyKey: context.newKey() }
  const title = 'Destroy this recording?'
  return { kind: 'page', title, body: createElement(DestroyPage, page) }
}

type Outcome = Result<null, RecordingProblem | RepeatedKeyProblem>

const replyTo = (outcome: Outcome, to: string): Reply =>
  outcome.ok
    ? { kind: 'redirect', to }
    : {
        kind: 'problem',
        title: 'Nothing was changed',
        sentences: [sentenceOfRecordingProblem(outcome.problem)],
      }

const chosen = ({ programme: programmeId, recording: recordingId }: RecordingParams) => ({
  programmeId,
  recordingId,
  reason: 'by_hand' as const,
})

type FormContext = RouteContext<RecordingParams, z.infer<typeof form>>

const path = '/programmes/:programme/interview/recordings'
const who = ['facilitator'] as const

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who,
    params,
    input: query,
    navigation: 'Recordings',
    handle: showList,
  }),
  route({
    method: 'GET',
    path: `${path}/:recording`,
    who,
    params: recordingParams,
    input: nothing,
    handle: showOne,
  }),
  route({
    method: 'GET',
    path: `${path}/:recording/destroy`,
    who,
    params: recordingParams,
    input: nothing,
    handle: askToDestroy,
  }),
  route({
    method: 'POST',
    path: `${path}/:recording/destroy`,
    who,
    params: recordingParams,
    input: form,
    handle: async ({ scope, params: given }: FormContext) =>
      replyTo(
        await destroyRecording(scope, chosen(given)),
        `${addressOf(given.programme)}?done=destroyed`,
      ),
  }),
  route({
    method: 'POST',
    path: `${path}/:recording/give-up`,
    who,
    params: recordingParams,
    input: form,
    handle: async ({ scope, params: given }: FormContext) =>
      replyTo(
        await giveUpRecording(scope, chosen(given)),
        `${addressOf(given.programme)}?done=given-up`,
      ),
  }),
]
