/** What a lead is shown of the questionnaires, out of the database. */
import { listParticipants } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { completionKeyOf, listCompletions } from '../completion-store.ts'
import { type Answering, type StageProgress, stageProgress } from './collecting-rules.ts'
import { listWaits } from './stage-wait-store.ts'
import { listStageWindows } from './window-store.ts'

export type Collecting = {
  readonly programme: OpenProgramme
  readonly stages: readonly StageProgress[]
}

type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
}

/** Null: the organisation has no such programme. */
export const loadCollecting = async (tx: Transaction, asked: Asked): Promise<Collecting | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const windows = await listStageWindows(tx, asked)
  const waitedFor = new Set((await listWaits(tx, asked)).keys())
  const people = await loadAnswering(tx, programme)
  return { programme, stages: stageProgress({ ...programme, windows, waitedFor, people }) }
}

const loadAnswering = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<readonly Answering[]> => {
  const completions = await listCompletions(tx, programme)
  return (await listParticipants(tx, programme)).map(({ role, state, participantId }) => ({
    role,
    state,
    answered: new Set(
      [...completions].flatMap(([stage, keys]) => {
        const key = completionKeyOf(programme.programmeKey, { stage, participantId })
        return keys.has(key.toString('hex')) ? [stage] : []
      }),
    ),
  }))
}
