/** What a start of the server does for a new installation: one link, which opens the set-up page. */
import type { ActionScope } from '../platform/action.ts'
import { installationId, read } from '../platform/database.ts'
import type { Installation } from '../platform/installation.ts'
import { newToken } from '../platform/tokens.ts'
import { makeSetUpLink, prepareInstallation } from './actions.ts'
import { findOrganisation, listOrganisations, listStaff } from './store.ts'

export const operatorScope = (
  { database, masterKey }: Pick<Installation, 'database' | 'masterKey'>,
  organisationId: string,
): ActionScope => ({
  database,
  masterKey,
  organisationId,
  actor: { kind: 'operator', id: null },
  idempotencyKey: null,
})

/** @returns the address to open: set-up until somebody runs an organisation of their own, then the start page */
export const openSetUpLink = async (
  installation: Installation,
  publicUrl: string,
): Promise<string> => {
  await ensureInstallation(installation)
  if (await isSetUp(installation)) return publicUrl
  const token = newToken(installationId)
  await makeSetUpLink(operatorScope(installation, installationId), token)
  return `${publicUrl}/set-up/${token.text}`
}

/** Somebody runs an organisation of their own. One that an import made has no staff yet. */
const isSetUp = async ({ database }: Installation): Promise<boolean> => {
  const organisations = await read(database, installationId, listOrganisations)
  for (const { organisationId, kind } of organisations) {
    if (kind !== 'own') continue
    const staff = await read(database, organisationId, (tx) => listStaff(tx, organisationId))
    if (staff.length > 0) return true
  }
  return false
}

/** Two servers that start at once both try; the second finds it done. */
export const ensureInstallation = async (
  installation: Pick<Installation, 'database' | 'masterKey'>,
): Promise<void> => {
  const existing = await read(installation.database, installationId, (tx) =>
    findOrganisation(tx, installationId),
  )
  if (existing !== null) return
  await prepareInstallation(operatorScope(installation, installationId), 'This installation')
}
