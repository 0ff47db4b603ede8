/** The clock finds what was planned and can no longer be held, whether the pair has ended or the programme. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { read, type Transaction } from '../../platform/database.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listProgrammes } from '../../protocol/store.ts'
import { countDelegates, deleteDelegates } from '../delegates/delegate-store.ts'
import { cancelPlansThatAreOver, listPlansThatAreOver } from './cancel-plans.ts'
import type { Origin } from './mails.ts'

type Run = { readonly now: Date; readonly origin: Origin }

export const cancelEndedPlans = async (scope: ActionScope, { now, origin }: Run): Promise<void> => {
  const { database, organisationId } = scope
  const waiting = await read(database, organisationId, (tx) => programmesWaiting(tx, scope, now))
  for (const programmeId of waiting) await cancelThem(scope, { programmeId, origin })
}

type Scope = Pick<ActionScope, 'organisationId' | 'masterKey'>

const programmesWaiting = async (
  tx: Transaction,
  { organisationId, masterKey }: Scope,
  now: Date,
): Promise<readonly string[]> => {
  const waiting: string[] = []
  for (const { programmeId } of await listProgrammes(tx, organisationId)) {
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme !== null && (await isWaiting(tx, programme, now))) waiting.push(programmeId)
  }
  return waiting
}

const isWaiting = async (tx: Transaction, programme: OpenProgramme, now: Date): Promise<boolean> =>
  (await listPlansThatAreOver(tx, programme, now)).length > 0 ||
  (programme.state === 'closed' && (await countDelegates(tx, programme)) > 0)

type Asked = { readonly programmeId: string; readonly origin: Origin }
type EndedProblem = { readonly kind: 'planning.nothing_ended' }

/** Looked up again under the lock: another server may have been quicker. Where nothing can be booked, nobody books. */
const cancelThem = action(
  'sessions.cancelled',
  async (context, { programmeId, origin }: Asked): Promise<Result<Done<null>, EndedProblem>> => {
    const { tx, now } = context
    const programme = await openProgramme(tx, { ...context, programmeId })
    if (programme === null || !(await isWaiting(tx, programme, now)))
      return fail({ kind: 'planning.nothing_ended' })
    const sessions = await cancelPlansThatAreOver(context, programme, origin)
    if (programme.state === 'closed') await deleteDelegates(tx, programme)
    return ok({ value: null, subject: programmeId, details: { sessions } })
  },
)
