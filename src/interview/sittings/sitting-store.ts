/** The interview's beginning and end, its sittings, and who was in the room. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Presence, Sitting } from './model.ts'

/** The first first, with those who were there and have not left the programme, by name. */
export const listSittings = async (tx: Transaction, place: Place): Promise<readonly Sitting[]> => {
  const { organisationId, programmeId } = place
  const rows = await tx
    .selectFrom('interviewSittings')
    .select(['sitting', 'heldOn', 'state'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('sitting')
    .execute()
  const present = await listPresences(tx, place)
  return rows.map(({ sitting, heldOn, state }) => ({
    sitting,
    heldOn,
    state: state === 'open' ? 'open' : 'ended',
    present: present.get(sitting) ?? [],
  }))
}

const listPresences = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<ReadonlyMap<number, readonly Presence[]>> => {
  const rows = await tx
    .selectFrom('interviewAttendances as attendances')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.organisationId', '=', 'attendances.organisationId')
        .onRef('participants.programmeId', '=', 'attendances.programmeId')
        .onRef('participants.participantId', '=', 'attendances.participantId'),
    )
    .select(['sitting', 'attendances.participantId', 'name', 'agreesToRecording'])
    .where('attendances.organisationId', '=', organisationId)
    .where('attendances.programmeId', '=', programmeId)
    .where('participants.state', '=', 'agreed')
    .orderBy('name')
    .orderBy('attendances.participantId')
    .execute()
  return Map.groupBy(rows, ({ sitting }) => sitting)
}

export const insertInterview = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  wrappedBallotKey: Buffer,
): Promise<void> => {
  await tx
    .insertInto('interviews')
    .values({ organisationId, programmeId, state: 'open', wrappedBallotKey })
    .execute()
}

export const setInterviewState = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  state: 'open' | 'ended',
): Promise<void> => {
  await tx
    .updateTable('interviews')
    .set({ state })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
}

export const insertSitting = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { sitting, heldOn }: Pick<Sitting, 'sitting' | 'heldOn'>,
): Promise<void> => {
  await tx
    .insertInto('interviewSittings')
    .values({ organisationId, programmeId, sitting, heldOn, state: 'open' })
    .execute()
}

export const endOpenSitting = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<void> => {
  await tx
    .updateTable('interviewSittings')
    .set({ state: 'ended' })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('state', '=', 'open')
    .execute()
}

export type OfSitting = {
  readonly sitting: number
  readonly participantIds: readonly string[]
}

/** Whoever comes in has not been asked about recording yet. */
export const insertPresences = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { sitting, participantIds }: OfSitting,
): Promise<void> => {
  if (participantIds.length === 0) return
  const common = { organisationId, programmeId, sitting, agreesToRecording: false }
  await tx
    .insertInto('interviewAttendances')
    .values(participantIds.map((participantId) => ({ ...common, participantId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const deletePresences = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { sitting, participantIds }: OfSitting,
): Promise<void> => {
  if (participantIds.length === 0) return
  await tx
    .deleteFrom('interviewAttendances')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('sitting', '=', sitting)
    .where('participantId', 'in', participantIds)
    .execute()
}

export const setRecordingConsent = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  consent: OfSitting & { readonly agrees: boolean },
): Promise<void> => {
  const { sitting, participantIds, agrees } = consent
  if (participantIds.length === 0) return
  await tx
    .updateTable('interviewAttendances')
    .set({ agreesToRecording: agrees })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('sitting', '=', sitting)
    .where('participantId', 'in', participantIds)
    .execute()
}

/** Whether a document has ever gone out to be signed off. */
export const hasDocumentVersions = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('documentVersions')
    .select('version')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
