/**
 * Whoever takes part is told that a stage is open, and reminded of it until they have answered. The audit entry says
 * that reminders went out, not to how many: that would tell how many have not answered.
 */
import { sessionStageOpened } from '../../people/delivery-log/model.ts'
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
  const purpose = purposeOf(messages)
  const words = purpose === 'stage_reminder' ? stageReminderMail : stageOpenedMail
  const lastDay = earliest(messages.map(({ closesOn }) => closesOn))
  const mail = words({ programme: name, name: person.name, address, lastDay })
  return [{ purpose, about: person.participantId, to: person.email, ...mail }]
}

const earliest = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null

/** What the lead finds in the list of messages goes to everybody at once; a stage after the session, to a pair alone. */
const purposeOf = (messages: readonly DueMessage[]): string => {
  const openings = messages.filter(({ message }) => message.kind === 'opened')
  if (openings.length === 0) return 'stage_reminder'
  return openings.every((one) => one.tellsOfSession) ? sessionStageOpened : 'stage_opened'
}
