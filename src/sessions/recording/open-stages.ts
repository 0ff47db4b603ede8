/** The questionnaire after the session opens by itself, for the pairs that have met. */
import { listPairs, type StoredPair } from '../../allocation/store.ts'
import { dayOf } from '../../lib/dates.ts'
import type { Participant } from '../../people/model.ts'
import { listParticipants } from '../../people/store.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { windowOf } from '../../questionnaires/windows/opening-rules.ts'
import { type SessionStage, sessionStagesOf } from '../../questionnaires/windows/session-stages.ts'
import { endWaits, insertWaits } from '../../questionnaires/windows/stage-wait-store.ts'
import { listStageWindows } from '../../questionnaires/windows/window-store.ts'
import { openWithin, rewriteClosed } from '../../questionnaires/windows/windows.ts'
import { listSessions } from '../store.ts'

/** After a session of this pair was recorded. What is open for everybody stays as it is. */
export const openStagesFor = async (
  context: ActionContext,
  programme: OpenProgramme,
  { pairId, mentorId, menteeId }: StoredPair,
): Promise<void> => {
  const { tx, now } = context
  const held = (await countHeld(context, programme)).get(pairId) ?? 0
  const windows = await listStageWindows(tx, programme)
  for (const sessionStage of sessionStagesOf(programme.protocol)) {
    const { stage, afterSessions } = sessionStage
    if (held < afterSessions) continue
    if (windowOf(windows, stage).state === 'not_open') {
      await openForWhoHasMet(context, programme, sessionStage)
      continue
    }
    const participantIds = [mentorId, menteeId]
    await endWaits(tx, programme, { stage, participantIds, on: dayOf(now) })
    await rewriteClosed(tx, { programme, place: programme, windows }, stage)
  }
}

/** By pair. */
const countHeld = async (
  { tx }: Pick<ActionContext, 'tx'>,
  programme: OpenProgramme,
): Promise<ReadonlyMap<string, number>> => {
  const byPair = Map.groupBy(await listSessions(tx, programme), ({ pairId }) => pairId)
  return new Map([...byPair].map(([pairId, sessions]) => [pairId, sessions.length]))
}

/** Everybody waits, also who has no partner and who may still agree to take part; for whoever has met that ends at once. */
const openForWhoHasMet = async (
  context: ActionContext,
  programme: OpenProgramme,
  { stage, afterSessions }: SessionStage,
): Promise<void> => {
  const { tx, now } = context
  const { programmeId } = programme
  const opening = await openWithin(context, {
    ...{ programmeId, stage, by: 'session', today: dayOf(now) },
  })
  if (!opening.ok) throw new Error(`A stage did not open: ${opening.problem.kind}`)
  const held = await countHeld(context, programme)
  const met = (await listPairs(tx, programme))
    .filter(({ pairId }) => (held.get(pairId) ?? 0) >= afterSessions)
    .flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
  const everybody = (await listParticipants(tx, programme)).filter(mayAnswerLater)
  const participantIds = everybody.map(({ participantId }) => participantId)
  await insertWaits(tx, programme, { stage, participantIds })
  await endWaits(tx, programme, { stage, participantIds: met, on: dayOf(now) })
}

export const mayAnswerLater = ({ state }: Pick<Participant, 'state'>): boolean =>
  state === 'agreed' || state === 'invited'
