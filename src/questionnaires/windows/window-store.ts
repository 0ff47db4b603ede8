/** When stages can be answered. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { KeptWindow, StageWindow, WindowState } from '../model.ts'

const windowStates = ['not_open', 'open', 'closed'] as const

const stateOf = (text: string): WindowState => {
  const state = windowStates.find((known) => known === text)
  if (state === undefined) throw new Error(`A stage in an unknown state: ${text}`)
  return state
}

const columns = [
  'stage',
  'state',
  'opensOn',
  'closesOn',
  'protocolVersion',
  'earlierVersions',
] as const

/** In the order of the stages; a stage that is not listed has not been opened and has no dates. */
export const listStageWindows = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly KeptWindow[]> => {
  const rows = await tx
    .selectFrom('stageWindows')
    .select(columns)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('stage')
    .execute()
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }))
}

export const putStageWindow = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  window: StageWindow & Partial<Pick<KeptWindow, 'earlierVersions'>>,
): Promise<void> => {
  const { stage, earlierVersions, ...rest } = window
  const changes = earlierVersions ? { ...rest, earlierVersions: [...earlierVersions] } : rest
  await tx
    .insertInto('stageWindows')
    .values({ organisationId, programmeId, stage, ...changes })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'programmeId', 'stage']).doUpdateSet(changes),
    )
    .execute()
}
