/** What the printed medians and quartiles say about each other, and about single people. */
import { overallDomain, type RoleId, totalDomain } from '../../protocol/model.ts'
import { findMeasure } from '../../protocol/rules.ts'
import { listed } from '../../protocol/wording/words.ts'
import { spreadOf } from '../analysis/spread.ts'
import { indexValues } from '../analysis/values.ts'
import type { Comparison } from '../analysis.ts'
import { outcomeOf } from '../sentences/comparison.ts'
import { showNumber, showNumberOrDash, showP } from '../show.ts'
import type { Study } from '../study.ts'
import { pIs } from '../words.ts'
import { type Contradiction, type Evidence, printedAt } from './contradiction.ts'

type Place = { readonly role: RoleId; readonly measure: string; readonly stage: number }

/** Totals (or overall scores) by code, the lowest first. */
const wholeScores = (study: Study, { role, measure: id, stage }: Place) => {
  const measure = findMeasure(study.protocol, id)
  if (measure === undefined) return []
  const domain = measure.answered === 'overall' ? overallDomain : totalDomain
  const values = indexValues(study).valuesOf({ role, stage, measure }, domain)
  return [...values].map(([code, score]) => ({ code, score })).toSorted((a, b) => a.score - b.score)
}

/**
 * Leave one out: what is the least median that all but one of these values can have?
 *
 * @param values  points, one per person
 * @returns       the smallest of the medians without each of them in turn; null for fewer than two values
 * Missing: none.   Ties: each counts.   Method: every value is left out once.
 * @example leastMedianWithoutOne([27, 27, 30, 31, 32, 33]) // 30
 */
export const leastMedianWithoutOne = (values: readonly number[]): number | null => {
  const medians = values.flatMap((_, left) => {
    const { median } = spreadOf(values.filter((_value, index) => index !== left))
    return median ?? []
  })
  return medians.length === 0 ? null : Math.min(...medians)
}

export const impossibleImportance = (evidence: Evidence): Contradiction => {
  const [before, after] = ['pre', 'post'].map((end) =>
    printedAt(evidence, `importance_both.${end}`),
  )
  const [n, median, q1, q3] = ['n', 'median', 'q1', 'q3'].map((part) =>
    printedAt(evidence, `importance_stage1.${part}`),
  )
  const mentors = wholeScores(evidence.study, { role: 'mentor', measure: 'importance', stage: 1 })
  const least = leastMedianWithoutOne(mentors.map(({ score }) => score))
  const mentees = evidence.analysis.comparisons.find(
    (line) =>
      line.measure === 'importance' && line.role === 'mentee' && line.domain === totalDomain,
  )
  return {
    title: `“${before} vs ${after}” stands for two different things`,
    printed: `The same medians are printed for the mentors’ confidence (p = ${printedAt(evidence, 'mentor_confidence.p')}) and for the importance of feedback to mentors and mentees (p = ${printedAt(evidence, 'importance_both.p')}).`,
    follows: `For the mentors’ importance it is ${(before ?? 0) < (q1 ?? 0) ? 'impossible' : 'possible'}: with n = ${n}, a median of ${median} and quartiles of ${q1} and ${q3}, the third value from below is at least ${q1}. Whoever of the ${n} is left out, the median of the other ${(n ?? 1) - 1} is at least ${q1}, and not ${before}.`,
    here: `Leaving out each mentor in turn (n = ${mentors.length}), the lowest median of their importance is ${showNumberOrDash(least)}. The printed numbers are the mentees’: ${menteesImportance(mentees)}.`,
  }
}

const menteesImportance = (line: Comparison | undefined): string =>
  line === undefined
    ? 'no such comparison is in the data'
    : `median ${showNumberOrDash(line.medianBefore)} to ${showNumberOrDash(line.medianAfter)}, ${pIs(showP(line.signedRank?.pAsymptotic ?? null))}, n = ${line.pairs} (${outcomeOf(line)})`

/** The third value of six, from the median of six and the median of the five that are left. */
const thirdOfSix = (evidence: Evidence): number =>
  2 * printedAt(evidence, 'confidence_stage1.median') - printedAt(evidence, 'mentor_confidence.pre')

export const twoBefores = (evidence: Evidence): Contradiction => {
  const six = printedAt(evidence, 'confidence_stage1.median')
  const five = printedAt(evidence, 'mentor_confidence.pre')
  const third = thirdOfSix(evidence)
  const left = leavers(evidence.study)
  const scores = confidenceBefore(evidence)
    .filter(({ code }) => left.includes(code))
    .map(({ score }) => score)
  return {
    title: 'Two different medians before',
    printed: `The mentors’ confidence before is ${six} (n = ${printedAt(evidence, 'confidence_stage1.n')}) in phase 1, and ${five} where it is compared with after.`,
    follows: `Both can be true only if the mentor who left is not in the second: then the fourth value is ${five} and the third 2 × ${six} − ${five} = ${third}, so the one who left scored ${third} or less.`,
    here: `${left.length} mentor left after phase 1, with a total of ${listed(scores.map(showNumber))}: ${scores.every((score) => score <= third) ? 'this fits' : 'this does not fit'}. Every median here says its n.`,
  }
}

const confidenceBefore = ({ study }: Evidence) =>
  wholeScores(study, { role: 'mentor', measure: 'confidence', stage: 1 })

const leavers = (study: Study): readonly string[] =>
  study.participants
    .filter(({ role, leftAfterPhase }) => role === 'mentor' && leftAfterPhase === 1)
    .map(({ participant }) => participant)

export const scoresGivenAway = (evidence: Evidence): Contradiction => {
  const q1 = printedAt(evidence, 'confidence_stage1.q1')
  const q3 = printedAt(evidence, 'confidence_stage1.q3')
  const third = thirdOfSix(evidence)
  const five = printedAt(evidence, 'mentor_confidence.pre')
  const sorted = [`at most ${q1}`, q1, third, five, q3, `at least ${q3}`].map(String)
  const bounds = [
    [0, q1],
    [q1, q1],
    [third, third],
    [five, five],
    [q3, q3],
    [q3, 35],
  ] as const
  const scores = confidenceBefore(evidence).map(({ score }) => score)
  const fits = bounds.every(([low, high], place) => {
    const score = scores[place] ?? Number.NaN
    return score >= low && score <= high
  })
  return {
    title: 'The summaries give single scores away',
    printed: `For the mentors’ confidence before: n = 6, median ${printedAt(evidence, 'confidence_stage1.median')}, quartiles ${q1} and ${q3}; and a median of ${five} without the one who left.`,
    follows: `With so few people, that is nearly the list of their scores: ${listed(sorted)}. And the one who left is at most ${third}.`,
    here: `The data ${fits ? 'fit' : 'do not fit'} this list (n = ${scores.length}). Four medians and quartiles of six people are no longer a summary; who publishes them publishes people.`,
  }
}
