/**
 * Whoever takes part is told that a stage is open, and reminded of it until they have answered. The audit entry says
 * that reminders went out, not to how many: that would tell how many have not answered.
 */
import { linkFor } from '../../people/inviting/invitation-links.ts'
import { remind } from '../../people/reminders/remind.ts'
import { stageOpenedMail, stageReminderMail } from '../../people/reminders/reminder-words.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { NewMail } from '../../platform/mail.ts'
import { type DueMessage, listDueMessages } from './stage-messages.ts'

export const remindAboutStages = remind<DueMessage>({
  event: 'questionnaire_reminders.sent',
  listDue: listDueMessages,
  mailsFor: (context, { programme: { name }, due, publicUrl }) =>
    [...Map.groupBy(due, ({ participantId }) => participantId).values()].flatMap((some) =>
      mailAbout(context, some, { name, publicUrl }),
    ),
})

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
