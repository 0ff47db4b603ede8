/** What is known of a recording; its bytes are the piece store's. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Key, newKey, seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { Recording, RecordingState } from './model.ts'

const keyContext = (recordingId: string): string => `recordings/${recordingId}`

const columns = [
  'recordingId',
  'sitting',
  'state',
  'mediaType',
  'bytes',
  'seconds',
  'begunAt',
  'destroyAfter',
] as const

type Row = Omit<Recording, 'state' | 'bytes'> & { readonly state: string; readonly bytes: string }

const states: readonly RecordingState[] = ['receiving', 'ready', 'refused', 'destroyed']

const recordingOf = ({ state: text, bytes, ...row }: Row): Recording => {
  const state = states.find((known) => known === text)
  if (state === undefined) throw new Error(`A recording in an unknown state: ${text}`)
  return { ...row, state, bytes: Number(bytes) }
}

const recordingsOf = (tx: Transaction, { organisationId, programmeId }: Place) =>
  tx
    .selectFrom('recordings')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)

/** The latest first. */
export const listRecordings = async (
  tx: Transaction,
  place: Place,
): Promise<readonly Recording[]> => {
  const rows = await recordingsOf(tx, place)
    .select(columns)
    .orderBy('begunAt', 'desc')
    .orderBy('recordingId')
    .execute()
  return rows.map(recordingOf)
}

export const findRecording = async (
  tx: Transaction,
  place: Place,
  recordingId: string,
): Promise<Recording | null> => {
  const row = await recordingsOf(tx, place)
    .select(columns)
    .where('recordingId', '=', recordingId)
    .executeTakeFirst()
  return row === undefined ? null : recordingOf(row)
}

/** Null: it was refused or destroyed. */
export const findRecordingKey = async (
  tx: Transaction,
  programme: OpenProgramme,
  recordingId: string,
): Promise<Key | null> => {
  const row = await recordingsOf(tx, programme)
    .select('wrappedKey')
    .where('recordingId', '=', recordingId)
    .executeTakeFirst()
  const wrapped = row?.wrappedKey ?? null
  return wrapped === null ? null : unseal(programme.programmeKey, wrapped, keyContext(recordingId))
}

/** With a key of its own. */
export const insertRecording = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  begun: Pick<Recording, 'recordingId' | 'sitting' | 'bytes' | 'begunAt'>,
): Promise<void> => {
  const wrappedKey = seal(programmeKey, newKey(), keyContext(begun.recordingId))
  await tx
    .insertInto('recordings')
    .values({ organisationId, programmeId, state: 'receiving', wrappedKey, ...begun })
    .execute()
}

type Changes = Partial<
  Pick<Recording, 'state' | 'mediaType' | 'bytes' | 'seconds' | 'destroyAfter'> & {
    readonly wrappedKey: null
  }
>

export const updateRecording = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { recordingId, ...changes }: Changes & Pick<Recording, 'recordingId'>,
): Promise<void> => {
  await tx
    .updateTable('recordings')
    .set(changes)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('recordingId', '=', recordingId)
    .execute()
}

/** With its pieces. */
export const deleteRecording = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  recordingId: string,
): Promise<void> => {
  await tx
    .deleteFrom('recordings')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('recordingId', '=', recordingId)
    .execute()
}

/** The recordings of an organisation that one of the states has, each with its programme. */
export const listRecordingsIn = async (
  tx: Transaction,
  organisationId: string,
  inStates: readonly RecordingState[],
): Promise<readonly (Recording & Place)[]> => {
  const rows = await tx
    .selectFrom('recordings')
    .select([...columns, 'programmeId'])
    .where('organisationId', '=', organisationId)
    .where('state', 'in', inStates)
    .orderBy('recordingId')
    .execute()
  return rows.map(({ programmeId, ...row }) => ({
    ...recordingOf(row),
    organisationId,
    programmeId,
  }))
}
