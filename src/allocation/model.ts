import type { Protocol } from '../protocol/model.ts'
import type { ChainDiagnostics } from './pairings/chain-draw.ts'

/**
 * What becomes of a mentor and the mentee who supervises them (P3).
 * `ask`: nothing, willingness alone decides. `avoid`: as few such pairs as possible. `forbid`: none.
 */
export type SupervisorRule = Protocol['rules']['supervisor']
export const supervisorRules = ['ask', 'avoid', 'forbid'] as const satisfies SupervisorRule[]

export type Pair = { readonly mentor: string; readonly mentee: string }
export type SideName = 'mentors' | 'mentees'

/** What the best pairings are, where people rank whom they would be paired with. See `keepPreferred`. */
export const objectives = ['least_total', 'rank_maximal', 'fairest'] as const
export type Objective = (typeof objectives)[number]

export type RankedPair = Pair & {
  /** 1 is the first choice. */
  readonly rank: number
}

export type AllocationInput = {
  /** Everybody who takes part in the draw, also those who are willing to pair with nobody. */
  readonly mentors: readonly string[]
  readonly mentees: readonly string[]
  /** Who would mentor whom; pairs of people who do not take part are left out. */
  readonly willing: readonly Pair[]
  /** Pairs in which the mentee supervises the mentor. */
  readonly supervised: readonly Pair[]
  readonly supervisorRule: SupervisorRule
  /** Pairs that nobody may draw, whoever is willing: excluded by the lead, vetoed in private, or ended by one of the two. */
  readonly excluded?: readonly Pair[]
  /** Absent: whoever is willing is as willing as anybody. A willing pair without a rank comes after all ranks. */
  readonly preferences?: {
    readonly objective: Objective
    readonly ranked: readonly RankedPair[]
  }
  /** Absent: nobody has more than one partner. */
  readonly capacity?: Capacity
}

/**
 * People of one side may have several partners, each of whom has only them; a pair occurs once. Each person has as many
 * seats as partners they may have. The side with fewer seats is filled (the mentees where both have as many): each of
 * its people has exactly as many partners as seats. Of these pairings only those are possible in which as many people as
 * can be have a partner, so that nobody gets two while somebody goes without, where that can be had. The supervisor rule
 * and the preferences come after that.
 */
export type Capacity = {
  readonly side: SideName
  /** By person, how many partners at most, a whole number from 0; whoever is absent: one. */
  readonly most: Readonly<Record<string, number>>
}

/**
 * How a draw is made. `exact`: every possible pairing is counted. `rejection`: shuffled until it fits, exactly uniform
 * too. `chain`: a long walk through the pairings, approximately uniform.
 */
export type Method = 'exact' | 'rejection' | 'chain'

/**
 * A pairing gives everybody of the side with fewer seats a partner for each; without capacity, these are the fewer people.
 */
export type Allocation = {
  /** How many pairings were possible, each equally likely; null: not counted. */
  readonly count: bigint | null
  readonly method: Method
  /** Of each block that the chain drew; empty for the other methods. */
  readonly diagnostics: readonly ChainDiagnostics[]
  readonly pairs: readonly Pair[]
  /** Those of the pairs that every possible pairing has: chance had no part in them. */
  readonly forced: readonly Pair[]
  /** People who have no partner in this pairing. */
  readonly unpaired: readonly string[]
  /** How many of the pairs are a mentor and their own supervisor. */
  readonly supervisorPairs: number
}

export type Tally = { readonly pairs: readonly Pair[]; readonly n: number }

/** People who need more partners, all together, than their possible partners are, or can take. */
export type DeficientGroup = {
  readonly side: SideName
  readonly members: readonly string[]
  readonly neighbours: readonly string[]
  /** Where people may have several partners: how many the members need, and how many their neighbours can take. */
  readonly needed?: number
  readonly available?: number
}

export type Nobody = { readonly kind: 'allocation.nobody'; readonly side: SideName }

export type NoCompletePairing = {
  readonly kind: 'allocation.no_complete_pairing'
  /** The side that is to be paired completely: with fewer seats, or the mentees where both have as many. */
  readonly side: SideName
  readonly people: number
  /** How many partners they are to have, all together; absent: one each. */
  readonly seats?: number
  /** The most pairs that can be had at once. */
  readonly maximum: number
  /**
   * Minimal deficient groups, smallest first. Every one where at most 24 people could be left out, of which at most
   * 100,000 are written out; else one for each person whom some best pairing leaves out.
   */
  readonly because: readonly DeficientGroup[]
  /** How many minimal deficient groups there are; null: not all were looked for. */
  readonly groups: number | null
  /** On each side that is to be paired completely: all who could be left out, and all their possible partners. */
  readonly deficient: readonly DeficientGroup[]
}

export type AllocationProblem = Nobody | NoCompletePairing
