/** What the clock does after the sessions: waves of follow-up open by themselves. */
import { dayOf } from '../../lib/dates.ts'
import { inEachOrganisation } from '../../organisations/in-each-organisation.ts'
import type { ActionScope } from '../../platform/action.ts'
import type { Task } from '../../platform/clock.ts'
import { read, type Transaction } from '../../platform/database.ts'
import type { Installation } from '../../platform/installation.ts'
import { findProgramme, listProgrammes } from '../../protocol/store.ts'
import { openStage, planStage } from '../../questionnaires/windows/windows.ts'
import { loadWaves } from './load-waves.ts'
import { type DueWave, dueWave } from './rules.ts'

/** Before people are told of open stages, so that they are told of a wave on its day. */
export const followUpTasks = (
  installation: Pick<Installation, 'database' | 'masterKey'>,
): readonly Task[] => [
  {
    name: 'open follow-ups',
    run: (now) => inEachOrganisation(installation, (scope) => openFollowUps(scope, { now })),
  },
]

type Due = DueWave & { readonly programmeId: string }

const listDue = async (
  tx: Transaction,
  organisationId: string,
  today: string,
): Promise<readonly Due[]> => {
  const due: Due[] = []
  for (const { programmeId } of await listProgrammes(tx, organisationId)) {
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme?.state !== 'open') continue
    const { protocol } = programme
    const wave = dueWave(await loadWaves(tx, { organisationId, programmeId, protocol }), today)
    if (wave !== null) due.push({ ...wave, programmeId })
  }
  return due
}

/** As if the lead had planned it for today. It closes as every planned stage does: when its last day is over. */
export const openFollowUps = async (
  scope: ActionScope,
  { now }: { readonly now: Date },
): Promise<void> => {
  const { database, organisationId } = scope
  const today = dayOf(now)
  const due = await read(database, organisationId, (tx) => listDue(tx, organisationId, today))
  for (const { programmeId, stage, closesOn } of due) {
    const move = { programmeId, stage, today }
    const planned = await planStage(scope, { ...move, opensOn: today, closesOn })
    if (planned.ok) await openStage(scope, { ...move, by: 'date' })
  }
}
