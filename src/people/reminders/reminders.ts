/** Whoever has been invited and has not answered is reminded, until they agree or decline. */
import { dayOf } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, type ActionScope, action, type Done } from '../../platform/action.ts'
import { read, type Transaction } from '../../platform/database.ts'
import { type NewMail, writeMails } from '../../platform/mail.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { findProgramme, listProgrammes, type ProgrammeWithProtocol } from '../../protocol/store.ts'
import { linkFor } from '../inviting/invitation-links.ts'
import { type Invitation, listInvitations } from '../inviting/invitation-store.ts'
import type { Participant } from '../model.ts'
import { listParticipants, type Place } from '../store.ts'
import { dueReminders, isTimeToRemind, type Reminding, reminderDaysOf } from './reminder-rules.ts'
import { insertReminders, listReminders } from './reminder-store.ts'
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

export type Run = { readonly now: Date; readonly publicUrl: string }

/** For each programme of an organisation, as often as the clock ticks: none goes twice. */
export const sendReminders = async (scope: ActionScope, run: Run): Promise<void> => {
  if (!isTimeToRemind(run.now)) return
  const { database, organisationId } = scope
  const today = dayOf(run.now)
  const due = await read(database, organisationId, (tx) => findDue(tx, organisationId, today))
  for (const programmeId of due) {
    await remindInvited(scope, { programmeId, today, publicUrl: run.publicUrl })
  }
}

const findDue = async (
  tx: Transaction,
  organisationId: string,
  today: string,
): Promise<readonly string[]> => {
  const due: string[] = []
  for (const { programmeId } of await listProgrammes(tx, organisationId)) {
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme?.state !== 'open') continue
    const people = await listUnanswered(tx, { organisationId, programmeId }, programme)
    if (people.some(({ reminding }) => dueReminders(reminding, today).length > 0)) {
      due.push(programmeId)
    }
  }
  return due
}

type Asked = { readonly programmeId: string; readonly today: string; readonly publicUrl: string }
type RemindProblem = { readonly kind: 'programme.unknown' | 'reminders.none_due' }

/** What is due is looked up again under the lock: another server may have been quicker. */
const remindInvited = action(
  'invitation_reminders.sent',
  async (context, asked: Asked): Promise<Result<Done<null>, RemindProblem>> => {
    const { tx, organisationId, masterKey } = context
    const { programmeId, today, publicUrl } = asked
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme?.state !== 'open') return fail({ kind: 'programme.unknown' })
    const place = { organisationId, programmeId }
    const due = (await listUnanswered(tx, place, programme)).flatMap((one) => {
      const numbers = dueReminders(one.reminding, today)
      return numbers.length === 0 ? [] : [{ ...one, numbers }]
    })
    if (due.length === 0) return fail({ kind: 'reminders.none_due' })
    const rows = due.flatMap(({ person: { participantId }, numbers }) =>
      numbers.map((number) => ({ participantId, number })),
    )
    await insertReminders(tx, { ...place, about: aboutInvitation }, rows)
    const from = { name: programme.name, publicUrl }
    const mails = due.map((one) => reminderTo(context, one, from))
    await writeMails(context, programme.organisationKey, mails)
    return ok({ value: null, subject: programmeId, details: { people: due.length } })
  },
)

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
