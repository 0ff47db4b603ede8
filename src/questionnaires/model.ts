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
