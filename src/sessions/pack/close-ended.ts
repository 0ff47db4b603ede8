/** What the clock does about packs: whoever has signed out has closed theirs. Nothing is recorded; they did it themselves. */
import { ok } from '../../lib/result.ts'
import { type ActionScope, unrecorded } from '../../platform/action.ts'
import { deleteEndedOpenings } from './pack-store.ts'

export const closeEndedPacks = async (
  scope: Pick<ActionScope, 'database' | 'organisationId'>,
  now: Date,
): Promise<void> => {
  await unrecorded(scope, async (tx) => {
    await deleteEndedOpenings(tx, scope.organisationId, now)
    return ok(null)
  })
}
