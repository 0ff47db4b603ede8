/**
 * Whoever takes part is told that a stage is open, and reminded of it until they have answered. The audit entry says
 * that reminders went out, not to how many: that would tell how many have not answered.
 */
import { dayOf } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { linkFor } from '../../people/inviting/invitation-links.ts'
import { isTimeToRemind } from '../../people/reminders/reminder-rules.ts'
import { insertReminders } from '../../people/reminders/reminder-store.ts'
import { stageOpenedMail, stageReminderMail } from '../../people/reminders/reminder-words.ts'
import type { Run } from '../../people/reminders/reminders.ts'
import { type ActionContext, type ActionScope, action, type Done } from '../../platform/action.ts'
import { read, type Transaction } from '../../platform/database.ts'
import { type NewMail, writeMails } from '../../platform/mail.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { listProgrammes } from '../../protocol/store.ts'
import { type DueMessage, listDueMessages } from './stage-messages.ts'

/** For each programme of an organisation, as often as the clock ticks: none goes twice. */
export const remindAboutStages = async (scope: ActionScope, run: Run): Promise<void> => {
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
    if ((await listDueMessages(tx, programme, today)).length > 0) due.push(programmeId)
  }
  return due
}

type Asked = { readonly programmeId: string; readonly today: string; readonly publicUrl: string }
type RemindProblem = { readonly kind: 'programme.unknown' | 'reminders.none_due' }

/** What is due is looked up again under the lock: another server may have been quicker. */
const remindOfProgramme = action(
  'questionnaire_reminders.sent',
  async (context, asked: Asked): Promise<Result<Done<null>, RemindProblem>> => {
    const { tx, organisationId, masterKey } = context
    const { programmeId, today, publicUrl } = asked
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return fail({ kind: 'programme.unknown' })
    const due = await listDueMessages(tx, programme, today)
    if (due.length === 0) return fail({ kind: 'reminders.none_due' })
    for (const [about, some] of Map.groupBy(due, (one) => one.about)) {
      const rows = some.flatMap(({ person: { participantId }, message }) =>
        message.numbers.map((number) => ({ participantId, number })),
      )
      await insertReminders(tx, { organisationId, programmeId, about }, rows)
    }
    const byPerson = Map.groupBy(due, ({ person }) => person.participantId)
    const mails = [...byPerson.values()].flatMap((some) =>
      mailAbout(context, some, { name: programme.name, publicUrl }),
    )
    await writeMails(context, programme.organisationKey, mails)
    return ok({ value: null, subject: programmeId })
  },
)

type From = { readonly name: string; readonly publicUrl: string }

/** One mail, however many stages wait. */
const mailAbout = (
  { masterKey, organisationId }: ActionContext,
  messages: readonly DueMessage[],
  { name, publicUrl }: From,
): readonly NewMail[] => {
  const [first] = messages
  if (first === undefined) return []
  const { person, invitation } = first
  const { address } = linkFor({ masterKey, publicUrl }, { organisationId, ...invitation })
  const isOpening = messages.some(({ message }) => message.kind === 'opened')
  const words = isOpening ? stageOpenedMail : stageReminderMail
  const purpose = isOpening ? 'stage_opened' : 'stage_reminder'
  const mail = words({ programme: name, name: person.name, address })
  return [{ purpose, about: person.participantId, to: person.email, ...mail }]
}
