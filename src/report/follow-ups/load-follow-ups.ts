/** What a lead or a researcher is told of the waves, out of the database. */
import { listParticipants, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import type { RoleId } from '../../protocol/model.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { findProgramme } from '../../protocol/store.ts'
import type { KeptWindow } from '../../questionnaires/model.ts'
import { versionsOf } from '../../questionnaires/windows/opening-rules.ts'
import { listStageWindows } from '../../questionnaires/windows/window-store.ts'
import { loadWaves } from '../../sessions/follow-ups/load-waves.ts'
import { analyseStudy } from '../analyse-study.ts'
import { loadStudy } from '../exchange/load-study.ts'
import { type FollowUps, followUpsShown } from './follow-ups.ts'
import { listTakenOutSince } from './taken-out-store.ts'

export type LoadedFollowUps = { readonly programme: OpenProgramme; readonly followUps: FollowUps }

/** Null: the organisation has no such programme. */
export const loadFollowUps = async (
  tx: Transaction,
  asked: Place & { readonly masterKey: Key },
): Promise<LoadedFollowUps | null> => {
  const programme = await openProgramme(tx, asked)
  const loaded = await loadStudy(tx, asked)
  if (programme === null || loaded === null) return null
  const { study } = loaded
  const waves = await loadWaves(tx, programme)
  const windows = await listStageWindows(tx, asked)
  const stages = waves.map(({ stage }) => stage)
  const followUps = followUpsShown({
    ...{ programme, study, analysis: analyseStudy(study), waves, windows },
    floors: await loadFloors(tx, asked, windows),
    takenOut: await groupsWithAnswersTakenOut(tx, asked, stages),
  })
  return { programme, followUps }
}

/** k in each version of the protocol under which a stage was opened. */
const loadFloors = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  windows: readonly KeptWindow[],
): Promise<ReadonlyMap<number, number>> => {
  const floors = new Map<number, number>()
  for (const version of new Set(windows.flatMap(versionsOf))) {
    const then = await findProgramme(tx, organisationId, programmeId, version)
    if (then !== null) floors.set(version, then.protocol.rules.anonymityFloor)
  }
  return floors
}

const groupsWithAnswersTakenOut = async (
  tx: Transaction,
  place: Place,
  stages: readonly number[],
): Promise<ReadonlySet<RoleId>> => {
  const gone = await listTakenOutSince(tx, place, stages)
  const people = await listParticipants(tx, place)
  return new Set(people.flatMap(({ participantId: id, role }) => (gone.has(id) ? [role] : [])))
}
