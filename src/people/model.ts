/** Mentors and mentees by name, and the same people as respondents under pseudonyms. */
import type { RoleId } from '../protocol/model.ts'

export const participantStates = ['invited', 'agreed', 'declined', 'withdrawn'] as const
export type ParticipantState = (typeof participantStates)[number]

export type Participant = {
  readonly programmeId: string
  readonly participantId: string
  readonly role: RoleId
  readonly name: string
  readonly email: string | null
  /** The number that the employer gives a person and to nobody else; null: not known. */
  readonly permanentId: string | null
  readonly state: ParticipantState
  /** The last phase taken part in; null unless withdrawn. */
  readonly leftAfterPhase: number | null
}

export type Supervision = { readonly mentorId: string; readonly menteeId: string }

export type Respondent = {
  readonly respondent: string
  readonly role: RoleId
  readonly code: string
}

export type StatedCharacteristic = {
  readonly respondent: string
  readonly characteristic: string
  readonly value: string
}

/** What becomes of what a person gave, should they withdraw; promised in the consent. */
export const withdrawalChoices = ['stop', 'remove', 'unlink'] as const
export type WithdrawalChoice = (typeof withdrawalChoices)[number]
