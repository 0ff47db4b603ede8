/**
 * The clock sees to it that whoever joins while a questionnaire is open for the pairs that have met waits as the others
 * do: it opens for them, too, once they have met.
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import { listParticipants, type Place } from '../../people/store.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { read, type Transaction } from '../../platform/database.ts'
import { findProgramme, listProgrammes } from '../../protocol/store.ts'
import { sessionStagesOf } from '../../questionnaires/windows/session-stages.ts'
import {
  insertWaits,
  listEndsOfWaits,
  listOpenedForAll,
  listWaits,
} from '../../questionnaires/windows/stage-wait-store.ts'
import { mayAnswerLater } from './open-stages.ts'

type Late = { readonly stage: number; readonly participantIds: readonly string[] }

/**
 * Who neither waits nor has waited, at stages that opened with a session and not for everybody since; also where all who
 * were there have met by now.
 */
const listLate = async (tx: Transaction, place: Place): Promise<readonly Late[]> => {
  const programme = await findProgramme(tx, place.organisationId, place.programmeId)
  if (programme?.state !== 'open') return []
  const waits = await listWaits(tx, place)
  const late: Late[] = []
  for (const { stage } of sessionStagesOf(programme.protocol)) {
    const waiting = waits.get(stage) ?? new Set<string>()
    const ends = await listEndsOfWaits(tx, place, stage)
    if (waiting.size + ends.size === 0) continue
    const participantIds = (await listParticipants(tx, place))
      .filter(mayAnswerLater)
      .map(({ participantId }) => participantId)
      .filter((id) => !waiting.has(id) && !ends.has(id))
    if (participantIds.length === 0) continue
    if (!(await listOpenedForAll(tx, place)).has(stage)) late.push({ stage, participantIds })
  }
  return late
}

export const letLateComersWait = async (scope: ActionScope): Promise<void> => {
  const { database, organisationId } = scope
  const found = await read(database, organisationId, async (tx) => {
    const programmes: string[] = []
    for (const { programmeId } of await listProgrammes(tx, organisationId))
      if ((await listLate(tx, { organisationId, programmeId })).length > 0)
        programmes.push(programmeId)
    return programmes
  })
  for (const programmeId of found) await keepWaits(scope, { programmeId })
}

type NobodyLate = { readonly kind: 'stage.nobody_late' }

const keepWaits = action(
  'stage_waits.begun',
  async (
    { tx, organisationId },
    { programmeId }: { readonly programmeId: string },
  ): Promise<Result<Done<null>, NobodyLate>> => {
    const place = { organisationId, programmeId }
    const late = await listLate(tx, place)
    if (late.length === 0) return fail({ kind: 'stage.nobody_late' })
    for (const one of late) await insertWaits(tx, place, one)
    return ok({ value: null, subject: programmeId })
  },
)
