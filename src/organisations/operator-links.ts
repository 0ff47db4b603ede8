/** Sign-in links made at the command line, by whoever can read the master key. */
import { read } from '../platform/database.ts'
import { type Outcome, refusal, withInstallation } from '../platform/installation.ts'
import { lookupKey } from '../platform/keys.ts'
import { newToken } from '../platform/tokens.ts'
import { linkAddress, makeStaffLink } from './actions.ts'
import { operatorScope } from './set-up.ts'
import { findOrganisation, findStaffByEmailKey } from './store.ts'

export type OperatorLink = { readonly organisation: string; readonly address: string }

export const linksFor = (
  environment: Readonly<Record<string, string | undefined>>,
  email: string,
): Promise<Outcome<readonly OperatorLink[]>> =>
  withInstallation(environment, async (installation, config) => {
    const { database, masterKey } = installation
    const places = await findStaffByEmailKey(database, lookupKey(masterKey, email))
    if (places.length === 0) {
      const sentence = 'Nobody on the staff has this email address. Check how it is spelled.'
      return refusal('staff.unknown', sentence)
    }
    const links: OperatorLink[] = []
    for (const { organisationId, staffId } of places) {
      const token = newToken(organisationId)
      await makeStaffLink(operatorScope(installation, organisationId), { staffId, token })
      const found = await read(database, organisationId, (tx) =>
        findOrganisation(tx, organisationId),
      )
      const organisation = found?.name ?? organisationId
      links.push({ organisation, address: linkAddress(config.publicUrl, token) })
    }
    return { ok: true, value: links }
  })
