/**
 * A study: everything that a programme's results are computed from, under pseudonyms.
 * It comes from a study folder or from the database; what is computed from it is the same.
 */
import type { Certificate } from '../allocation/certificate/certificate.ts'
import type { Protocol, RoleId } from '../protocol/model.ts'
import type { SessionMode } from '../sessions/store.ts'

/** `characteristics`: id in the protocol → value as written in participants.csv; absent = not stated. */
export type StudyParticipant = {
  readonly participant: string
  readonly role: RoleId
  readonly supervisor: string | null
  /** The last phase this person took part in before leaving; null = stayed to the end. */
  readonly leftAfterPhase: number | null
  readonly characteristics: Readonly<Record<string, string>>
}

type Answering = {
  readonly participant: string
  readonly role: RoleId
  readonly stage: number
}

/** One Likert answer. `domain` is a domain id, or `overall` where the measure is answered once. */
export type Score = Answering & {
  readonly measure: string
  readonly domain: string
  readonly score: number
}

/** One single item: a choice's value, or a number as written. */
export type Answer = Answering & { readonly item: string; readonly answer: string }

export type Willingness = {
  readonly mentor: string
  readonly mentee: string
  readonly isWilling: boolean
}

export type StudySession = {
  readonly pair: string
  readonly mentor: string
  readonly mentee: string
  /** Minutes; null = not held or not recorded. */
  readonly durationMinutes: number | null
  /** Null = not held or not recorded. */
  readonly mode: SessionMode | null
}

export type Comment = Answering & {
  readonly comment: string
  readonly question: string
  readonly text: string
}

export type Code = {
  readonly code: string
  readonly theme: string
  readonly category: string
  readonly definition: string
}

/** A coded excerpt: `start` and `end` in Unicode code points of the comment's text, end exclusive. */
export type Coding = {
  readonly comment: string
  readonly start: number
  readonly end: number
  readonly code: string
  readonly coder: string
}

/** Of a programme whose protocol changed between its stages. */
export type ProtocolVersions = {
  /** More than one version: the stage was opened again after a change. */
  readonly stages: readonly { readonly stage: number; readonly versions: readonly number[] }[]
  readonly changes: readonly {
    readonly from: number
    readonly to: number
    readonly differences: readonly string[]
  }[]
}

/** A draw whose pairs were told to people, or in whose place another was made before that. */
export type RecordedDraw = {
  readonly state: 'published' | 'replaced'
  /** Null: replaced. */
  readonly publishedAt: string | null
  /** Word for word, as it was handed out; and what it says. */
  readonly text: string
  readonly certificate: Certificate
}

/** Of a pair in the sessions: which draw made it, and whether it has ended. */
export type PairOrigin = {
  readonly pair: string
  /** Null: not recorded. */
  readonly draw: number | null
  readonly hasEnded: boolean
}

/** How the pairs came about. */
export type StudyAllocation = {
  /** In the order of their numbers. */
  readonly draws: readonly RecordedDraw[]
  /** Pairs that no draw made, and that go on, are left out. */
  readonly pairs: readonly PairOrigin[]
}

export type Study = {
  readonly protocol: Protocol
  /** Absent: every stage was asked under the same version of the protocol. */
  readonly versions?: ProtocolVersions
  /** Absent: it is not recorded how the pairs came about. */
  readonly allocation?: StudyAllocation
  readonly participants: readonly StudyParticipant[]
  readonly scores: readonly Score[]
  readonly answers: readonly Answer[]
  readonly willingness: readonly Willingness[]
  readonly sessions: readonly StudySession[]
  readonly comments: readonly Comment[]
  readonly codebook: readonly Code[]
  readonly codings: readonly Coding[]
}
