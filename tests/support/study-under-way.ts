/** The example study as a programme that is still open, and somebody in it who can withdraw. */
import { defaultConsentText } from '../../src/people/consent/default.ts'
import { findConsentText, insertConsent, putConsentText } from '../../src/people/consent/store.ts'
import { type WithdrawalChoice, withdrawalChoices } from '../../src/people/model.ts'
import { listParticipants } from '../../src/people/store.ts'
import type { ActionScope } from '../../src/platform/action.ts'
import { type Database, read } from '../../src/platform/database.ts'
import type { Key } from '../../src/platform/keys.ts'
import { openProgramme } from '../../src/protocol/open-programme.ts'
import { updateProgramme } from '../../src/protocol/store.ts'
import { insertCompletion } from '../../src/questionnaires/completion-store.ts'
import { putDraft } from '../../src/questionnaires/draft-store.ts'
import { putStageWindow } from '../../src/questionnaires/windows/window-store.ts'
import { importStudy } from '../../src/report/exchange/import-study.ts'
import type { Study } from '../../src/report/study.ts'
import { masterKey, newOrganisation } from './database.ts'
import { exampleStudy } from './example-study.ts'
import { type Somebody, signedIn } from './hospital.ts'
import { writing } from './programme-under-way.ts'
import { sheffield } from './protocols.ts'
import { succeeded } from './succeeded.ts'

export const effects = withdrawalChoices

const usualText = defaultConsentText(sheffield, { name: 'Gastroenterology', site: null })

export type UnderWay = {
  readonly scope: ActionScope
  readonly programmeId: string
  readonly programmeKey: Key
}

/** @param opened the stages that have been opened */
export const studyUnderWay = async (
  database: Database,
  opened: readonly number[],
  change: (study: Study) => Study = (study) => study,
): Promise<UnderWay> => {
  const scope = await newOrganisation(database)
  const { organisationId } = scope
  const programmeId = crypto.randomUUID()
  const nameOf = ({ participant }: { participant: string }) => participant
  const study = change(await exampleStudy())
  succeeded(await importStudy(scope, { programmeId, name: 'Gastroenterology', study, nameOf }))
  const place = { organisationId, programmeId }
  const running = await writing(database, organisationId, async (tx) => {
    await updateProgramme(tx, place, { state: 'open' })
    await putConsentText(tx, place, usualText)
    const programme = await openProgramme(tx, { ...place, masterKey })
    if (programme === null) throw new Error('The programme is not there.')
    return { scope, programmeId, programmeKey: programme.programmeKey }
  })
  await openStages(database, running, opened)
  return running
}

export const openStages = (
  database: Database,
  { scope: { organisationId }, programmeId }: Pick<UnderWay, 'scope' | 'programmeId'>,
  stages: readonly number[],
): Promise<void> =>
  writing(database, organisationId, async (tx) => {
    const dates = { opensOn: null, closesOn: null, protocolVersion: 1 }
    for (const stage of stages) {
      await putStageWindow(tx, { organisationId, programmeId }, { stage, state: 'open', ...dates })
    }
  })

export type Leaver = Somebody & { readonly stage: number }

/** Somebody, by name, who has agreed, answered a stage, and typed something at it since. */
export const leaverIn = async (
  database: Database,
  { scope, programmeId, programmeKey }: UnderWay,
  { code, effect }: { readonly code: string; readonly effect: WithdrawalChoice },
): Promise<Leaver> => {
  const { organisationId } = scope
  const place = { organisationId, programmeId }
  const people = await read(database, organisationId, (tx) => listParticipants(tx, place))
  const personId = people.find(({ name }) => name === code)?.participantId ?? ''
  const stage = code.startsWith('M') ? 1 : 4
  return writing(database, organisationId, async (tx) => {
    const agreedAt = new Date('2026-10-01T09:00:00Z')
    if ((await findConsentText(tx, place)) === null) await putConsentText(tx, place, usualText)
    const consent = { version: 1, statements: {}, withdrawal: effect, agreedAt }
    await insertConsent(tx, place, { participantId: personId, ...consent })
    const withKey = { ...place, programmeKey }
    await insertCompletion(tx, withKey, { stage, participantId: personId })
    await putDraft(tx, withKey, { stage, participantId: personId }, { concerns: 'None so far' })
    const kind = 'participant' as const
    const person = await signedIn(tx, { organisationId, personId, kind, name: code, email: null })
    return { ...person, stage }
  })
}
