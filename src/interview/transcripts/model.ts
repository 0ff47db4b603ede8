/** What was said at the interview, in passages. */

export type Passage = {
  /** In seconds from the beginning of the recording; null: not known. */
  readonly start: number | null
  readonly end: number | null
  /** As the file names them; in what is stored `Speaker 1` or `Facilitator`. Null: not known. */
  readonly speaker: string | null
  readonly text: string
}

export type TranscriptSummary = {
  readonly transcriptId: string
  readonly recordingId: string | null
  readonly title: string
  /** From then on it stays as it is. */
  readonly approvedAt: Date | null
}

export type Transcript = TranscriptSummary & { readonly passages: readonly Passage[] }

export const longestTitle = 100
/** A day of speech, three times over. */
export const mostCharacters = 2_000_000
export const mostPassages = 10_000
/** Of one passage, corrected or cut. */
export const longestPassage = 10_000
