/** How far mentors have come in saying whom they would mentor, as far as a lead may know it: as with a questionnaire. */
import { listParticipants } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import { type Progress, progressOf } from '../../questionnaires/windows/collecting-rules.ts'
import { listStageWindows } from '../../questionnaires/windows/window-store.ts'
import { listWillingness } from '../store.ts'

/** Null: no stage of the protocol asks for it. */
export const loadWillingnessProgress = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<Progress | null> => {
  const { protocol } = programme
  const stages = questionnairesOf(protocol)
    .filter(({ willingness }) => willingness)
    .map(({ stage }) => stage)
  if (stages.length === 0) return null
  const hasOpened = (await listStageWindows(tx, programme)).some(
    ({ stage, state }) => stages.includes(stage) && state !== 'not_open',
  )
  const asked = (await listParticipants(tx, programme)).filter(
    ({ role, state }) => role === 'mentor' && (state === 'invited' || state === 'agreed'),
  )
  const said = new Set((await listWillingness(tx, programme)).map(({ mentor }) => mentor))
  return progressOf({
    state: hasOpened ? 'open' : 'not_open',
    ...{ asked: asked.length, answered: said.size },
    floor: protocol.rules.anonymityFloor,
  })
}
