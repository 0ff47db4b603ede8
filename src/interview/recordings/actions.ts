/** Beginning, receiving and destroying recordings. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done, unrecorded } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { refusalOf } from '../sittings/recording-consent.ts'
import { listSittings } from '../sittings/sitting-store.ts'
import { isDiskFull } from './disk-full.ts'
import { deletePieces, putPiece } from './piece-store.ts'
import type { RecordingProblem } from './problems.ts'
import {
  deleteRecording,
  findRecording,
  findRecordingKey,
  insertRecording,
  updateRecording,
} from './recording-store.ts'
import {
  type Declared,
  decideBegin,
  faultOfPiece,
  isAbandoned,
  isDue,
  isUnfinished,
} from './rules.ts'

export type Chosen = { readonly programmeId: string; readonly recordingId: string }

type Begin = Chosen & { readonly declared: Declared }

export const beginRecording = action(
  'recording.begun',
  async (
    context,
    { programmeId, recordingId, declared }: Begin,
  ): Promise<Result<Done<{ recordingId: string }>, RecordingProblem>> => {
    const { tx, organisationId, masterKey, now: begunAt } = context
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return fail({ kind: 'recording.unknown' })
    const begun = decideBegin(declared, await listSittings(tx, programme))
    if (!begun.ok) return begun
    const sitting = begun.value
    const bytes = declared.kind === 'file' ? declared.bytes : 0
    await insertRecording(tx, programme, { recordingId, sitting, bytes, begunAt })
    const details = { sitting, isFile: declared.kind === 'file' }
    return ok({ value: { recordingId }, subject: recordingId, details })
  },
)

type Arrived = Chosen & { readonly piece: number; readonly bytes: Buffer }
type Scope = Pick<ActionScope, 'database' | 'organisationId' | 'masterKey'>

/** Everybody who was there agrees still: who has changed their mind is recorded no further. */
export const takePiece = async (
  scope: Scope,
  arrived: Arrived,
): Promise<Result<null, RecordingProblem>> => {
  try {
    return await unrecorded(scope, (tx) => take(tx, scope, arrived))
  } catch (error) {
    if (isDiskFull(error)) return fail({ kind: 'recording.disk_full' })
    throw error
  }
}

const take = async (
  tx: Transaction,
  { organisationId, masterKey }: Scope,
  { programmeId, recordingId, piece, bytes }: Arrived,
): Promise<Result<null, RecordingProblem>> => {
  const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
  const recording = programme === null ? null : await findRecording(tx, programme, recordingId)
  if (programme === null || recording === null) return fail({ kind: 'recording.unknown' })
  const fault = faultOfPiece(recording, { piece, bytes: bytes.length })
  if (fault !== null) return fail(fault)
  const sitting = (await listSittings(tx, programme)).find(
    (one) => one.sitting === recording.sitting,
  )
  const refusal = sitting === undefined ? 'interview.no_sitting' : refusalOf(sitting)
  if (refusal !== null) return fail({ kind: refusal })
  const key = await findRecordingKey(tx, programme, recordingId)
  if (key === null) return fail({ kind: 'recording.not_receiving' })
  const opened = { organisationId, programmeId, recordingId, key }
  await putPiece(tx, opened, { part: 'received', piece, bytes })
  return ok(null)
}

/** At once, or because its time is over: by then. */
type Ending = Chosen &
  ({ readonly reason: 'by_hand' } | { readonly reason: 'time'; readonly by: Date })

/** Its key and its bytes go; the entry in the audit log says how much there was. */
export const destroyRecording = action(
  'recording.destroyed',
  async (
    { tx, organisationId, now },
    { programmeId, recordingId, ...ending }: Ending,
  ): Promise<Result<Done<null>, RecordingProblem>> => {
    const place = { organisationId, programmeId }
    const recording = await findRecording(tx, place, recordingId)
    if (recording === null || recording.state === 'destroyed') {
      return fail({ kind: 'recording.unknown' })
    }
    if (ending.reason === 'time' && !isDue(recording, ending.by)) {
      return fail({ kind: 'recording.unknown' })
    }
    const pieces = await deletePieces(tx, place, { recordingId })
    const gone = { state: 'destroyed', wrappedKey: null, destroyAfter: now } as const
    await updateRecording(tx, place, { recordingId, ...gone })
    const details = { pieces, bytes: recording.bytes, reason: ending.reason }
    return ok({ value: null, subject: recordingId, details })
  },
)

/** Of a recording that nobody goes on sending nothing stays. */
export const giveUpRecording = action(
  'recording.given_up',
  async (
    { tx, organisationId },
    { programmeId, recordingId, ...ending }: Ending,
  ): Promise<Result<Done<null>, RecordingProblem>> => {
    const place = { organisationId, programmeId }
    const recording = await findRecording(tx, place, recordingId)
    if (recording === null) return fail({ kind: 'recording.unknown' })
    const isOver =
      ending.reason === 'time' ? isAbandoned(recording, ending.by) : isUnfinished(recording)
    if (!isOver) return fail({ kind: 'recording.not_receiving' })
    const pieces = await deletePieces(tx, place, { recordingId })
    await deleteRecording(tx, place, recordingId)
    return ok({ value: null, subject: recordingId, details: { pieces, reason: ending.reason } })
  },
)
