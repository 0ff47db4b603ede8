/** What changed between two stages, in a sentence whose words follow from the numbers. */
import type { Protocol } from '../../protocol/model.ts'
import { findMeasure, findQuestionnaire } from '../../protocol/rules.ts'
import { counted, listed, peopleOf } from '../../protocol/wording/words.ts'
import type { Comparison } from '../analysis.ts'
import { labelsOf } from '../labels.ts'
import { showExactP, showNumberOrDash, showP } from '../show.ts'
import { highestScore, pIs } from '../words.ts'

/** `5 of 5 improved; exact p = 0.0625, the smallest possible with 5 pairs`. */
export const outcomeOf = (line: Comparison): string => {
  if (line.pairs === 0) return 'nobody answered at both stages'
  const exact = exactInWords(line, amongThose(line))
  return exact === null ? changesOf(line) : `${changesOf(line)}; ${exact}`
}

/** `4 of 5 improved, 1 was unchanged`. */
const changesOf = ({ pairs, improved, worsened, unchanged }: Comparison): string => {
  if (unchanged === pairs) return `${unchanged} of ${pairs} unchanged`
  return [
    `${improved} of ${pairs} improved`,
    ...(worsened === 0 ? [] : [`${worsened} worsened`]),
    ...(unchanged === 0 ? [] : [`${unchanged} unchanged`]),
  ].join(', ')
}

/**
 * The same for those who took part: `5 of 5 improved; exact p = 0.0625, the smallest possible with 5 pairs`. Of those
 * who did not improve it does not say who worsened: that may be one person.
 */
export const outcomeForAll = (line: Comparison): string => {
  const { improved, pairs, signedRank } = line
  const among = signedRank?.nonZero === pairs ? `with ${counted(pairs, 'pair')}` : 'here'
  const exact = exactInWords(line, among)
  const changes = `${improved} of ${pairs} improved`
  return exact === null ? changes : `${changes}; ${exact}`
}

const amongThose = ({ signedRank, pairs }: Comparison): string =>
  signedRank === null || signedRank.nonZero === pairs
    ? `with ${counted(pairs, 'pair')}`
    : `with ${counted(signedRank.nonZero, 'pair')} that changed`

const exactInWords = ({ signedRank }: Comparison, among: string): string | null => {
  if (signedRank === null || signedRank.pExact === null) return null
  const { pExact, smallestAttainableP: smallest } = signedRank
  const exact = `exact ${pIs(showExactP(pExact))}`
  if (smallest === null || smallest < 0.001) return exact
  if (pExact === smallest) return `${exact}, the smallest possible ${among}`
  return `${exact}, where ${showExactP(smallest)} is the smallest possible ${among}`
}

/** `rose from a median of 23 to 29`, `stayed at a median of 3`. */
export const movementOf = ({ medianBefore, medianAfter }: Comparison): string => {
  if (medianBefore === null || medianAfter === null) return 'cannot be compared'
  if (medianAfter === medianBefore) return `stayed at a median of ${showNumberOrDash(medianBefore)}`
  const verb = medianAfter > medianBefore ? 'rose' : 'fell'
  return `${verb} from a median of ${showNumberOrDash(medianBefore)} to ${showNumberOrDash(medianAfter)}`
}

/** The total or the overall score of one planned comparison. */
export const describeComparison = (protocol: Protocol, line: Comparison): string =>
  `${subjectOf(protocol, line)} (${outcomeOf(line)}${approximateIn(line)}).`

/** The same for those who took part. */
export const describeComparisonForAll = (protocol: Protocol, line: Comparison): string =>
  `${subjectOf(protocol, line)} (${outcomeForAll(line)}).`

/** The medians alone: where few change, the numbers beside them would tell how one person did. */
export const describeMedians = (protocol: Protocol, line: Comparison): string =>
  `${subjectOf(protocol, line)}.`

const subjectOf = (protocol: Protocol, line: Comparison): string => {
  const measure = findMeasure(protocol, line.measure)
  if (measure === undefined) throw new Error('the protocol was not checked')
  const highest = highestScore(protocol, measure, line.domain)
  return `${protocol.roles[line.role].plural}: “${measure.label}” ${movementOf(line)} out of ${highest} between stage ${line.from} and ${endOf(protocol, line)}`
}

const endOf = (protocol: Protocol, { to }: Comparison): string => {
  const months = findQuestionnaire(protocol, to)?.followUpMonths
  return months === undefined
    ? `stage ${to}`
    : `stage ${to}, ${months} months after the last session`
}

export const basisOfComparison = (protocol: Protocol, line: Comparison): string => {
  const left = line.excluded === 0 ? '' : `, ${line.excluded} with one answer only left out`
  const people = `n = ${line.pairs} pairs of ${peopleOf(protocol, line.role, line.pairs + line.excluded)}${left}`
  if (line.signedRank === null) return `${people}; no test, since no pair changed`
  const adjusted = `adjusted by Holm, approximate ${pIs(showP(line.pHolm))}, exact ${pIs(showExactP(line.pHolmExact))}`
  return `${people}; Wilcoxon signed-rank test, two-sided, exact and by normal approximation as SPSS; ${adjusted}`
}

/** All domains of a measure in one sentence: none is left out because its p is larger. */
export const describeDomains = (protocol: Protocol, lines: readonly Comparison[]): string => {
  const labels = labelsOf(protocol)
  const parts = lines.map(
    (line) =>
      `${labels.domain(line.domain)} ${showNumberOrDash(line.medianBefore)} to ${showNumberOrDash(line.medianAfter)} (${line.improved} of ${line.pairs} improved${exactIn(line)})`,
  )
  return `By domain, medians before and after: ${listed(parts)}.`
}

const exactIn = ({ signedRank }: Comparison): string =>
  signedRank === null
    ? ''
    : `, approximate ${pIs(showP(signedRank.pAsymptotic))}, exact ${pIs(showExactP(signedRank.pExact))}`

const approximateIn = ({ signedRank }: Comparison): string =>
  signedRank === null ? '' : `; approximate ${pIs(showP(signedRank.pAsymptotic))}`
