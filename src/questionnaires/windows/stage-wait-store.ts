/** Who waits for a stage that is open for others: it opens for them when their session is recorded. */
import { sql } from 'kysely'
import { insertReminders } from '../../people/reminders/reminder-store.ts'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { inStatements } from '../../platform/statements.ts'
import type { KeptWindow } from '../model.ts'
import { listStageWindows } from './window-store.ts'

/** Stage → participants. Who has declined or withdrawn waits for nothing. */
export type StageWaits = ReadonlyMap<number, ReadonlySet<string>>

export const listWaits = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<StageWaits> => {
  const rows = await tx
    .selectFrom('stageWaits')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.organisationId', '=', 'stageWaits.organisationId')
        .onRef('participants.programmeId', '=', 'stageWaits.programmeId')
        .onRef('participants.participantId', '=', 'stageWaits.participantId'),
    )
    .select(['stageWaits.stage', 'stageWaits.participantId'])
    .where('stageWaits.organisationId', '=', organisationId)
    .where('stageWaits.programmeId', '=', programmeId)
    .where('participants.state', 'in', ['agreed', 'invited'])
    .execute()
  const byStage = Map.groupBy(rows, ({ stage }) => stage)
  return new Map(
    [...byStage].map(([stage, some]) => [
      stage,
      new Set(some.map(({ participantId }) => participantId)),
    ]),
  )
}

type Waiting = { readonly stage: number; readonly participantIds: readonly string[] }

export const insertWaits = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { stage, participantIds }: Waiting,
): Promise<void> =>
  inStatements(
    participantIds.map((participantId) => ({ participantId })),
    { organisationId, programmeId, stage },
    (rows) => tx.insertInto('stageWaits').values(rows).execute(),
  )

type Ending = {
  readonly stage: number
  /** Null: all who wait. */
  readonly participantIds: readonly string[] | null
  /** From this day on they can answer, and are reminded counting from it: YYYY-MM-DD. */
  readonly on: string
}

export const endWaits = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { stage, participantIds, on }: Ending,
): Promise<void> => {
  const ended = await tx
    .deleteFrom('stageWaits')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('stage', '=', stage)
    .$if(participantIds !== null, (query) => query.where('participantId', 'in', participantIds))
    .returning('participantId')
    .execute()
  const about = `${endOfWait(stage)}${on}`
  const rows = ended.map(({ participantId }) => ({ participantId, number: 1 }))
  await insertReminders(tx, { organisationId, programmeId, about }, rows)
}

/** Kept among the reminders, since all that it is for is when they go. */
const endOfWait = (stage: number): string => `stage ${stage}, waited until `

/** Participant → the day on which the stage opened for them; who is not listed did not wait. */
export const listEndsOfWaits = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  stage: number,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('reminders')
    .select(['participantId', 'about'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('about', 'like', `${endOfWait(stage)}%`)
    .orderBy('about')
    .execute()
  return new Map(
    rows.map(({ participantId, about }) => [participantId, about.slice(endOfWait(stage).length)]),
  )
}

/** The stages that were opened for everybody, by hand or by date, as the audit log has it. */
export const listOpenedForAll = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<ReadonlySet<number>> => {
  const rows = await tx
    .selectFrom('auditEntries')
    .select(sql<number>`(details ->> 'stage')::integer`.as('stage'))
    .where('organisationId', '=', organisationId)
    .where('event', '=', 'stage.opened')
    .where('subject', '=', programmeId)
    .execute()
  return new Set(rows.map(({ stage }) => stage))
}

/** As one person sees them: what they wait for has not opened, and nobody knows when it will. */
export const listWindowsOf = async (
  tx: Transaction,
  place: Place,
  participantId: string,
): Promise<readonly KeptWindow[]> => {
  const waits = await listWaits(tx, place)
  return (await listStageWindows(tx, place)).map((window) =>
    waits.get(window.stage)?.has(participantId) === true
      ? { ...window, state: 'not_open' as const, opensOn: null }
      : window,
  )
}
