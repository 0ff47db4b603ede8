/** What was answered: under pseudonyms, without time and without order. */
export type StoredScore = {
  readonly respondent: string
  readonly stage: number
  readonly measure: string
  readonly domain: string
  readonly score: number
}

export type StoredAnswer = {
  readonly respondent: string
  readonly stage: number
  readonly item: string
  readonly answer: string
}

export type StoredComment = {
  readonly commentId: string
  readonly label: string
  readonly respondent: string
  readonly stage: number
  readonly question: string
  readonly text: string
}

export type WindowState = 'not_open' | 'open' | 'closed'

/** When a stage can be answered. Dates are YYYY-MM-DD; null: opened or closed by hand. */
export type StageWindow = {
  readonly stage: number
  readonly state: WindowState
  readonly opensOn: string | null
  readonly closesOn: string | null
  /** The version of the protocol that the stage asks; null until it opens. */
  readonly protocolVersion: number | null
}

/** `earlierVersions`: of the times it was open before, the first first. */
export type KeptWindow = StageWindow & { readonly earlierVersions: readonly number[] }
