/** Everything that the lead's page of the pairs shows. */
import { listPairs, type StoredPair } from '../../allocation/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { loadCollecting } from '../../questionnaires/windows/collecting.ts'
import type { StageProgress } from '../../questionnaires/windows/collecting-rules.ts'
import { listAgreements } from '../agreement/agreement-store.ts'
import { rulesHashOf } from '../agreement/rules.ts'
import { listPlans } from '../planning/plan-store.ts'
import { listSessions } from '../store.ts'
import type { BandSummary } from '../time-use/bands.ts'
import { loadTimeUsed, type TimeUsed } from '../time-use/load-time-use.ts'
import type { Nudge, PairProgress } from './model.ts'
import { listNudges } from './nudge-store.ts'
import { countProgress, type ProgressCounts, pairsProgress } from './rules.ts'
import { lengthsOfSessions } from './session-lengths.ts'

export type LoadedProgress = {
  readonly programme: OpenProgramme
  readonly pairs: readonly StoredPair[]
  readonly progress: readonly PairProgress[]
  readonly counts: ProgressCounts
  readonly nudges: readonly Nudge[]
  /** Null: fewer than the floor. */
  readonly lengths: BandSummary | null
  /** Questionnaires that open with the sessions. */
  readonly stages: readonly StageProgress[]
  readonly used: TimeUsed
}

type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
  readonly now: Date
}

/** Null: the organisation has no such programme. */
export const loadProgress = async (
  tx: Transaction,
  asked: Asked,
): Promise<LoadedProgress | null> => {
  const collecting = await loadCollecting(tx, asked)
  if (collecting === null) return null
  const { programme, stages } = collecting
  const { anonymityFloor, sessionsPerPair } = programme.protocol.rules
  const pairs = await listPairs(tx, programme)
  const plans = await listPlans(tx, programme)
  const sessions = await listSessions(tx, programme)
  const progress = pairsProgress({
    ...{ pairs, plans, sessions, sessionsPerPair, now: asked.now },
    agreements: await listAgreements(tx, programme),
    rulesSha256: rulesHashOf(programme.protocol),
  })
  return {
    ...{ programme, pairs, progress, counts: countProgress(progress, { plans, sessions }) },
    nudges: await listNudges(tx, programme),
    lengths: lengthsOfSessions(sessions, anonymityFloor),
    stages: stages.filter(({ opensWithSession }) => opensWithSession),
    used: await loadTimeUsed(tx, programme),
  }
}
