/**
 * A recording that has arrived is looked at and cleaned. The bytes are read and written in many short transactions, so
 * that nobody waits for them; the last one makes it ready, or refuses it, and takes away what came.
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import {
  type ActionScope,
  action,
  type Done,
  type RepeatedKeyProblem,
  unrecorded,
} from '../../platform/action.ts'
import { read } from '../../platform/database.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import type { Chosen } from './actions.ts'
import { isDiskFull } from './disk-full.ts'
import { isLive, mediaTypes, type Recording, type SoundProblem } from './model.ts'
import {
  deletePieces,
  findPiece,
  holdForCleaning,
  listPieces,
  type OpenedRecording,
  putPiece,
} from './piece-store.ts'
import type { RecordingProblem } from './problems.ts'
import { readerOf } from './read-recording.ts'
import { findRecording, findRecordingKey, updateRecording } from './recording-store.ts'
import { faultOfWhole, type Sent } from './rules.ts'
import { type CleanedFile, clean } from './sound/clean.ts'
import { type Sink, sinkInto } from './write-recording.ts'

type Finishing = Chosen & { readonly sent: Sent }
type Outcome = Result<null, RecordingProblem | RepeatedKeyProblem>

/** Each takes a connection and some memory. */
const mostAtOnce = 2
let running = 0

export const finishRecording = async (
  scope: ActionScope,
  finishing: Finishing,
): Promise<Outcome> => {
  if (running >= mostAtOnce) return fail({ kind: 'recording.busy' })
  running += 1
  try {
    return await holding(scope, finishing)
  } finally {
    running -= 1
  }
}

/** One server process at a time: the lock goes with the connection, so that a process that dies leaves none behind. */
const holding = (scope: ActionScope, finishing: Finishing): Promise<Outcome> =>
  read(scope.database, scope.organisationId, async (tx) => {
    const isHeld = await holdForCleaning(tx, finishing.recordingId)
    return isHeld ? finish(scope, finishing) : fail({ kind: 'recording.busy' })
  })

type Loaded = {
  readonly recording: Recording
  readonly opened: OpenedRecording
  readonly pieces: Awaited<ReturnType<typeof listPieces>>
}

const load = (
  { database, organisationId, masterKey }: ActionScope,
  { programmeId, recordingId, sent }: Finishing,
): Promise<Result<Loaded | null, RecordingProblem>> =>
  read(database, organisationId, async (tx) => {
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return fail({ kind: 'recording.unknown' })
    const recording = await findRecording(tx, programme, recordingId)
    if (recording?.state === 'ready') return ok(null)
    const key = await findRecordingKey(tx, programme, recordingId)
    if (recording === null || key === null) return fail({ kind: 'recording.not_receiving' })
    const pieces = await listPieces(tx, programme, { recordingId, part: 'received' })
    const fault = faultOfWhole(recording, pieces, sent)
    if (fault !== null) return fail(fault)
    return ok({ recording, pieces, opened: { organisationId, programmeId, recordingId, key } })
  })

const finish = async (scope: ActionScope, finishing: Finishing): Promise<Outcome> => {
  const loaded = await load(scope, finishing)
  if (!loaded.ok) return loaded
  if (loaded.value === null) return ok(null)
  const { opened } = loaded.value
  try {
    await dropCleaned(scope, opened)
    const cleaned = await cleanAll(scope, loaded.value)
    if (cleaned.ok) return await markReady(scope, { ...finishing, ...cleaned.value })
    await refuse(scope, { ...finishing, reason: cleaned.problem.kind })
    return cleaned
  } catch (error) {
    // Where there is no room even for this, the next attempt begins with it.
    await dropCleaned(scope, opened).catch(() => undefined)
    if (isDiskFull(error)) return fail({ kind: 'recording.disk_full' })
    throw error
  }
}

const dropCleaned = (scope: ActionScope, opened: OpenedRecording): Promise<Result<number>> =>
  unrecorded(scope, async (tx) =>
    ok(await deletePieces(tx, opened, { recordingId: opened.recordingId, part: 'cleaned' })),
  )

type Cleaned = { readonly file: CleanedFile; readonly bytes: number }

const cleanAll = async (
  scope: ActionScope,
  { recording, opened, pieces }: Loaded,
): Promise<Result<Cleaned, SoundProblem>> => {
  const sink = sinkOf(scope, opened)
  const reading = { opened, part: 'received' } as const
  const sound = readerOf(
    (work) => read(scope.database, scope.organisationId, work),
    reading,
    pieces,
  )
  const file = await clean(sound, sink, { mayBeCutOff: isLive(recording) })
  return file.ok ? ok({ file: file.value, bytes: await sink.close() }) : file
}

const sinkOf = (scope: ActionScope, opened: OpenedRecording): Sink =>
  sinkInto({
    put: async (piece, bytes) => {
      await unrecorded(scope, async (tx) =>
        ok(await putPiece(tx, opened, { part: 'cleaned', piece, bytes })),
      )
    },
    get: async (piece) => {
      const found = await read(scope.database, scope.organisationId, (tx) =>
        findPiece(tx, opened, { part: 'cleaned', piece }),
      )
      if (found === null) throw new Error(`Piece ${piece} of a recording is gone.`)
      return found
    },
  })

const markReady = action(
  'recording.received',
  async (
    { tx, organisationId },
    { programmeId, recordingId, file, bytes }: Chosen & Cleaned,
  ): Promise<Result<Done<null>, RecordingProblem>> => {
    const place = { organisationId, programmeId }
    const recording = await findRecording(tx, place, recordingId)
    if (recording?.state !== 'receiving') return fail({ kind: 'recording.not_receiving' })
    const pieces = await deletePieces(tx, place, { recordingId, part: 'received' })
    const seconds = Math.round(file.seconds * 1000) / 1000
    const ready = { state: 'ready', mediaType: mediaTypes[file.type], bytes, seconds } as const
    await updateRecording(tx, place, { recordingId, ...ready })
    const details = { pieces, bytes, seconds }
    return ok({ value: null, subject: recordingId, details })
  },
)

const refuse = action(
  'recording.refused',
  async (
    { tx, organisationId },
    { programmeId, recordingId, reason }: Chosen & { readonly reason: string },
  ): Promise<Result<Done<null>, RecordingProblem>> => {
    const place = { organisationId, programmeId }
    const pieces = await deletePieces(tx, place, { recordingId })
    await updateRecording(tx, place, { recordingId, state: 'refused', wrappedKey: null })
    return ok({ value: null, subject: recordingId, details: { pieces, reason } })
  },
)
