/** The analysis as text for a terminal. */
import type { Protocol } from '../protocol/model.ts'
import { counted } from '../protocol/wording/words.ts'
import { modeWords } from '../sessions/planning/meeting-words.ts'
import type {
  Analysis,
  Comparison,
  ParticipantSummary,
  SessionSummary,
  Spread,
} from './analysis.ts'
import { labelsOf } from './labels.ts'
import { describeAllocation } from './sentences/allocation.ts'
import { versionsCompared } from './sentences/versions.ts'
import {
  showExactP,
  showNumber,
  showNumberOrDash,
  showP,
  showPercent,
  showRange,
  withMinus,
} from './show.ts'
import type { Study } from './study.ts'
import { textTable } from './text-table.ts'
import { leftInWords } from './words.ts'

/** How each definition of quartiles is called in a report. */
export const quartileNames = {
  tukey: 'Tukey hinges',
  haverage: 'SPSS HAVERAGE, R type 6',
  type7: 'R type 7',
} as const

type OfStudy = Pick<Study, 'protocol' | 'versions'>

export const textReport = (study: Study, analysis: Analysis): string => {
  const { protocol } = study
  return `${[
    protocol.title,
    participantsText(protocol, analysis),
    willingnessText(analysis),
    allocationText(study),
    summariesText(protocol, analysis),
    comparisonsText(study, analysis),
    itemsText(protocol, analysis),
    sessionsText(analysis),
    tallyText(protocol, analysis),
  ].join('\n\n')}\n`
}

const section = (title: string, body: string): string => `${title}\n${body}`

const participantsText = (protocol: Protocol, { participants }: Analysis): string =>
  section(
    'PARTICIPANTS',
    Object.values(participants)
      .map((group) => groupText(protocol, group))
      .join('\n'),
  )

const groupText = (protocol: Protocol, group: ParticipantSummary): string => {
  const left = group.left.map(({ afterPhase, n }) => `${n} ${leftInWords(afterPhase)}`)
  const responded = group.responded.map(({ stage, n }) => `stage ${stage}: ${n}`).join(', ')
  return [
    [`${protocol.roles[group.role].plural}: ${group.n}`, ...left].join('; '),
    `  Answered at ${responded}`,
    ...group.characteristics.map((one) => `  ${characteristicText(one)}`),
  ].join('\n')
}

const characteristicText = (one: ParticipantSummary['characteristics'][number]): string => {
  const missing = one.missing === 0 ? '' : ` (${one.missing} not stated)`
  if (one.kind === 'choice') return `${one.label}: ${choicesText(one.options, one.n)}${missing}`
  if (one.min === null || one.max === null) return `${one.label}: nobody stated it`
  return `${one.label}: ${showRange(one.min, one.max)} ${one.unit}, median ${showNumberOrDash(one.median)}${missing}`
}

type Choice = { readonly label: string; readonly count: number; readonly percent: number | null }

const choicesText = (options: readonly Choice[], n: number): string =>
  n === 0
    ? 'nobody stated it'
    : options
        .filter(({ count }) => count > 0)
        .map(
          ({ label, count, percent }) => `${label} ${count} of ${n} (${showPercent(percent ?? 0)})`,
        )
        .join(', ')

const willingnessText = ({ willingness }: Analysis): string => {
  const lines = willingness.distribution.map(
    ({ willing, asked, mentors }) => `${mentors} willing to mentor ${willing} of ${asked} mentees`,
  )
  return section('WILLINGNESS', lines.join('\n') || 'No mentor was asked.')
}

const allocationText = (study: Study): string => {
  const lines = describeAllocation(study).map(({ text, basis }) => `${text} (${basis})`)
  return section('ALLOCATION', lines.join('\n') || 'There are no pairs.')
}

const summariesText = (protocol: Protocol, analysis: Analysis): string => {
  const labels = labelsOf(protocol)
  const table = textTable(
    [
      { title: 'Role', cell: (line) => labels.role(line.role) },
      { title: 'Stage', isNumber: true, cell: (line) => String(line.stage) },
      { title: 'Measure', cell: (line) => labels.measure(line.measure) },
      { title: 'Domain', cell: (line) => labels.domain(line.domain) },
      { title: 'n', isNumber: true, cell: (line) => String(line.n) },
      { title: 'Median', isNumber: true, cell: (line) => showNumberOrDash(line.median) },
      { title: 'Quartiles', isNumber: true, cell: (line) => quartilesText(line, analysis) },
      { title: 'Incomplete', isNumber: true, cell: (line) => String(line.incomplete) },
    ],
    analysis.summaries,
  )
  const title = `SCORES (quartiles: ${quartileNames[analysis.quartileDefinition]})`
  return section(title, analysis.summaries.length === 0 ? 'Nobody answered.' : table)
}

const quartilesText = ({ quartiles }: Spread, { quartileDefinition }: Analysis): string =>
  quartiles === null ? '–' : showRange(...quartiles[quartileDefinition])

const comparisonsText = (study: OfStudy, { comparisons }: Analysis): string => {
  const labels = labelsOf(study.protocol)
  const table = textTable<Comparison>(
    [
      { title: 'Role', cell: (line) => labels.role(line.role) },
      { title: 'Measure', cell: (line) => labels.measure(line.measure) },
      { title: 'Domain', cell: (line) => labels.domain(line.domain) },
      { title: 'Stages', cell: ({ from, to }) => `${from} → ${to}` },
      { title: 'Pairs', isNumber: true, cell: ({ pairs }) => String(pairs) },
      { title: 'Medians', isNumber: true, cell: mediansText },
      { title: '+/=/−', isNumber: true, cell: changesText },
      { title: 'p', isNumber: true, cell: (line) => showP(line.signedRank?.pAsymptotic ?? null) },
      { title: 'Exact p', isNumber: true, cell: exactText },
      { title: 'Smallest', isNumber: true, cell: smallestText },
      { title: 'p (Holm)', isNumber: true, cell: (line) => showP(line.pHolm) },
      { title: 'Change (interval)', isNumber: true, cell: changeText },
    ],
    comparisons,
  )
  const method = [
    'p: Wilcoxon signed-rank, two-sided, normal approximation, zeros dropped, ties corrected, no continuity',
    'correction (as SPSS). Exact p: of the same ranks, with its fraction. Smallest: the smallest exact p that so',
    'few changes can give. Holm: of p, within the domains of one measure, or within all totals. Change:',
    'Hodges–Lehmann, with the level that so few pairs allow.',
  ].join('\n')
  const text = [table, ...versionLines(study, comparisons), method].join('\n')
  return section('COMPARISONS', comparisons.length === 0 ? 'None planned.' : text)
}

const versionLines = (study: OfStudy, comparisons: readonly Comparison[]): readonly string[] => {
  const compared = comparisons.flatMap((line) => versionsCompared(study, line) ?? [])
  const changed = [...new Set(compared.flatMap(({ differences }) => differences))]
  return [
    ...new Set(compared.map(({ sentence }) => sentence)),
    ...changed.map((difference) => `  ${difference}`),
  ]
}

const mediansText = ({ medianBefore, medianAfter }: Comparison): string =>
  `${showNumberOrDash(medianBefore)} → ${showNumberOrDash(medianAfter)}`

const changesText = ({ improved, unchanged, worsened }: Comparison): string =>
  `${improved}/${unchanged}/${worsened}`

const exactText = ({ signedRank, problem }: Comparison): string => {
  if (problem?.kind === 'statistic.no_pairs') return 'no pairs'
  if (problem?.kind === 'statistic.no_change') return 'no change'
  if (signedRank === null) return problem?.kind ?? '–'
  const fraction = signedRank.pExactFraction
  return fraction === null || signedRank.nonZero > 20
    ? showExactP(signedRank.pExact)
    : `${showExactP(signedRank.pExact)} (${fraction})`
}

const smallestText = ({ signedRank }: Comparison): string =>
  showExactP(signedRank?.smallestAttainableP ?? null)

const changeText = ({ hodgesLehmann }: Comparison): string => {
  if (hodgesLehmann === null) return '–'
  const { estimate, lower, upper, level } = hodgesLehmann
  return `${withMinus(estimate)} (${showPercent(100 * level)}: ${showRange(lower, upper)})`
}

const itemsText = (protocol: Protocol, { items }: Analysis): string => {
  const labels = labelsOf(protocol)
  const lines = items.map((item) => {
    const place = `${labels.role(item.role)}, stage ${item.stage}, ${labels.item(item.item)}`
    if (item.kind === 'single_choice') return `${place}: ${choicesText(item.options, item.n)}`
    const range = `${showRange(item.min, item.max)} ${item.unit}, median ${showNumber(item.median)}`
    return `${place}: ${range} (n = ${item.n})`
  })
  return section('SINGLE ITEMS', lines.join('\n') || 'Nobody answered.')
}

const sessionsText = (analysis: Analysis): string => {
  const { sessions } = analysis
  if (sessions.median === null) return section('SESSIONS', 'No session has a duration.')
  const rest = sessions.notTimed === 0 ? '' : `; ${sessions.notTimed} not timed`
  return section(
    'SESSIONS',
    `${counted(sessions.n, 'session')}, median ${showNumber(sessions.median)} min, quartiles ${quartilesText(sessions, analysis)}, longest ${showNumberOrDash(sessions.longest)}${rest}${modesText(sessions)}`,
  )
}

const modesText = ({ byMode }: SessionSummary): string =>
  byMode
    .map(
      ({ mode, n, median }) => `\n${modeWords[mode]}: ${n}, median ${showNumberOrDash(median)} min`,
    )
    .join('')

const tallyText = (protocol: Protocol, { tally }: Analysis): string => {
  const labels = labelsOf(protocol)
  const table = textTable(
    [
      { title: 'Theme', cell: (line) => line.theme },
      { title: 'Role', cell: (line) => labels.role(line.role) },
      { title: 'Stage', isNumber: true, cell: (line) => String(line.stage) },
      { title: 'Mentions', isNumber: true, cell: (line) => String(line.mentions) },
      { title: 'People', isNumber: true, cell: (line) => String(line.people) },
    ],
    tally,
  )
  return section('THEMES', tally.length === 0 ? 'No comment is coded.' : table)
}
