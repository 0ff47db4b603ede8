/**
 * What is computed from a study: the JSON of `turnabout analyse --json`. Numbers are not rounded.
 * `null` stands where there is nothing to compute from, never for a number that could be shown.
 */
import type { DrawKind } from '../allocation/certificate/certificate.ts'
import type { Method } from '../allocation/model.ts'
import type { DrawMode } from '../allocation/procedure/model.ts'
import type { Protocol, RoleId } from '../protocol/model.ts'
import type { SessionMode } from '../sessions/store.ts'
import type { HodgesLehmann } from '../statistics/hodges-lehmann.ts'
import type { StatisticProblem } from '../statistics/problems.ts'
import type { QuartilePair } from '../statistics/quartiles.ts'
import type { SignedRank } from '../statistics/signed-rank.ts'

export type QuartileDefinition = Protocol['rules']['quartiles']

export type AllQuartiles = Readonly<Record<QuartileDefinition, QuartilePair>>

/** Median and quartiles of n values; null when n is 0. */
export type Spread = {
  readonly n: number
  readonly median: number | null
  readonly quartiles: AllQuartiles | null
}

/** `domain`: a domain id, `total` of all domains, or `overall` where the measure is answered once. */
export type Summary = Spread & {
  readonly role: RoleId
  readonly stage: number
  readonly measure: string
  readonly domain: string
  /** People who answered a part of this measure at this stage, but not what this line needs. */
  readonly incomplete: number
}

export type Comparison = {
  readonly role: RoleId
  readonly measure: string
  readonly domain: string
  /** Stages. */
  readonly from: number
  readonly to: number
  /** People with both values, on whom everything in this line rests. */
  readonly pairs: number
  /** People with one of the two values only. */
  readonly excluded: number
  readonly improved: number
  readonly worsened: number
  readonly unchanged: number
  readonly medianBefore: number | null
  readonly medianAfter: number | null
  readonly signedRank: SignedRank['signedRank'] | null
  readonly hodgesLehmann: HodgesLehmann | null
  readonly rankBiserial: number | null
  /**
   * Holm's adjustment of pAsymptotic and of pExact within `family`: `domains` are the domains of this
   * role and measure, `totals` the totals and overall scores of all planned comparisons.
   */
  readonly pHolm: number | null
  readonly pHolmExact: number | null
  readonly family: 'domains' | 'totals'
  /** Why there is no test; null when there is one. */
  readonly problem: StatisticProblem | null
}

export type Count = { readonly value: string; readonly label: string; readonly count: number }

/** `n`: people who stated it; `missing`: people of the role who did not. */
export type CharacteristicSummary = {
  readonly id: string
  readonly label: string
  readonly n: number
  readonly missing: number
} & (
  | {
      readonly kind: 'choice'
      readonly options: readonly (Count & { readonly percent: number | null })[]
    }
  | {
      readonly kind: 'number'
      readonly unit: string
      readonly min: number | null
      readonly median: number | null
      readonly max: number | null
    }
)

export type ParticipantSummary = {
  readonly role: RoleId
  readonly n: number
  readonly left: readonly { readonly afterPhase: number; readonly n: number }[]
  /** People who gave any score, answer or comment at the stage. */
  readonly responded: readonly { readonly stage: number; readonly n: number }[]
  readonly characteristics: readonly CharacteristicSummary[]
}

/** A single item at a stage. `n`: people who answered it. */
export type ItemSummary = {
  readonly role: RoleId
  readonly stage: number
  readonly item: string
  readonly n: number
} & (
  | {
      readonly kind: 'single_choice'
      readonly options: readonly (Count & { readonly percent: number | null })[]
    }
  | {
      readonly kind: 'number'
      readonly unit: string
      readonly min: number
      readonly median: number
      readonly max: number
    }
)

export type WillingnessSummary = {
  /** Mentors who were asked about at least one mentee. */
  readonly mentors: number
  readonly mentees: number
  readonly answers: number
  readonly willing: number
  /** How many mentors would mentor `willing` of the `asked` mentees; the most willing first. */
  readonly distribution: readonly {
    readonly willing: number
    readonly asked: number
    readonly mentors: number
  }[]
}

export type AllocationSummary = {
  /** In the order of their numbers. */
  readonly draws: readonly {
    readonly number: number
    readonly kind: DrawKind
    readonly mode: DrawMode
    /** `replaced`: by another, before anybody was told. */
    readonly state: 'published' | 'replaced'
    /** Null: chosen. */
    readonly method: Method | null
    readonly pairs: number
  }[]
}

export type SessionSummary = Spread & {
  readonly longest: number | null
  /** Sessions without a duration: not held or not timed. Pairs that ended before they met are not counted. */
  readonly notTimed: number
  /** Of those that have a duration, where it is recorded how they met. */
  readonly byMode: readonly SessionsByMode[]
  /** That met or may still meet, however often. */
  readonly pairs: number
  /** With one session at least that has a duration. */
  readonly pairsTimed: number
}

export type SessionsByMode = {
  readonly mode: SessionMode
  readonly n: number
  readonly median: number | null
}

/** A mention is a stretch of a comment with the theme, whatever the number of its codes and coders. */
export type TallyEntry = {
  readonly theme: string
  readonly role: RoleId
  readonly stage: number
  readonly mentions: number
  readonly people: number
}

export type Analysis = {
  readonly protocol: { readonly id: string; readonly title: string }
  /** The definition that tables print; all three are in the data. */
  readonly quartileDefinition: QuartileDefinition
  readonly summaries: readonly Summary[]
  readonly comparisons: readonly Comparison[]
  readonly items: readonly ItemSummary[]
  /** Null: how the pairs came about is not recorded. */
  readonly allocation: AllocationSummary | null
  readonly sessions: SessionSummary
  readonly willingness: WillingnessSummary
  readonly participants: Readonly<Record<RoleId, ParticipantSummary>>
  readonly tally: readonly TallyEntry[]
}
