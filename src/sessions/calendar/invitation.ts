/**
 * An appointment as calendar programs take it in: iTIP (RFC 5546) in iCalendar (RFC 5545).
 *
 * Times are instants (UTC). A session happens once, so nothing repeats at a wall-clock time, and an instant stays right
 * where London's clock does not: the hour that comes twice in October has one meaning, the hour that is left out in
 * March cannot be written, and no calendar has to understand a VTIMEZONE. Each shows it in its owner's zone.
 */
import ical, {
  type ICalAttendeeData,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator'
import type { CalendarMethod } from '../../platform/mail.ts'

export type Contact = { readonly name: string; readonly email: string }

/** `PUBLISH`: a file that somebody takes to their calendar themselves, who is invited by nobody (RFC 5546, 3.2.1). */
export type CalendarFileMethod = CalendarMethod | 'PUBLISH'

export type Invitation = {
  readonly method: CalendarFileMethod
  readonly uid: string
  readonly sequence: number
  readonly startsAt: Date
  readonly minutes: number
  readonly summary: string
  /** A room, or the address of an online meeting. */
  readonly place: string | null
  /** Where the session is moved or cancelled; the whole of the description. */
  readonly link: string | null
  /** The address that the mail comes from: calendars mistrust an invitation in another's name (RFC 6047, 3). */
  readonly organizer: Contact
  readonly attendees: readonly Contact[]
  readonly now: Date
}

/** All that a calendar is told about what a session is. */
export const summaryOf = (programme: string): string => `Session of ${programme}`

/**
 * The text of an invitation, of an update (the same UID, a higher SEQUENCE) or of a cancellation.
 *
 * It is private: whoever shares their calendar shows that the time is taken, and not for what, nor with whom.
 */
export const calendarText = (invitation: Invitation): string => {
  const { method, startsAt, minutes, place, link, now } = invitation
  const calendar = ical({
    prodId: { company: 'Turnabout', product: 'Turnabout', language: 'EN' },
    method: ICalCalendarMethod[method],
  })
  calendar.createEvent({
    id: invitation.uid,
    sequence: invitation.sequence,
    stamp: now,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * 60_000),
    status: statuses[method],
    summary: withoutControls(invitation.summary),
    location: place === null ? null : withoutControls(place),
    description: link === null ? null : `To move or cancel it: ${link}`,
    organizer: cleaned(invitation.organizer),
    attendees: invitation.attendees.map(attendeeFrom),
    class: ICalEventClass.PRIVATE,
    // Replies and counter-proposals would reach an address that nobody reads.
    x: { 'X-MICROSOFT-DISALLOW-COUNTER': 'TRUE' },
  })
  return `${calendar.toString()}\r\n`
}

const statuses = {
  REQUEST: ICalEventStatus.CONFIRMED,
  PUBLISH: ICalEventStatus.CONFIRMED,
  CANCEL: ICalEventStatus.CANCELLED,
} as const satisfies Record<CalendarFileMethod, ICalEventStatus>

/** What they said in Turnabout is not what their calendar's owner said to it: that is theirs to enter. */
const attendeeFrom = (contact: Contact): ICalAttendeeData => ({
  ...cleaned(contact),
  type: ICalAttendeeType.INDIVIDUAL,
  role: ICalAttendeeRole.REQ,
  status: ICalAttendeeStatus.NEEDSACTION,
  rsvp: false,
})

const cleaned = ({ name, email }: Contact): { readonly name: string; readonly email: string } => ({
  name: withoutControls(name).trim() || email,
  email: withoutControls(email),
})

/** Calendar text has no control characters but the tab (RFC 5545, 3.1); a line break becomes a space. */
const withoutControls = (text: string): string =>
  text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/\p{Cc}/gu, '')
