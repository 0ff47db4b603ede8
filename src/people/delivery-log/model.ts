/** The messages that were sent to mentors and mentees, as their lead may see them: never what they say. */
import type { MailRecord } from '../../platform/mail.ts'
import type { Participant } from '../model.ts'

export type Delivery = {
  readonly mail: MailRecord
  readonly person: Pick<Participant, 'participantId' | 'name' | 'email' | 'state'>
  /** There is a later message of the same kind to the same person. */
  readonly hasLater: boolean
}

/**
 * What is listed, by the purpose of a mail. What is not here is not shown: a reminder of a questionnaire goes only to
 * people who have not answered, and a message on answering only to people who have.
 */
export const listedPurposes: ReadonlyMap<string, string> = new Map([
  ['invitation', 'Invitation, or a new link'],
  ['invitation_reminder', 'Reminder of the invitation'],
  ['consent_copy', 'Receipt for the consent'],
  ['address_changed', 'Notice of a changed address'],
  ['stage_opened', 'Notice that a questionnaire is open'],
  ['willingness_reopened', 'Request to look at private choices again'],
  ['pairs_published', 'Notice of the pairs'],
])
