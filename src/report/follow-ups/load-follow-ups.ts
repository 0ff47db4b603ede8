/** What a lead or a researcher is told of the waves, out of the database. */
import { listConsents } from '../../people/consent/store.ts'
import { listParticipants, type Place } from '../../people/store.ts'
import { promisedEffect } from '../../people/withdrawal/rules.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import type { RoleId } from '../../protocol/model.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listStageWindows } from '../../questionnaires/windows/window-store.ts'
import { loadWaves } from '../../sessions/follow-ups/load-waves.ts'
import { analyseStudy } from '../analyse-study.ts'
import { loadStudy } from '../exchange/load-study.ts'
import { type FollowUps, followUpsShown } from './follow-ups.ts'

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
  const followUps = followUpsShown({
    ...{ programme, study, analysis: analyseStudy(study) },
    waves: await loadWaves(tx, programme),
    windows: await listStageWindows(tx, asked),
    takenOut: await groupsWithAnswersTakenOut(tx, asked),
  })
  return { programme, followUps }
}

/** Groups that somebody left after the sessions who had chosen that all they gave is deleted. */
const groupsWithAnswersTakenOut = async (
  tx: Transaction,
  place: Place,
): Promise<ReadonlySet<RoleId>> => {
  const consents = new Map(
    (await listConsents(tx, place)).map((consent) => [consent.participantId, consent]),
  )
  const gone = (await listParticipants(tx, place)).filter(
    ({ participantId, leftAfterPhase }) =>
      (leftAfterPhase ?? 0) > 1 && promisedEffect(consents.get(participantId) ?? null) === 'remove',
  )
  return new Set(gone.map(({ role }) => role))
}
