/** The same work in every organisation that people run themselves, in turn. */
import type { ActionScope } from '../platform/action.ts'
import { installationId, read } from '../platform/database.ts'
import type { Installation } from '../platform/installation.ts'
import { operatorScope } from './set-up.ts'
import { listOrganisations } from './store.ts'

/** What is wrong in one organisation holds up no other, and is told at the end. */
export const inEachOrganisation = async (
  installation: Pick<Installation, 'database' | 'masterKey'>,
  work: (scope: ActionScope) => Promise<unknown>,
): Promise<void> => {
  const all = await read(installation.database, installationId, listOrganisations)
  const faults: unknown[] = []
  for (const { organisationId, kind } of all) {
    if (kind !== 'own') continue
    const done = work(operatorScope(installation, organisationId))
    await done.catch((error: unknown) => faults.push(error))
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some organisations had a fault.')
}
