/** A recording becomes a transcript by the operator's program, while the page may be left. */
import { createElement } from 'react'
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import { action, type Done } from '../../platform/action.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { openRecording } from '../recordings/read-recording.ts'
import { findRecording } from '../recordings/recording-store.ts'
import { transcriptionAddress, transcriptsAddress } from './addresses.ts'
import { loadImporting } from './load-importing.ts'
import { AbsentPage } from './pages/confirm.tsx'
import { TranscriptionPage } from './pages/transcription.tsx'
import { previewReply } from './preview.ts'
import { sentenceOfTranscriptionProblem, sentenceOfTranscriptProblem } from './problems.ts'
import { programTranscriber, type Sound, usualLimits } from './transcriber.ts'
import {
  findTranscription,
  isAnotherRunning,
  startTranscription,
  type Transcription,
} from './transcriptions.ts'

const params = z.object({ programme: z.uuid(), recording: z.uuid() })
const form = z.object({ idempotencyKey: z.uuid() })

type Context = RouteContext<z.infer<typeof params>, unknown>

const absent = ({ params }: Context, sentence: string): Reply => ({
  kind: 'page',
  title: 'No transcript can be made',
  body: createElement(AbsentPage, {
    heading: 'No transcript can be made',
    sentence,
    listAddress: transcriptsAddress(params.programme),
  }),
})

const ofRecording = ({ scope, params }: Context) => ({
  organisationId: scope.organisationId,
  recordingId: params.recording,
})

const show = async (context: Context): Promise<Reply> => {
  const { params, service } = context
  const loaded = await loadImporting(context, params.programme)
  if (loaded === null) return { kind: 'not_found' }
  const recording = loaded.recordings.find((one) => one.recordingId === params.recording)
  if (recording === undefined)
    return absent(context, 'This recording is not there, or it cannot be played.')
  const transcription = findTranscription(ofRecording(context))
  if (transcription?.state === 'ready')
    return previewReply(context, loaded, {
      ...{ passages: transcription.passages, title: loaded.usualTitle },
      ...{ recordingId: params.recording, errors: {}, choices: null },
    })
  if (service.transcriber === null)
    return absent(
      context,
      'No program that turns recordings into transcripts is set up. Import a file instead.',
    )
  const body = createElement(TranscriptionPage, {
    programmeId: params.programme,
    recording,
    since: transcription?.state === 'running' ? transcription.since : null,
    problem: problemOf(transcription),
    idempotencyKey: context.newKey(),
  })
  return { kind: 'page', title: 'Make a transcript of a recording', body }
}

const problemOf = (transcription: Transcription | null): string | null =>
  transcription?.state === 'failed' ? sentenceOfTranscriptionProblem(transcription.problem) : null

type Starting = { readonly programmeId: string; readonly recordingId: string }
type StartProblem = { readonly kind: 'recording.unknown' }

/** That a recording was given to the program is for the audit log. */
const recordStart = action(
  'transcription.started',
  async (
    { tx, organisationId, now },
    { programmeId, recordingId }: Starting,
  ): Promise<Result<Done<{ readonly since: string }>, StartProblem>> => {
    const recording = await findRecording(tx, { organisationId, programmeId }, recordingId)
    if (recording?.state !== 'ready') return fail({ kind: 'recording.unknown' })
    return ok({ value: { since: now.toISOString() }, subject: recordingId })
  },
)

const start = async (context: Context): Promise<Reply> => {
  const { params, scope, service, live } = context
  const of = ofRecording(context)
  const to = transcriptionAddress(params.programme, params.recording)
  const isRunning = findTranscription(of)?.state === 'running'
  if (service.transcriber === null || isRunning) return { kind: 'redirect', to }
  if (isAnotherRunning(of))
    return absent(
      context,
      'The program is at work on another recording. Come back when it is done.',
    )
  const ids = { programmeId: params.programme, recordingId: params.recording }
  const started = await recordStart(scope, ids)
  if (!started.ok) return absent(context, sentenceOfTranscriptProblem(started.problem))
  const sound = await soundOf(context)
  if (sound === null) return absent(context, 'The recording cannot be played any more.')
  const program = { file: service.transcriber, stopping: live.stopping, limits: usualLimits }
  const since = new Date(started.value.since)
  startTranscription(of, since, () => programTranscriber(program)(sound))
  return { kind: 'redirect', to }
}

const soundOf = async ({ read, scope, params }: Context): Promise<Sound | null> => {
  const { organisationId, masterKey } = scope
  const programmeId = params.programme
  const programme = await read((tx) =>
    openProgramme(tx, { organisationId, programmeId, masterKey }),
  )
  if (programme === null) return null
  const recording = await openRecording(read, programme, params.recording)
  if (recording === null) return null
  const { mediaType, bytes } = recording
  return { mediaType, bytes: recording.stream({ start: 0, end: bytes }) }
}

const path = '/programmes/:programme/interview/transcripts/from-recording/:recording'
const of = { path, who: ['facilitator'], params } as const

export const transcriptionRoutes: readonly Route[] = [
  route({ ...of, method: 'GET', input: z.object({}), handle: show }),
  route({ ...of, method: 'POST', input: form, handle: start }),
]
