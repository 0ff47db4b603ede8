/** The text of a document that the group signs off, and how far that is. */
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import type { InterviewState, Mentee } from '../../model.ts'
import type { DocumentText } from '../model.ts'

export const versionStates = ['signing', 'replaced', 'released'] as const
export type VersionState = (typeof versionStates)[number]

/** What is known of a version without opening its text. */
export type VersionHead = {
  /** The pseudonym. */
  readonly mentee: string
  readonly version: number
  readonly state: VersionState
  /** In hexadecimal digits. */
  readonly sha256: string
  readonly sentOn: string
  readonly answerBy: string
  readonly releasedOn: string | null
}

export type DocumentVersion = VersionHead & { readonly text: DocumentText }

/** A document as its facilitator has it before them. */
export type SignOff = {
  readonly programme: OpenProgramme
  readonly mentee: Mentee
  readonly interview: InterviewState
  /** How many took part and have not left. */
  readonly contributors: number
  /** As it is written now. */
  readonly current: { readonly text: DocumentText; readonly sha256: string }
  /** The latest that was sent; null: none yet. */
  readonly latest: DocumentVersion | null
  /** The one that is valid; null: none yet. */
  readonly released: DocumentVersion | null
  /** Of those who take part, about the version that is out. */
  readonly answered: number
  /** What is asked to be changed in the version that is out, in an order of chance, as far as it may be shown. */
  readonly requests: readonly string[]
}

/** A document as a mentor who took part has it before them. */
export type OwnSignOff = {
  readonly mentee: Mentee
  readonly version: VersionHead
  readonly hasAnswered: boolean
}
