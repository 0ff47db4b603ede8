/** A draw in the database: from the lock of the willingness to the minute in which the pairs are told. */
import type { DrawKind } from '../certificate/certificate.ts'
import type { Contributions } from '../certificate/hash.ts'

/**
 * `locked`: the willingness is final, values can be given. `committed`: both values are there, and their hash is
 * recorded. `drawn`: the pairs are made, nobody knows them yet. `published`: each pair knows. `reopened`: the willingness
 * was opened again before the draw, or nobody agreed to another one. `replaced`: another draw was made before anybody was
 * told.
 */
export const drawStates = [
  'locked',
  'committed',
  'drawn',
  'published',
  'reopened',
  'replaced',
] as const
export type DrawState = (typeof drawStates)[number]

/** One to be drawn and one to be published at a time; see the unique indexes of the table. */
export const statesUnderWay: readonly DrawState[] = ['locked', 'committed', 'drawn']

/** What goes into the draw is fixed, and it is not made yet. */
export const statesBeforeDraw: readonly DrawState[] = ['locked', 'committed']

export const drawModes = ['random', 'chosen'] as const
export type DrawMode = (typeof drawModes)[number]

export type ContributingRole = keyof Contributions
export const contributingRoles = ['lead', 'facilitator'] as const satisfies ContributingRole[]

export type AllocationDraw = {
  /** 1, 2, … within the programme. */
  readonly number: number
  readonly kind: DrawKind
  readonly mode: DrawMode
  readonly state: DrawState
  /** Null for the first draw. */
  readonly reason: string | null
  readonly askedByRole: ContributingRole
  /** Hexadecimal; null: chosen by the coordinator, or reopened. */
  readonly inputsSha256: string | null
  /** Hexadecimal; null: not committed yet, or chosen. */
  readonly commitment: string | null
  /** Word for word; null: not drawn. */
  readonly certificate: string | null
  readonly lockedAt: Date
  readonly drawnAt: Date | null
  readonly publishedAt: Date | null
}

/** Who stands behind the labels of a draw: participants in the order of M1, M2 … and C1, C2 …; null: forgotten. */
export type People = {
  readonly mentors: readonly (string | null)[]
  readonly mentees: readonly (string | null)[]
}

/** As participants. */
export type DrawnPair = { readonly mentorId: string; readonly menteeId: string }

export type Contribution = {
  readonly role: ContributingRole
  readonly staffId: string
  readonly value: string
}
