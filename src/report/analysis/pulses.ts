import type { StoredPulse } from '../../sessions/pulse/model.ts'
import { type PulseQuestion, pulseQuestions } from '../../sessions/pulse/questions.ts'
import { spreadOf } from './spread.ts'

export type PulseSummary = {
  /** Of the session within its pair, from 1. */
  readonly number: number
  readonly question: PulseQuestion
  /** Null: fewer than k have answered; perhaps nobody. */
  readonly spread: { readonly n: number; readonly median: number | null } | null
}

/**
 * Pulses: how did people find their first session, their second and so on?
 *
 * @param rows   one entry for each question that one person answered about one session, on a scale of 1 to 5
 * @param asked  how many sessions a pair has, and k of the protocol
 * @returns      n and median for each session and question, or null: the same whether nobody or k − 1 have answered
 * Missing: questions that somebody left out are not counted.
 * Ties: each answer counts.   Method: median as in statistics/quartiles.ts.
 * Source: none; the questions are Turnabout's own.
 * Agrees with: medians by hand, in pulses.test.ts.
 * @example summarisePulses([2, 3, 4, 4, 5].map(useful), { sessions: 1, floor: 5 })[0]
 *   // { number: 1, question: 'useful', spread: { n: 5, median: 4 } }
 */
export const summarisePulses = (
  rows: readonly StoredPulse[],
  { sessions, floor }: { readonly sessions: number; readonly floor: number },
): readonly PulseSummary[] =>
  Array.from({ length: sessions }, (_, index) => index + 1).flatMap((number) =>
    pulseQuestions.map(({ id: question }) => {
      const about = rows.filter((row) => row.number === number && row.question === question)
      const { n, median } = spreadOf(about.map(({ value }) => value))
      return { number, question, spread: n < floor ? null : { n, median } }
    }),
  )
