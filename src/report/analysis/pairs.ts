import { sessionModes } from '../../sessions/store.ts'
import type { SessionSummary, WillingnessSummary } from '../analysis.ts'
import type { Study, StudySession } from '../study.ts'
import { largest, spreadOf } from './spread.ts'

/**
 * Willingness: how many mentors would mentor how many of the mentees they were asked about?
 *
 * @param study  one answer for each mentor and mentee asked about
 * @returns      mentors, mentees and answers in number, and the mentors who gave alike; nobody is named
 * Missing: a pair that was not asked about is in neither `willing` nor `asked`.
 * Ties: none.   Method: counts.
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361, Results.
 * Agrees with: the paper, in tests/paper.
 * @example summariseWillingness(example).distribution[0] // { willing: 5, asked: 5, mentors: 3 }
 */
export const summariseWillingness = ({ willingness }: Study): WillingnessSummary => {
  const byMentor = [...Map.groupBy(willingness, ({ mentor }) => mentor).values()].map(
    (answers) => ({
      willing: answers.filter(({ isWilling }) => isWilling).length,
      asked: answers.length,
    }),
  )
  const alike = Map.groupBy(byMentor, ({ willing, asked }) => `${willing} of ${asked}`)
  return {
    mentors: byMentor.length,
    mentees: new Set(willingness.map(({ mentee }) => mentee)).size,
    answers: willingness.length,
    willing: willingness.filter(({ isWilling }) => isWilling).length,
    distribution: [...alike.values()]
      .flatMap((group) => group.slice(0, 1).map((one) => ({ ...one, mentors: group.length })))
      .toSorted((a, b) => b.willing - a.willing || b.asked - a.asked),
  }
}

/**
 * Sessions: how long did they take, and how long in each mode?
 *
 * @param study  one entry for each session
 * @returns      median, quartiles and the longest, in minutes; null when none was timed; n and median by mode
 * Missing: a session without a duration is left out and counted in `notTimed`; a pair that ended before it met is not.
 * A session without a mode is in none of `byMode`.
 * Ties: each session counts.   Method: as in statistics/quartiles.ts.
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361, Results, phase 2.
 * Agrees with: the paper, in tests/paper.
 * @example summariseSessions(example) // { n: 5, median: 45, longest: 180, notTimed: 0, … }
 */
export const summariseSessions = ({ sessions, allocation }: Study): SessionSummary => {
  const ended = new Set(
    allocation?.pairs.filter(({ hasEnded }) => hasEnded).map(({ pair }) => pair),
  )
  const notTimed = sessions.filter((one) => one.durationMinutes === null && !ended.has(one.pair))
  const timed = sessions.filter(({ durationMinutes }) => durationMinutes !== null)
  const minutes = minutesOf(timed)
  return {
    ...spreadOf(minutes),
    longest: largest(minutes),
    notTimed: notTimed.length,
    pairs: countPairs([...notTimed, ...timed]),
    pairsTimed: countPairs(timed),
    byMode: sessionModes.flatMap((mode) => {
      const { n, median } = spreadOf(minutesOf(sessions.filter((one) => one.mode === mode)))
      return n === 0 ? [] : [{ mode, n, median }]
    }),
  }
}

const countPairs = (sessions: readonly StudySession[]): number =>
  new Set(sessions.map(({ pair }) => pair)).size

const minutesOf = (sessions: readonly StudySession[]): readonly number[] =>
  sessions.flatMap(({ durationMinutes }) => durationMinutes ?? [])
