/** The answers to one measure: every answer as a dot, and the summaries of each domain and the total. */
import { type Measure, overallDomain, type RoleId, totalDomain } from '../../protocol/model.ts'
import { domainsOf, scaleOf } from '../../protocol/rules.ts'
import { insideSentence, plural } from '../../protocol/wording/words.ts'
import { Figure } from '../../web/components/figure.tsx'
import { type LikertRow, likertDots } from '../../web/components/likert-dots.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Summary } from '../analysis.ts'
import { labelsOf } from '../labels.ts'
import type { Reported } from '../reported.ts'
import { showNumberOrDash, showRange } from '../show.ts'
import { quartileNames } from '../text-report.ts'
import { highestScore } from '../words.ts'

type MeasureProps = Reported & {
  readonly role: RoleId
  readonly stage: number
  readonly measure: Measure
}

export const MeasureFigure = (props: MeasureProps) => {
  const { analysis, role, stage, measure } = props
  const summaries = analysis.summaries.filter(
    (line) => line.role === role && line.stage === stage && line.measure === measure.id,
  )
  return summaries.length === 0 ? (
    <p>
      {measure.label}: nobody answered this at stage {stage}.
    </p>
  ) : (
    <>
      <Dots {...props} summaries={summaries} />
      <Summaries {...props} summaries={summaries} />
    </>
  )
}

type WithSummaries = MeasureProps & { readonly summaries: readonly Summary[] }

const rowsOf = ({
  study,
  role,
  stage,
  measure,
  summaries,
}: WithSummaries): readonly LikertRow[] => {
  const labels = labelsOf(study.protocol)
  return domainsOf(study.protocol, measure).map((domain) => ({
    label: labels.domain(domain),
    scores: study.scores
      .filter(
        (one) =>
          one.role === role &&
          one.stage === stage &&
          one.measure === measure.id &&
          one.domain === domain,
      )
      .map(({ score }) => score),
    median: summaries.find((line) => line.domain === domain)?.median ?? null,
  }))
}

/** Captions are unique, on the page of a stage and in the report. */
const whereOf = ({ study, role, stage, measure }: MeasureProps): string =>
  `${insideSentence(measure.label)}, ${plural(study.protocol, role)}, stage ${stage}`

const Dots = (props: WithSummaries) => {
  const { study, role, stage, measure } = props
  const { anchors } = scaleOf(study.protocol, measure)
  const rows = rowsOf(props)
  const title = `${measure.label}: every answer`
  return (
    <Figure
      id={`dots-${role}-${stage}-${measure.id}`}
      title={title}
      description={`“${measure.question}” One dot is one person's answer (${study.protocol.roles[role].plural}, stage ${stage}).`}
      svg={likertDots({ title, anchors, rows })}
      table={{
        caption: `People who gave each answer: ${whereOf(props)}`,
        columns: [
          { header: 'Domain' },
          ...anchors.map(({ value, label }) => ({ header: `${value} ${label}`, isNumeric: true })),
        ],
        rows: rows.map(({ label, scores }) => [
          label,
          ...anchors.map(({ value }) => scores.filter((score) => score === value).length),
        ]),
      }}
    />
  )
}

const Summaries = (props: WithSummaries) => {
  const { study, analysis, role, stage, measure, summaries } = props
  const labels = labelsOf(study.protocol)
  const definition = analysis.quartileDefinition
  return (
    <Table
      id={`summary-${role}-${stage}-${measure.id}`}
      caption={`Medians and quartiles (${quartileNames[definition]}): ${whereOf(props)}`}
      captionSize="s"
      isCompact
      columns={[
        { header: measure.answered === overallDomain ? 'Score' : 'Domain' },
        { header: 'n', isNumeric: true },
        { header: 'Median', isNumeric: true },
        { header: 'Quartiles', isNumeric: true },
        { header: 'Out of', isNumeric: true },
        { header: 'Incomplete', isNumeric: true },
      ]}
      rows={summaries.map(({ domain, n, median, quartiles, incomplete }) => [
        domain === totalDomain ? <strong key={domain}>Total</strong> : labels.domain(domain),
        n,
        showNumberOrDash(median),
        quartiles === null ? '–' : showRange(...quartiles[definition]),
        highestScore(study.protocol, measure, domain),
        incomplete,
      ])}
    />
  )
}
