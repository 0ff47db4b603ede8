/** Recording is possible only while everybody in the room agrees to it. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Sitting } from './model.ts'
import { listSittings } from './sitting-store.ts'

export type RecordingRefusal =
  | 'interview.no_sitting'
  | 'attendance.nobody'
  | 'recording.not_all_agree'

/** Of a sitting that is going on. */
export const refusalOf = ({ present }: Sitting): RecordingRefusal | null => {
  if (present.length === 0) return 'attendance.nobody'
  return present.every(({ agreesToRecording }) => agreesToRecording)
    ? null
    : 'recording.not_all_agree'
}

export const sentenceOfRecordingRefusal = (refusal: RecordingRefusal): string => {
  switch (refusal) {
    case 'interview.no_sitting':
      return 'No sitting is going on. Start one first, then record.'
    case 'attendance.nobody':
      return 'Nobody is recorded as being in the room. Say who is there first, then ask each of them.'
    case 'recording.not_all_agree':
      return 'Recording is possible only when everybody in the room agrees. Ask each person and note it, or go on without a recording.'
  }
}

/** The sitting that may be recorded now, or why none may. */
export const mayRecord = async (
  tx: Transaction,
  place: Place,
): Promise<{ readonly sitting: number } | { readonly refusal: RecordingRefusal }> => {
  const open = (await listSittings(tx, place)).find(({ state }) => state === 'open')
  if (open === undefined) return { refusal: 'interview.no_sitting' }
  const refusal = refusalOf(open)
  return refusal === null ? { sitting: open.sitting } : { refusal }
}
