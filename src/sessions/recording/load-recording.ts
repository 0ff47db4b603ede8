/** What somebody has to know to record a session: their pairs, and since when there are these pairs. */
import { listDraws } from '../../allocation/procedure/draw-store.ts'
import type { StoredPair } from '../../allocation/store.ts'
import { dayOf } from '../../lib/dates.ts'
import type { Transaction } from '../../platform/database.ts'
import { readQuestionnaire } from '../../questionnaires/answering/open-questionnaire.ts'
import type { Standing } from '../../questionnaires/answering/rules.ts'
import { sessionStagesOf } from '../../questionnaires/windows/session-stages.ts'
import { type AskedOwn, loadPairsOf, type OwnPairs } from '../own/load-own-pairs.ts'

export type Recording = {
  readonly own: OwnPairs
  /** The day on which the two were told of each other, YYYY-MM-DD; null: not known. */
  readonly pairedOn: (pair: StoredPair) => string | null
}

/** Null: the programme has no such mentor or mentee. */
export const loadRecording = async (
  tx: Transaction,
  asked: AskedOwn,
): Promise<Recording | null> => {
  const own = await loadPairsOf(tx, asked)
  if (own === null) return null
  const days = new Map(
    (await listDraws(tx, own.programme)).map(({ number, publishedAt }) => [
      number,
      publishedAt === null ? null : dayOf(publishedAt),
    ]),
  )
  const pairedOn = ({ drawNumber }: StoredPair) =>
    drawNumber === null ? null : (days.get(drawNumber) ?? null)
  return { own, pairedOn }
}

/** A questionnaire that opens with sessions, as it stands for this person. */
export type SessionQuestionnaire = {
  readonly stage: number
  readonly title: string
  readonly standing: Standing
}

export const loadSessionQuestionnaires = async (
  tx: Transaction,
  { programme, participant }: OwnPairs,
  asked: AskedOwn,
): Promise<readonly SessionQuestionnaire[]> => {
  const found: SessionQuestionnaire[] = []
  for (const { stage } of sessionStagesOf(programme.protocol)) {
    const { participantId } = participant
    const one = await readQuestionnaire(tx, { ...asked, participantId, stage })
    if (one !== null && one.standing !== 'not_asked')
      found.push({ stage, title: one.questionnaire.title, standing: one.standing })
  }
  return found
}
