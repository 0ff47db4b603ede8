/** Every comparison that the protocol planned: each pair, each domain, each test; none is left out. */
import type { Protocol } from '../../protocol/model.ts'
import { findMeasure } from '../../protocol/rules.ts'
import { insideSentence, peopleOf, plural } from '../../protocol/wording/words.ts'
import { each } from '../../web/components/each.ts'
import { Figure } from '../../web/components/figure.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import type { Comparison } from '../analysis.ts'
import { slopesOf } from '../figures.ts'
import type { Reported } from '../reported.ts'
import { describeComparison } from '../sentences/comparison.ts'
import { versionsCompared } from '../sentences/versions.ts'
import { withMinus } from '../show.ts'
import { isWhole } from '../words.ts'
import { ChangeTable, TestTable } from './comparison-tables.tsx'
import { comparisonDefinitions, Definitions } from './methods.tsx'
import { type PartProps, Section, StudyPage } from './section.tsx'

export const ComparisonsPage = (props: Reported & { readonly name: string }) => (
  <StudyPage
    caption={props.name}
    title="Comparisons"
    lead="The comparisons that were planned: the same people, two stages. All domains are shown, whatever came out."
  >
    <ComparisonsPart {...props} level={2} />
  </StudyPage>
)

export const ComparisonsPart = (props: PartProps) => {
  const planned = Map.groupBy(props.analysis.comparisons, ({ role, measure, from, to }) =>
    [role, measure, from, to].join('-'),
  )
  return planned.size === 0 ? (
    <InsetText>The protocol plans no comparison.</InsetText>
  ) : (
    <>
      {each([...planned], ([id, lines]) => (
        <Planned {...props} id={id} lines={lines} />
      ))}
      <Section level={props.level} title="How these numbers are made">
        <Definitions definitions={comparisonDefinitions} />
      </Section>
    </>
  )
}

type PlannedProps = PartProps & { readonly id: string; readonly lines: readonly Comparison[] }

const Planned = (props: PlannedProps) => {
  const { study, lines, id, level } = props
  const whole = lines.find(({ domain }) => isWhole(domain))
  if (whole === undefined) return null
  const { protocol } = study
  const measure = findMeasure(protocol, whole.measure)?.label ?? whole.measure
  const of = `${plural(protocol, whole.role)}, ${insideSentence(measure)}`
  const title = `${protocol.roles[whole.role].plural}: ${measure}, stage ${whole.from} to stage ${whole.to}`
  return (
    <Section level={level} title={title}>
      {whole.pairs === 0 ? (
        <InsetText>
          {`Nobody has answered at both stage ${whole.from} and stage ${whole.to} yet, so there is nothing to compare.`}
        </InsetText>
      ) : (
        <>
          <p>{describeComparison(protocol, whole)}</p>
          <LeftOut protocol={protocol} line={whole} />
          <OtherVersions study={study} line={whole} />
          <Slopes {...props} line={whole} />
          <ChangeTable id={id} of={of} protocol={protocol} lines={lines} />
          <TestTable id={id} of={of} protocol={protocol} lines={lines} />
        </>
      )}
    </Section>
  )
}

const LeftOut = ({ protocol, line }: { readonly protocol: Protocol; readonly line: Comparison }) =>
  line.excluded === 0 ? null : (
    <p>
      {peopleOf(protocol, line.role, line.excluded)} answered at one of the two stages only and{' '}
      {line.excluded === 1 ? 'is' : 'are'} left out here, though not from the page of that stage.
    </p>
  )

type OfLine = { readonly study: Reported['study']; readonly line: Comparison }

/** People who were asked otherwise may have answered otherwise. */
const OtherVersions = ({ study, line }: OfLine) => {
  const compared = versionsCompared(study, line)
  return compared === null ? null : (
    <InsetText>
      <p>{compared.sentence}</p>
      {compared.differences.length === 0 ? null : (
        <>
          <p>What was changed:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {each(compared.differences, (difference) => (
              <li>{difference}</li>
            ))}
          </ul>
        </>
      )}
    </InsetText>
  )
}

const Slopes = ({ study, line, id }: PlannedProps & { readonly line: Comparison }) => {
  const figure = slopesOf(study, line)
  if (figure === null) return null
  return (
    <Figure
      id={`slopes-${id}`}
      title={figure.title}
      description={`Each line is one person, from stage ${line.from} to stage ${line.to} (n = ${line.pairs} pairs). The black marks are the medians.`}
      svg={figure.svg}
      table={{
        caption: `Every pair: ${figure.title}`,
        columns: [
          { header: study.protocol.roles[line.role].label },
          { header: `Stage ${line.from}`, isNumeric: true },
          { header: `Stage ${line.to}`, isNumeric: true },
          { header: 'Change', isNumeric: true },
        ],
        rows: figure.pairs.map(({ id: code, before, after }) => [
          code,
          before,
          after,
          withMinus(after - before),
        ]),
      }}
    />
  )
}
