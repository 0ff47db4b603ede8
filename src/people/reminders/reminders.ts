/** Whoever has been invited and has not answered is reminded, until they agree or decline. */
import { dayOf } from '../../lib/dates.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import type { NewMail } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { ProgrammeWithProtocol } from '../../protocol/store.ts'
import { linkFor } from '../inviting/invitation-links.ts'
import { type Invitation, listInvitations } from '../inviting/invitation-store.ts'
import type { Participant } from '../model.ts'
import { listParticipants, type Place } from '../store.ts'
import { type Due, remind } from './remind.ts'
import { dueReminders, type Reminding, reminderDaysOf } from './reminder-rules.ts'
import { listReminders } from './reminder-store.ts'
import { invitationReminderMail } from './reminder-words.ts'

export const aboutInvitation = 'invitation'

/** Somebody who has been invited, can be reached by mail, and has not answered. */
export type Unanswered = {
  readonly person: Participant & { readonly email: string }
  readonly invitation: Invitation
  readonly reminding: Reminding
}

export const listUnanswered = async (
  tx: Transaction,
  place: Place,
  { protocol }: Pick<ProgrammeWithProtocol, 'protocol'>,
): Promise<readonly Unanswered[]> => {
  const sent = await listReminders(tx, place, aboutInvitation)
  const invitations = new Map(
    (await listInvitations(tx, place)).map((one) => [one.participantId, one]),
  )
  const days = reminderDaysOf(protocol)
  return (await listParticipants(tx, place)).flatMap((participant) => {
    const { participantId, email, state } = participant
    const invitation = invitations.get(participantId)
    if (state !== 'invited' || email === null || invitation === undefined) return []
    const since = dayOf(invitation.invitedAt)
    const reminding = { days, since, sent: sent.get(participantId) ?? new Set() }
    return [{ person: { ...participant, email }, invitation, reminding }]
  })
}

type DueInvitation = Unanswered & Due

const listDue = async (
  tx: Transaction,
  programme: OpenProgramme,
  today: string,
): Promise<readonly DueInvitation[]> =>
  (await listUnanswered(tx, programme, programme)).flatMap((one) => {
    const numbers = dueReminders(one.reminding, today)
    const { participantId } = one.person
    return numbers.length === 0 ? [] : [{ ...one, participantId, about: aboutInvitation, numbers }]
  })

export const sendReminders = remind<DueInvitation>({
  event: 'invitation_reminders.sent',
  listDue,
  mailsFor: (context, { programme: { name }, due, publicUrl }) =>
    due.map((one) => reminderTo(context, one, { name, publicUrl })),
  detailsOf: (due) => ({ people: due.length }),
})

type From = { readonly name: string; readonly publicUrl: string }

const reminderTo = (
  { masterKey, organisationId }: ActionContext,
  { person, invitation }: Unanswered,
  { name, publicUrl }: From,
): NewMail => {
  const { address } = linkFor({ masterKey, publicUrl }, { organisationId, ...invitation })
  return {
    purpose: 'invitation_reminder',
    about: person.participantId,
    to: person.email,
    ...invitationReminderMail({ programme: name, name: person.name, address }),
  }
}
