/** The Results in words, paragraph by paragraph as the published study tells them; every number is computed. */
import { questionnairesOf } from '../protocol/rules.ts'
import { peopleOf, plural } from '../protocol/wording/words.ts'
import type { Comparison } from './analysis.ts'
import type { Reported } from './reported.ts'
import { describeAllocation } from './sentences/allocation.ts'
import { basisOfComparison, describeComparison, describeDomains } from './sentences/comparison.ts'
import { describeGroup } from './sentences/participants.ts'
import type { ResultsPart, Sentence } from './sentences/sentence.ts'
import { describeStage, type IsCompared } from './sentences/stage.ts'
import { versionsCompared } from './sentences/versions.ts'
import { showNumberOrDash, showRange } from './show.ts'
import { quartileNames } from './text-report.ts'
import { isWhole, shareOf, willingFor } from './words.ts'

export const describeResults = (reported: Reported): readonly ResultsPart[] => {
  const { study, analysis } = reported
  const phases = [...new Set(study.protocol.steps.map(({ phase }) => phase))]
  const parts = [
    {
      title: 'Participants',
      paragraphs: [
        ...Object.values(analysis.participants).map((group) => describeGroup(study, group)),
        describeWillingness(reported),
      ],
    },
    ...phases.map((phase) => ({
      title: `Phase ${phase}`,
      paragraphs: describePhase(reported, phase),
    })),
  ]
  return parts.map(({ title, paragraphs }) => ({
    title,
    paragraphs: paragraphs.filter((sentences) => sentences.length > 0),
  }))
}

const describeWillingness = ({ study, analysis }: Reported): readonly Sentence[] => {
  const { mentors, distribution } = analysis.willingness
  const { protocol } = study
  if (mentors === 0 || mentors < protocol.rules.anonymityFloor) return []
  return distribution.map((line) => ({
    text: `${shareOf(line.mentors, mentors)} ${plural(protocol, 'mentor')} would mentor ${willingFor(protocol, line)}.`,
    basis: `n = ${peopleOf(protocol, 'mentor', mentors)} who were asked in private`,
  }))
}

const describePhase = (reported: Reported, phase: number): ResultsPart['paragraphs'] => {
  const { study, analysis } = reported
  const stages = questionnairesOf(study.protocol).filter((step) => step.phase === phase)
  const isHere = (stage: number) => stages.some((step) => step.stage === stage)
  const lines = analysis.comparisons.filter(({ to }) => isHere(to))
  const isCompared: IsCompared = ({ role, stage, measure }) =>
    lines.some(
      (line) =>
        line.role === role &&
        line.measure === measure &&
        (line.from === stage || line.to === stage),
    )
  const holdsSession = study.protocol.steps.some(
    (step) => step.kind === 'session' && step.phase === phase,
  )
  const allocates = study.protocol.steps.some(
    (step) => step.kind === 'allocation' && step.phase === phase,
  )
  return [
    allocates ? describeAllocation(study) : [],
    holdsSession ? describeSessions(reported) : [],
    ...stages.flatMap((step) => describeStage(reported, step, isCompared)),
    ...describeComparisons(reported, lines),
  ]
}

const describeSessions = ({ study, analysis }: Reported): readonly Sentence[] => {
  const { sessions, quartileDefinition } = analysis
  const { median, quartiles, longest, n, notTimed } = sessions
  if (median === null || quartiles === null || longest === null) {
    return [{ text: 'No session has a recorded length.', basis: `n = 0 of ${notTimed} pairs` }]
  }
  const limit = study.protocol.rules.sessionLimitMinutes
  const over = study.sessions.filter(({ durationMinutes }) => (durationMinutes ?? 0) > limit).length
  return [
    {
      text: `Sessions lasted a median of ${showNumberOrDash(median)} minutes (IQR ${showRange(...quartiles[quartileDefinition])}); the longest took ${showNumberOrDash(longest)} minutes, and ${shareOf(over, n)} took longer than the ${limit} minutes agreed.`,
      basis: `n = ${n} timed sessions, ${notTimed} not timed; quartiles: ${quartileNames[quartileDefinition]}`,
    },
  ]
}

const describeComparisons = (
  { study }: Reported,
  lines: readonly Comparison[],
): ResultsPart['paragraphs'] => {
  const planned = Map.groupBy(lines, ({ role, measure, from, to }) =>
    [role, measure, from, to].join(' '),
  )
  return [...planned.values()].map((group) => [
    ...describePlanned(study.protocol, group),
    ...describeVersions(study, group),
  ])
}

const describeVersions = (
  study: Reported['study'],
  [first]: readonly Comparison[],
): readonly Sentence[] => {
  const compared = first === undefined ? null : versionsCompared(study, first)
  if (compared === null) return []
  const changed = compared.differences.join(' ') || 'nothing that people could notice'
  return [{ text: compared.sentence, basis: `what was changed: ${changed}` }]
}

const describePlanned = (
  protocol: Reported['study']['protocol'],
  group: readonly Comparison[],
): readonly Sentence[] => {
  const [first] = group
  const domains = group.filter(({ domain }) => !isWhole(domain))
  const whole = group
    .filter(({ domain }) => isWhole(domain))
    .map((line) => ({
      text: describeComparison(protocol, line),
      basis: basisOfComparison(protocol, line),
    }))
  if (first === undefined || domains.length === 0 || first.pairs === 0) return whole
  const basis = `n = ${first.pairs} pairs in every domain unless said otherwise; all domains are given, whatever came out`
  return [...whole, { text: describeDomains(protocol, domains), basis }]
}
