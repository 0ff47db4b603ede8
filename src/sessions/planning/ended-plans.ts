/** The clock finds what pairs had planned that have ended, however they did. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { read, type Transaction } from '../../platform/database.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { listProgrammes } from '../../protocol/store.ts'
import { cancelPlansOfEndedPairs, listPlansOfEndedPairs } from './cancel-plans.ts'
import type { Origin } from './mails.ts'

export const cancelEndedPlans = async (scope: ActionScope, origin: Origin): Promise<void> => {
  const { database, organisationId } = scope
  const waiting = await read(database, organisationId, (tx) => programmesWaiting(tx, scope))
  for (const programmeId of waiting) await cancelThem(scope, { programmeId, origin })
}

type Scope = Pick<ActionScope, 'organisationId' | 'masterKey'>

const programmesWaiting = async (tx: Transaction, scope: Scope): Promise<readonly string[]> => {
  const { organisationId, masterKey } = scope
  const waiting: string[] = []
  for (const { programmeId } of await listProgrammes(tx, organisationId)) {
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme?.state !== 'open') continue
    if ((await listPlansOfEndedPairs(tx, programme)).length > 0) waiting.push(programmeId)
  }
  return waiting
}

type Asked = { readonly programmeId: string; readonly origin: Origin }
type EndedProblem = { readonly kind: 'planning.nothing_ended' }

/** Looked up again under the lock: another server may have been quicker. */
const cancelThem = action(
  'sessions.cancelled',
  async (context, { programmeId, origin }: Asked): Promise<Result<Done<null>, EndedProblem>> => {
    const programme = await openProgramme(context.tx, { ...context, programmeId })
    const count =
      programme?.state === 'open' ? await cancelPlansOfEndedPairs(context, programme, origin) : 0
    if (count === 0) return fail({ kind: 'planning.nothing_ended' })
    return ok({ value: null, subject: programmeId, details: { sessions: count } })
  },
)
