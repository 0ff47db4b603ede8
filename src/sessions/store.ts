import type { Place } from '../people/store.ts'
import type { Transaction } from '../platform/database.ts'
import { inStatements } from '../platform/statements.ts'

export const sessionModes = ['face_to_face', 'online'] as const
export type SessionMode = (typeof sessionModes)[number]

/** That a pair met, when, for how many minutes, and how; null: not recorded. What they said is kept nowhere. */
export type StoredSession = {
  readonly sessionId: string
  readonly pairId: string
  readonly durationMinutes: number | null
  /** YYYY-MM-DD. */
  readonly heldOn: string | null
  readonly mode: SessionMode | null
}

export const sessionModeOf = (text: string): SessionMode => {
  const mode = sessionModes.find((known) => known === text)
  if (mode === undefined) throw new Error(`A session in an unknown mode: ${text}`)
  return mode
}

export const insertSessions = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  sessions: readonly StoredSession[],
): Promise<void> =>
  inStatements(sessions, { organisationId, programmeId }, (rows) =>
    tx.insertInto('sessions').values(rows).execute(),
  )

/** By length: their order tells nothing about when they were recorded. */
export const listSessions = async (
  tx: Transaction,
  place: Place,
): Promise<readonly StoredSession[]> => {
  const rows = await tx
    .selectFrom('sessions')
    .select(['sessionId', 'pairId', 'durationMinutes', 'heldOn', 'mode'])
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .orderBy('durationMinutes')
    .execute()
  return rows.map((row) => ({ ...row, mode: row.mode === null ? null : sessionModeOf(row.mode) }))
}
