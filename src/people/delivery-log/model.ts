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
  ['closing_letter', 'Letter at the end of the programme'],
])

/**
 * Messages about a pair and its session have a purpose that begins like this. None is listed, not even who has had one:
 * two that go out at once would tell who is paired with whom, and one that follows what a pair has done, which pair it is.
 */
export const pairPurposePrefix = 'session_'

/**
 * The lead sends it to all pairs at one point, whenever they like. An address that fails because of it would answer the
 * question who these pairs are, so that this alone is never told.
 */
export const nudgePurpose = 'session_nudge'

/** That a session does not take place. Never taken back: whoever does not get it finds the session in their calendar for good. */
export const sessionCancelled = 'session_cancelled'

/** To a delegate alone: that it arrives says nothing about the address of the person whom they book for. */
export const delegatePurpose = 'session_delegate'

/** That a questionnaire is open which opens for each pair once it has met: its two get it on the same day. */
export const sessionStageOpened = 'session_stage_opened'

/** Somebody who had a message about their pair that did not arrive: neither which nor when. */
export type FailingAddress = Pick<Participant, 'participantId' | 'name'>
