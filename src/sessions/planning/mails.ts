/**
 * The mails about a session, with the entry for the recipient's calendar. Addresses are not passed on: each gets an
 * invitation of their own, from the address that all mails come from, with themselves as the only one invited.
 */
import type { StoredPair } from '../../allocation/store.ts'
import { sessionCancelled } from '../../people/delivery-log/model.ts'
import { listReachable, type Reachable, wayIn } from '../../people/inviting/reachable.ts'
import { listParticipants, type Place } from '../../people/store.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { NewMail } from '../../platform/mail.ts'
import type { RoleId } from '../../protocol/model.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { type Contact, calendarText, summaryOf } from '../calendar/invitation.ts'
import { methodOf } from '../calendar/reschedule.ts'
import { findDelegate } from '../delegates/delegate-store.ts'
import { type Addressed, type Happening, subjectOf, textOf } from './mail-words.ts'
import type { Plan } from './model.ts'
import { entryOf } from './rules.ts'

/** Where links lead to, and where mails come from. */
export type Origin = { readonly publicUrl: string; readonly mailFrom: string }

export type Told = {
  readonly programme: OpenProgramme
  readonly pair: StoredPair
  readonly plan: Plan
  readonly happening: Happening
  readonly origin: Origin
}

type Recipient = {
  readonly contact: Contact
  /** The participant to whom it goes, or for whom somebody books. */
  readonly about: string
  readonly role: RoleId
  readonly to: Addressed
  readonly personalLink: string | null
}

export const mailsAbout = async (
  context: ActionContext,
  told: Told,
): Promise<readonly NewMail[]> => {
  const { plan, happening } = told
  if (happening === 'ended' && plan.calendarUid === null) return []
  const all = [...(await bothOf(context, told)), ...(await delegateOf(context, told))]
  const asked = happening === 'proposed' ? all.filter(({ role }) => role !== plan.proposedBy) : all
  return asked.map((recipient) => mailTo(recipient, told, context.now))
}

export const pageOf = ({ programmeId }: OpenProgramme, partnerId: string, publicUrl: string) =>
  `${publicUrl}/programmes/${programmeId}/session?partner=${partnerId}`

/** Participant → name. */
export const namesOf = async (
  { tx }: Pick<ActionContext, 'tx'>,
  place: Place,
): Promise<ReadonlyMap<string, string>> =>
  new Map((await listParticipants(tx, place)).map((one) => [one.participantId, one.name]))

const bothOf = async (context: ActionContext, told: Told): Promise<readonly Recipient[]> => {
  const { programme, pair, origin } = told
  const names = await namesOf(context, told.programme)
  const recipient = (person: Reachable): Recipient => {
    const { participantId, role, name, email, personalLink } = person
    const partnerId = role === 'mentor' ? pair.menteeId : pair.mentorId
    const page = pageOf(programme, partnerId, origin.publicUrl)
    const to = { kind: 'own', partner: names.get(partnerId) ?? '', page } as const
    return { contact: { name, email }, about: participantId, role, to, personalLink }
  }
  return (await listReachable(context, programme, origin.publicUrl))
    .filter(({ participantId }) => [pair.mentorId, pair.menteeId].includes(participantId))
    .map(recipient)
}

const delegateOf = async (context: ActionContext, told: Told): Promise<readonly Recipient[]> => {
  const { menteeId } = told.pair
  const contact = await findDelegate(context.tx, told.programme, menteeId)
  if (contact === null) return []
  const mentee = (await namesOf(context, told.programme)).get(menteeId) ?? ''
  const to = { kind: 'delegate', mentee } as const
  return [{ contact, about: menteeId, role: 'mentee', to, personalLink: null }]
}

const purposes = {
  proposed: 'session_proposed',
  planned: 'session_planned',
  moved: 'session_moved',
  cancelled: sessionCancelled,
  ended: sessionCancelled,
} as const satisfies Record<Happening, string>

const mailTo = (recipient: Recipient, told: Told, now: Date): NewMail => {
  const { contact, about, to, personalLink } = recipient
  const { programme, plan, happening } = told
  const words = { programme, name: contact.name, to, plan }
  return {
    purpose: purposes[happening],
    about,
    to: contact.email,
    subject: subjectOf(happening, words),
    text: `${textOf(happening, words)}${happening === 'ended' ? '' : wayIn(personalLink)}`,
    ...calendarFor(recipient, told, now),
  }
}

/** Nothing, before a time is accepted. */
const calendarFor = (
  { contact, to }: Recipient,
  { programme, plan, origin }: Told,
  now: Date,
): Pick<NewMail, 'calendar'> => {
  const entry = entryOf(plan)
  if (entry === null) return {}
  const method = methodOf(entry)
  const text = calendarText({
    ...{ ...entry, method, now, summary: summaryOf(programme.name) },
    link: to.kind === 'own' && method === 'REQUEST' ? to.page : null,
    organizer: { name: programme.name, email: origin.mailFrom },
    attendees: [contact],
  })
  return { calendar: { method, text } }
}
