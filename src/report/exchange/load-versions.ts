/** Under which version of the protocol each stage was answered, where not all were answered under one. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { differencesBetween } from '../../protocol/differences/differences.ts'
import { findProgramme } from '../../protocol/store.ts'
import { versionsOf } from '../../questionnaires/windows/opening-rules.ts'
import { listStageWindows } from '../../questionnaires/windows/window-store.ts'
import type { ProtocolVersions } from '../study.ts'

/** Undefined: every stage was asked under the same version. */
export const loadVersions = async (
  tx: Transaction,
  place: Place,
): Promise<ProtocolVersions | undefined> => {
  const stages = (await listStageWindows(tx, place)).map((window) => ({
    stage: window.stage,
    versions: [...new Set(versionsOf(window))],
  }))
  const used = [...new Set(stages.flatMap(({ versions }) => versions))].toSorted((a, b) => a - b)
  if (used.length < 2) return undefined
  return { stages, changes: await loadChanges(tx, place, used) }
}

/** What each version that was used has otherwise than the one used before it. */
const loadChanges = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  used: readonly number[],
): Promise<ProtocolVersions['changes']> => {
  const changes: ProtocolVersions['changes'][number][] = []
  for (const [place, to] of used.entries()) {
    const from = used[place - 1]
    if (from === undefined) continue
    const before = await findProgramme(tx, organisationId, programmeId, from)
    const after = await findProgramme(tx, organisationId, programmeId, to)
    if (before === null || after === null) continue
    changes.push({ from, to, differences: differencesBetween(before.protocol, after.protocol) })
  }
  return changes
}
