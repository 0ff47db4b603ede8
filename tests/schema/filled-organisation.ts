/** An organisation with at least one row in every table. */
import { ok } from '../../src/lib/result.ts'
import { insertStaff, loadOrganisationKey } from '../../src/organisations/store.ts'
import { type ActionScope, action } from '../../src/platform/action.ts'
import type { Database } from '../../src/platform/database.ts'
import { lookupKey } from '../../src/platform/keys.ts'
import { writeMail } from '../../src/platform/mail.ts'
import { beginSignIn } from '../../src/platform/sign-in.ts'
import { insertLink } from '../../src/platform/sign-in-store.ts'
import { newToken } from '../../src/platform/tokens.ts'
import { insertProgrammeStaff } from '../../src/protocol/store.ts'
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
  return ok({ value: null })
})

export const filledOrganisation = async (
  database: Database,
  study: Study,
): Promise<ActionScope> => {
  const scope = await newOrganisation(database)
  await fill({ ...scope, idempotencyKey: crypto.randomUUID() }, study)
  return scope
}
