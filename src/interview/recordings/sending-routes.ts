/** What the scripts of the recorder and the upload send and ask: they are answered in JSON. */
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { beginRecording, takePiece } from './actions.ts'
import { finishRecording } from './finish.ts'
import { pieceBytes } from './model.ts'
import { listPieces } from './piece-store.ts'
import { type RecordingProblem, sentenceOfRecordingProblem } from './problems.ts'
import { findRecording } from './recording-store.ts'

const params = z.object({ programme: z.uuid() })
const recordingParams = z.object({ programme: z.uuid(), recording: z.uuid() })
const number = z.coerce.number().int().min(0)
const pieceParams = recordingParams.extend({ piece: number.max(1_000_000) })

const key = z.object({ idempotencyKey: z.uuid() })
/** Of a file that is too large more is told than that: so it is no reason not to understand the form. */
const declared = z.discriminatedUnion('kind', [
  key.extend({ kind: z.literal('live') }),
  key.extend({
    kind: z.literal('file'),
    sitting: number,
    bytes: number,
    name: z.string(),
    type: z.string(),
  }),
])
const arrived = key.extend({ bytes: z.instanceof(Uint8Array) })
const sent = key.extend({ pieces: number, bytes: number })

const json = (told: unknown): Reply => ({
  kind: 'file',
  type: 'application/json',
  body: JSON.stringify(told),
})

type Outcome = Result<unknown, RecordingProblem | RepeatedKeyProblem>

const told = (outcome: Outcome): Reply => {
  if (outcome.ok) return json({ state: 'taken' })
  const { kind } = outcome.problem
  return json({ state: 'refused', kind, sentence: sentenceOfRecordingProblem(outcome.problem) })
}

type Begin = RouteContext<z.infer<typeof params>, z.infer<typeof declared>>

const begin = async ({ scope, params: { programme }, input, newKey }: Begin): Promise<Reply> => {
  const asked = { programmeId: programme, recordingId: newKey(), declared: input }
  const begun = await beginRecording(scope, asked)
  return begun.ok ? json({ state: 'begun', recordingId: begun.value.recordingId }) : told(begun)
}

type Arrived = RouteContext<z.infer<typeof pieceParams>, z.infer<typeof arrived>>

const take = async ({ scope, params: given, input }: Arrived): Promise<Reply> => {
  const { programme: programmeId, recording: recordingId, piece } = given
  const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength)
  return told(await takePiece(scope, { programmeId, recordingId, piece, bytes }))
}

type OfRecording<Input> = RouteContext<z.infer<typeof recordingParams>, Input>

const finish = async ({
  scope,
  params: given,
  input,
}: OfRecording<z.infer<typeof sent>>): Promise<Reply> => {
  const { programme: programmeId, recording: recordingId } = given
  return told(await finishRecording(scope, { programmeId, recordingId, sent: input }))
}

const load = ({ scope: { organisationId }, params: given, read }: OfRecording<unknown>) =>
  read(async (tx) => {
    const place = { organisationId, programmeId: given.programme }
    const recordingId = given.recording
    return {
      state: (await findRecording(tx, place, recordingId))?.state ?? 'unknown',
      received: await listPieces(tx, place, { recordingId, part: 'received' }),
      cleaned: await listPieces(tx, place, { recordingId, part: 'cleaned' }),
    }
  })

const listReceived = async (context: OfRecording<unknown>): Promise<Reply> => {
  const { state, received } = await load(context)
  return json({ state, pieces: received.map(({ piece }) => piece) })
}

/** How far it is while it is being cleaned, in pieces: what is cleaned is about as long as what came. */
const showState = async (context: OfRecording<unknown>): Promise<Reply> => {
  const { state, received, cleaned } = await load(context)
  return json({ state, received: received.length, cleaned: cleaned.length })
}

const path = '/programmes/:programme/interview/recordings'
const who = ['facilitator'] as const
const asking = { method: 'GET', who, params: recordingParams, input: z.object({}) } as const

export const routes: readonly Route[] = [
  route({ method: 'POST', path, who, params, input: declared, handle: begin }),
  route({ ...asking, path: `${path}/:recording/pieces`, handle: listReceived }),
  route({ ...asking, path: `${path}/:recording/state`, handle: showState }),
  route({
    method: 'POST',
    path: `${path}/:recording/pieces/:piece`,
    who,
    params: pieceParams,
    input: arrived,
    takes: 'bytes',
    limitBytes: pieceBytes + 1_024,
    handle: take,
  }),
  route({
    method: 'POST',
    path: `${path}/:recording/finish`,
    who,
    params: recordingParams,
    input: sent,
    handle: finish,
  }),
]
