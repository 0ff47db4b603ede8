/** An organisation with at least one row in every table. */
import { ok } from '../../src/lib/result.ts'
import { insertStaff, loadOrganisationKey } from '../../src/organisations/store.ts'
import { listParticipants } from '../../src/people/store.ts'
import { type ActionContext, type ActionScope, action } from '../../src/platform/action.ts'
import type { Database } from '../../src/platform/database.ts'
import { lookupKey } from '../../src/platform/keys.ts'
import { writeMail } from '../../src/platform/mail.ts'
import { beginSignIn } from '../../src/platform/sign-in.ts'
import { insertLink } from '../../src/platform/sign-in-store.ts'
import { newToken } from '../../src/platform/tokens.ts'
import { openProgramme } from '../../src/protocol/open-programme.ts'
import { insertProgrammeStaff } from '../../src/protocol/store.ts'
import { insertCompletion } from '../../src/questionnaires/completion-store.ts'
import { putDraft } from '../../src/questionnaires/draft-store.ts'
import { putStageWindow } from '../../src/questionnaires/windows/window-store.ts'
import { insertStudy } from '../../src/report/exchange/import-study.ts'
import type { Study } from '../../src/report/study.ts'
import { newOrganisation } from '../support/database.ts'
import { exampleStudy } from '../support/example-study.ts'

/** The example study, and whatever it leaves out of what a study can hold. */
export const fullStudy = async (): Promise<Study> => {
  const study = await exampleStudy()
  const mentee = study.participants.find(({ role }) => role === 'mentee')?.participant ?? null
  const participants = study.participants.map((person) =>
    person.role === 'mentor' ? { ...person, supervisor: mentee } : person,
  )
  return { ...study, participants }
}

const fill = action('organisation.filled', async (context, study: Study) => {
  const { tx, organisationId, masterKey } = context
  const [programmeId, staffId] = [crypto.randomUUID(), crypto.randomUUID()]
  const nameOf = ({ participant }: { readonly participant: string }) => participant
  await insertStudy(context, { programmeId, name: 'A programme', study, nameOf })
  const email = `${staffId}@hospital.example`
  const emailKey = lookupKey(masterKey, email)
  const member = { staffId, name: 'Nadia Rahman', email, emailKey }
  await insertStaff(tx, organisationId, { ...member, roles: ['administrator'] })
  await insertProgrammeStaff(tx, organisationId, [{ programmeId, staffId, role: 'lead' }])
  const token = newToken(organisationId)
  await insertLink(tx, { token, purpose: 'staff', personId: staffId, expiresAt: null })
  await beginSignIn(context, { organisationId, personKind: 'staff', personId: staffId }, token)
  const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
  const mail = { purpose: 'staff_link', to: email, subject: 'A link', text: 'Here it is.' }
  await writeMail(context, organisationKey, mail)
  await fillSetUp(context, programmeId)
  return ok({ value: null })
})

/** What a running programme holds and an imported study does not. */
const fillSetUp = async (context: ActionContext, programmeId: string): Promise<void> => {
  const { tx, organisationId, masterKey, now } = context
  const place = { organisationId, programmeId }
  const programme = await openProgramme(tx, { ...place, masterKey })
  const [person] = await listParticipants(tx, place)
  if (programme === null || person === undefined) throw new Error('The study was not inserted.')
  const { participantId } = person
  const generated = { generation: 1, codeKey: lookupKey(masterKey, organisationId) }
  await tx
    .insertInto('invitations')
    .values({ ...place, participantId, ...generated, invitedAt: now })
    .execute()
  await tx
    .insertInto('reminders')
    .values({ ...place, participantId, about: 'invitation', number: 1 })
    .execute()
  await tx
    .insertInto('consentTexts')
    .values({ ...place, version: 1, text: '{}' })
    .execute()
  await tx
    .insertInto('consents')
    .values({
      ...place,
      participantId,
      version: 1,
      statements: '[]',
      withdrawal: 'stop',
      agreedAt: now,
    })
    .execute()
  await tx
    .insertInto('governance')
    .values({ ...place, details: '{}' })
    .execute()
  const [opensOn, closesOn] = ['2026-11-01', '2026-11-30']
  await putStageWindow(tx, place, {
    stage: 1,
    state: 'open',
    opensOn,
    closesOn,
    protocolVersion: 1,
  })
  const keyed = { ...place, programmeKey: programme.programmeKey }
  await insertCompletion(tx, keyed, { stage: 1, participantId })
  await putDraft(tx, keyed, { stage: 3, participantId }, { concerns: 'Too little time' })
}

export const filledOrganisation = async (
  database: Database,
  study: Study,
): Promise<ActionScope> => {
  const scope = await newOrganisation(database)
  await fill({ ...scope, idempotencyKey: crypto.randomUUID() }, study)
  return scope
}
