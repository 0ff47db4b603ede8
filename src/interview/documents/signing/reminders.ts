/**
 * Whoever has not answered about a document is reminded after 3 and 7 days. That a reminder was due is kept for all
 * who took part, and entered in the audit log, whether they had answered or not: neither tells who has.
 */
import { type Due, remind } from '../../../people/reminders/remind.ts'
import { dueReminders } from '../../../people/reminders/reminder-rules.ts'
import { listReminders } from '../../../people/reminders/reminder-store.ts'
import type { Transaction } from '../../../platform/database.ts'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { listContributors } from '../../store.ts'
import { listSignOffKeys, signOffKeyOf } from './answer-store.ts'
import { listReachableContributors, reminderTo } from './mails.ts'
import type { VersionHead } from './model.ts'
import { listVersionHeads } from './store.ts'

const days: readonly number[] = [3, 7]

type DueSignOff = Due & { readonly version: VersionHead }

const aboutVersion = ({ mentee, version }: VersionHead): string => `sign-off/${mentee}/${version}`

const listDue = async (
  tx: Transaction,
  programme: OpenProgramme,
  today: string,
): Promise<readonly DueSignOff[]> => {
  const out = (await listVersionHeads(tx, programme)).filter(({ state }) => state === 'signing')
  const contributors = out.length === 0 ? [] : await listContributors(tx, programme)
  const due: DueSignOff[] = []
  for (const version of out) {
    const about = aboutVersion(version)
    const sent = await listReminders(tx, programme, about)
    for (const { participantId } of contributors) {
      const had = sent.get(participantId) ?? new Set<number>()
      const numbers = dueReminders({ days, since: version.sentOn, sent: had }, today)
      if (numbers.length > 0) due.push({ version, participantId, about, numbers })
    }
  }
  return due
}

/** One mail, however many documents wait. */
export const remindOfSignOff = remind<DueSignOff>({
  event: 'sign_off_reminders.sent',
  listDue,
  mailsFor: async (context, { programme, due, publicUrl }) => {
    const keys = await listSignOffKeys(context.tx, programme)
    const hasAnswered = ({ version, participantId }: DueSignOff): boolean =>
      keys.has(signOffKeyOf(programme, version, participantId).toString('hex'))
    const waiting = new Set(
      due.filter((one) => !hasAnswered(one)).map(({ participantId }) => participantId),
    )
    return (await listReachableContributors(context, programme, publicUrl))
      .filter(({ participantId }) => waiting.has(participantId))
      .map((person) => reminderTo(programme, person, publicUrl))
  },
})
