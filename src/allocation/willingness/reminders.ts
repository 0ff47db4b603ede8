/**
 * A mentor who has not said about everybody whom they would mentor is reminded of it until the draw. That a reminder was
 * due is kept for all mentors, whether they had said or not: neither rows nor audit log tell who has.
 */
import { listReachable, type Reachable, wayIn } from '../../people/inviting/reachable.ts'
import { type Due, remind } from '../../people/reminders/remind.ts'
import { dueReminders, reminderDaysOf } from '../../people/reminders/reminder-rules.ts'
import { listReminders } from '../../people/reminders/reminder-store.ts'
import { listParticipants } from '../../people/store.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import type { NewMail } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import { listStageWindows } from '../../questionnaires/windows/window-store.ts'
import { isLocked } from '../procedure/draw-store.ts'
import { loadWilling } from './load-willing.ts'
import { isDrawn } from './willing-store.ts'

/** The day from which mentors could say it; null: they cannot yet, or not any more. */
const openSince = async (tx: Transaction, programme: OpenProgramme): Promise<string | null> => {
  if ((await isLocked(tx, programme)) || (await isDrawn(tx, programme))) return null
  const asking = questionnairesOf(programme.protocol).filter(({ willingness }) => willingness)
  const stages = new Set(asking.map(({ stage }) => stage))
  const days = (await listStageWindows(tx, programme)).flatMap(({ stage, state, opensOn }) =>
    stages.has(stage) && state !== 'not_open' && opensOn !== null ? [opensOn] : [],
  )
  return days.toSorted()[0] ?? null
}

const listDue = async (
  tx: Transaction,
  programme: OpenProgramme,
  today: string,
): Promise<readonly Due[]> => {
  const since = await openSince(tx, programme)
  if (since === null) return []
  const about = `willingness, open since ${since}`
  const sent = await listReminders(tx, programme, about)
  const days = reminderDaysOf(programme.protocol)
  return (await listParticipants(tx, programme)).flatMap(({ participantId, role, state }) => {
    if (role !== 'mentor' || state !== 'agreed') return []
    const had = sent.get(participantId) ?? new Set<number>()
    const numbers = dueReminders({ days, since, sent: had }, today)
    return numbers.length === 0 ? [] : [{ participantId, about, numbers }]
  })
}

const hasSaid = async (
  { tx, masterKey }: ActionContext,
  { organisationId, programmeId }: OpenProgramme,
  mentorId: string,
): Promise<boolean> => {
  const willing = await loadWilling(tx, { organisationId, programmeId, mentorId, masterKey })
  return willing === null || willing.offered.every((one) => willing.said.has(one.participantId))
}

export const remindOfWillingness = remind<Due>({
  event: 'willingness_reminders.sent',
  listDue,
  mailsFor: async (context, { programme, due, publicUrl }) => {
    const ids = new Set(due.map(({ participantId }) => participantId))
    const mails: NewMail[] = []
    for (const person of await listReachable(context, programme, publicUrl)) {
      if (!ids.has(person.participantId)) continue
      if (await hasSaid(context, programme, person.participantId)) continue
      mails.push(reminderTo(programme, person, publicUrl))
    }
    return mails
  },
})

const reminderTo = (
  { name: programme, programmeId }: OpenProgramme,
  { participantId, name, email, personalLink }: Reachable,
  publicUrl: string,
): NewMail => ({
  purpose: 'willingness_reminder',
  about: participantId,
  to: email,
  subject: `A private question of ${programme} waits for you`,
  text: `Dear ${name},

Before pairs are drawn in ${programme}, you are asked in private whom you would be willing to mentor. You have not answered about everybody yet:

${publicUrl}/programmes/${programmeId}/willing
${wayIn(personalLink)}
Whom you do not say yes to, you are not drawn for. Nobody is told whom you said yes or no to.
`,
})
