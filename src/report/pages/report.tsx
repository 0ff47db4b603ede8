/** The whole report on one page, to be read or printed. */
import { dateAndTime } from '../../lib/dates.ts'
import { peopleOf, plural } from '../../protocol/wording/words.ts'
import { PrintButton } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { SummaryList } from '../../web/components/summary-list.tsx'
import type { Reported } from '../reported.ts'
import { Schematic } from '../schematic.tsx'
import { allocationLabel } from '../sentences/allocation.ts'
import { quartileNames } from '../text-report.ts'
import { leftInWords } from '../words.ts'
import { CharacteristicsPart } from './characteristics.tsx'
import { ComparisonsPart } from './comparisons.tsx'
import { ResultsPart } from './results.tsx'
import { HowPaired, SessionsPart } from './sessions.tsx'
import { StagePart, type StageStep } from './stage.tsx'
import { ThemesPart } from './themes.tsx'
import { WillingnessPart } from './willingness.tsx'

type ReportProps = Reported & { readonly name: string; readonly madeAt: Date }

export const ReportPage = (props: ReportProps) => {
  const chapters = chaptersOf(props)
  return (
    <article className="app-report">
      <Cover {...props} />
      <nav className="app-report__contents" aria-labelledby="contents">
        <h2 className="nhsuk-heading-m" id="contents">
          Contents
        </h2>
        <ol>
          {each(chapters, ({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {each(chapters, ({ id, title, body }, place) => (
        <section className="app-report__chapter" id={id}>
          <h2 className="nhsuk-heading-l">
            {place + 1}. {title}
          </h2>
          {body}
        </section>
      ))}
    </article>
  )
}

const Cover = ({ name, study, analysis, madeAt }: ReportProps) => (
  <header className="app-report__cover">
    <h1 className="nhsuk-heading-xl">
      <span className="nhsuk-caption-xl">Report of a reverse mentoring programme</span> {name}
    </h1>
    <p className="nhsuk-lede-text">{study.protocol.summary}</p>
    <SummaryList
      rows={[
        { key: 'Protocol', value: `${study.protocol.title} (${study.protocol.id})` },
        { key: 'People', value: peopleInWords({ study, analysis }) },
        ...pairsRow(analysis),
        { key: 'Report made', value: dateAndTime(madeAt) },
        { key: 'Quartiles', value: quartileNames[analysis.quartileDefinition] },
        {
          key: 'Tests',
          value:
            'Wilcoxon signed-rank, two-sided, approximate as SPSS and exact; Holm’s adjustment for several tests',
        },
        {
          key: 'Privacy',
          value:
            'Codes in the place of names. Comments in full are left out: only coded excerpts are here.',
        },
      ]}
    />
    <PrintButton>Print this report</PrintButton>
  </header>
)

const pairsRow = (analysis: Reported['analysis']) => {
  const label = allocationLabel(analysis)
  return label === null ? [] : [{ key: 'Pairs', value: label }]
}

const peopleInWords = ({ study, analysis }: Reported): string =>
  Object.values(analysis.participants)
    .map(({ role, n, left }) => {
      const gone = left.map((one) => `${one.n} ${leftInWords(one.afterPhase)}`)
      return [peopleOf(study.protocol, role, n), ...gone].join(', ')
    })
    .join('; ')

const stagesOf = ({ study }: Reported): readonly StageStep[] =>
  study.protocol.steps.filter((step) => 'stage' in step)

const chaptersOf = (props: ReportProps) => {
  const { study, analysis } = props
  const part = { study, analysis, level: 3 } as const
  return [
    {
      id: 'programme',
      title: 'The programme',
      body: (
        <>
          <Schematic protocol={study.protocol} counts={{ analysis, show: 'everything' }} />
          <HowPaired study={study} />
        </>
      ),
    },
    { id: 'people', title: 'People', body: <CharacteristicsPart {...part} /> },
    { id: 'results', title: 'Results in words', body: <ResultsPart {...part} /> },
    { id: 'comparisons', title: 'Comparisons', body: <ComparisonsPart {...part} /> },
    { id: 'themes', title: 'Themes', body: <ThemesPart {...part} /> },
    { id: 'willingness-chapter', title: 'Willingness', body: <WillingnessPart {...part} /> },
    { id: 'sessions', title: 'Pairs and sessions', body: <SessionsPart {...part} /> },
    ...stagesOf(props).map((step) => ({
      id: `stage-${step.stage}`,
      title: `Stage ${step.stage}: ${step.title}`,
      body: <StagePart {...part} step={step} withComments={false} />,
    })),
    { id: 'limits', title: 'How to read this report', body: <Limits {...props} /> },
  ]
}

const Limits = ({ study, analysis }: Reported) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {each(Object.values(analysis.participants), ({ role, n }) => (
      <li>
        {peopleOf(study.protocol, role, n)}: with so few {plural(study.protocol, role)}, read how
        many rose and fell before any p. A small group cannot give a small exact p.
      </li>
    ))}
    <li>
      Every number was computed when the report was made, and says how many people it rests on.
    </li>
    <li>Before and after are compared without a control group: what else changed is not known.</li>
  </ul>
)
