/** Where a pair is, as whoever leads the programme may know it: by a label that was given by chance, and without content. */

/** At these points a pair has something to do, and the lead may remind all pairs that are there. */
export const nudgePoints = ['agree', 'plan', 'record'] as const
export type NudgePoint = (typeof nudgePoints)[number]

/** `meet`: their time is planned. */
export type PairPoint = NudgePoint | 'meet' | 'done' | 'ended'

export type PairProgress = {
  readonly pairId: string
  readonly label: string
  readonly point: PairPoint
  /** To the ground rules, both of them. `not_asked`: the pair came with an imported study. Who of the two, nobody is told. */
  readonly agreement: 'both' | 'not_yet' | 'not_asked'
  /** `passed`: the day that was planned is over, and nothing is recorded. */
  readonly planning: 'none' | 'proposed' | 'planned' | 'passed'
  /** Sessions that were recorded. */
  readonly held: number
}

/** That all pairs at one point were reminded. `day`: YYYY-MM-DD. */
export type Nudge = { readonly point: NudgePoint; readonly day: string }
