/**
 * Whoever has not answered about a document is reminded after 3 and 7 days. That a reminder was due is kept for all
 * who took part, and entered in the audit log, whether they had answered or not: neither tells who has.
 */
import { dayOf } from '../../../lib/dates.ts'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { dueReminders, isTimeToRemind } from '../../../people/reminders/reminder-rules.ts'
import { insertReminders, listReminders } from '../../../people/reminders/reminder-store.ts'
import type { Run } from '../../../people/reminders/reminders.ts'
import { type ActionScope, action, type Done } from '../../../platform/action.ts'
import { read, type Transaction } from '../../../platform/database.ts'
import { writeMails } from '../../../platform/mail.ts'
import { type OpenProgramme, openProgramme } from '../../../protocol/open-programme.ts'
import { listProgrammes } from '../../../protocol/store.ts'
import { listContributors } from '../../store.ts'
import { listSignOffKeys, signOffKeyOf } from './answer-store.ts'
import { listReachable, reminderTo } from './mails.ts'
import type { VersionHead } from './model.ts'
import { listVersionHeads } from './store.ts'

const days: readonly number[] = [3, 7]

type Due = {
  readonly version: VersionHead
  readonly participantId: string
  readonly numbers: readonly number[]
}

const aboutVersion = ({ mentee, version }: VersionHead): string => `sign-off/${mentee}/${version}`

const listDue = async (
  tx: Transaction,
  programme: OpenProgramme,
  today: string,
): Promise<readonly Due[]> => {
  if (programme.state !== 'open') return []
  const out = (await listVersionHeads(tx, programme)).filter(({ state }) => state === 'signing')
  const contributors = out.length === 0 ? [] : await listContributors(tx, programme)
  const due: Due[] = []
  for (const version of out) {
    const sent = await listReminders(tx, programme, aboutVersion(version))
    for (const { participantId } of contributors) {
      const had = sent.get(participantId) ?? new Set<number>()
      const numbers = dueReminders({ days, since: version.sentOn, sent: had }, today)
      if (numbers.length > 0) due.push({ version, participantId, numbers })
    }
  }
  return due
}

/** For each programme of an organisation, as often as the clock ticks: none goes twice. */
export const remindOfSignOff = async (scope: ActionScope, run: Run): Promise<void> => {
  if (!isTimeToRemind(run.now)) return
  const today = dayOf(run.now)
  const due = await read(scope.database, scope.organisationId, (tx) => findDue(tx, scope, today))
  for (const programmeId of due) {
    await remindOfProgramme(scope, { programmeId, today, publicUrl: run.publicUrl })
  }
}

const findDue = async (
  tx: Transaction,
  { organisationId, masterKey }: ActionScope,
  today: string,
): Promise<readonly string[]> => {
  const due: string[] = []
  for (const { programmeId } of await listProgrammes(tx, organisationId)) {
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) continue
    if ((await listDue(tx, programme, today)).length > 0) due.push(programmeId)
  }
  return due
}

type Asked = { readonly programmeId: string; readonly today: string; readonly publicUrl: string }
type RemindProblem = { readonly kind: 'programme.unknown' | 'reminders.none_due' }

/** What is due is looked up again under the lock: another server may have been quicker. One mail, however many wait. */
const remindOfProgramme = action(
  'sign_off_reminders.sent',
  async (context, asked: Asked): Promise<Result<Done<null>, RemindProblem>> => {
    const { tx, organisationId, masterKey } = context
    const { programmeId, today, publicUrl } = asked
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return fail({ kind: 'programme.unknown' })
    const due = await listDue(tx, programme, today)
    if (due.length === 0) return fail({ kind: 'reminders.none_due' })
    await keepReminders(tx, programme, due)
    const keys = await listSignOffKeys(tx, programme)
    const waiting = new Set(
      due
        .filter(({ version, participantId }) => {
          const key = signOffKeyOf(programme, version, participantId)
          return !keys.has(key.toString('hex'))
        })
        .map(({ participantId }) => participantId),
    )
    const mails = (await listReachable(context, programme, publicUrl))
      .filter(({ participantId }) => waiting.has(participantId))
      .map((person) => reminderTo(programme, person, publicUrl))
    await writeMails(context, programme.organisationKey, mails)
    return ok({ value: null, subject: programmeId })
  },
)

const keepReminders = async (
  tx: Transaction,
  { organisationId, programmeId }: OpenProgramme,
  due: readonly Due[],
): Promise<void> => {
  for (const [about, some] of Map.groupBy(due, ({ version }) => aboutVersion(version))) {
    const rows = some.flatMap(({ participantId, numbers }) =>
      numbers.map((number) => ({ participantId, number })),
    )
    await insertReminders(tx, { organisationId, programmeId, about }, rows)
  }
}
