import type { Protocol } from '../protocol/model.ts'

/**
 * What becomes of a mentor and the mentee who supervises them (P3).
 * `ask`: nothing, willingness alone decides. `avoid`: as few such pairs as possible. `forbid`: none.
 */
export type SupervisorRule = Protocol['rules']['supervisor']
export const supervisorRules = ['ask', 'avoid', 'forbid'] as const satisfies SupervisorRule[]

export type Pair = { readonly mentor: string; readonly mentee: string }
export type SideName = 'mentors' | 'mentees'

export type AllocationInput = {
  /** Everybody who takes part in the draw, also those who are willing to pair with nobody. */
  readonly mentors: readonly string[]
  readonly mentees: readonly string[]
  /** Who would mentor whom; pairs of people who do not take part are left out. */
  readonly willing: readonly Pair[]
  /** Pairs in which the mentee supervises the mentor. */
  readonly supervised: readonly Pair[]
  readonly supervisorRule: SupervisorRule
}

/** A pairing gives everybody of the smaller side a partner; the rest of the larger side stays free. */
export type Allocation = {
  /** How many pairings were possible; each was equally likely. */
  readonly count: bigint
  readonly method: 'exact'
  readonly pairs: readonly Pair[]
  /** Those of the pairs that every possible pairing has: chance had no part in them. */
  readonly forced: readonly Pair[]
  /** People of the larger side who have no partner in this pairing. */
  readonly unpaired: readonly string[]
  /** How many of the pairs are a mentor and their own supervisor. */
  readonly supervisorPairs: number
}

export type Tally = { readonly pairs: readonly Pair[]; readonly n: number }

/** People who all need a partner and have fewer possible partners, all together, than they are. */
export type DeficientGroup = {
  readonly side: SideName
  readonly members: readonly string[]
  readonly neighbours: readonly string[]
}

export type Nobody = { readonly kind: 'allocation.nobody'; readonly side: SideName }

export type TooLarge = {
  readonly kind: 'allocation.too_large'
  readonly smaller: { readonly side: SideName; readonly people: number }
  readonly larger: { readonly side: SideName; readonly people: number }
  /** The largest smaller side that can be drawn beside this larger side. */
  readonly possible: number
}

export type NoCompletePairing = {
  readonly kind: 'allocation.no_complete_pairing'
  /** The side that is to be paired completely: the smaller, or the mentees where both are equal. */
  readonly side: SideName
  readonly people: number
  /** The most pairs that can be had at once. */
  readonly maximum: number
  /** Every minimal deficient group, smallest first; at most 100,000 are written out. */
  readonly because: readonly DeficientGroup[]
  /** How many minimal deficient groups there are. */
  readonly groups: number
}

export type AllocationProblem = Nobody | TooLarge | NoCompletePairing
