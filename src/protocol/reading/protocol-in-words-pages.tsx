/** A protocol for reading: what happens, who is asked what, in which words and on which scale. No JSON needed. */
import { each } from '../../web/components/each.ts'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { Table } from '../../web/components/table.tsx'
import { type Protocol, roleIds } from '../model.ts'
import { criterionWords } from '../wording/criterion-words.ts'
import { nounOfDomains } from '../wording/domain-noun.ts'
import { ruleLines } from '../wording/rule-lines.ts'
import { plural } from '../wording/words.ts'
import { GroundRulesList } from './ground-rules-list.tsx'
import { Part } from './part-of-protocol.tsx'
import { QuestionsInWords } from './questions-in-words-pages.tsx'
import { StepInWords } from './step-in-words-pages.tsx'

type Props = { readonly protocol: Protocol }

const contentsOf = (protocol: Protocol) => [
  { id: 'groups', title: 'Who takes part' },
  { id: 'steps', title: 'What happens' },
  { id: 'domains', title: nounOfDomains(protocol).plural },
  { id: 'questions', title: 'Questions' },
  { id: 'rules', title: 'Rules' },
  { id: 'ground-rules', title: 'Ground rules' },
  { id: 'criteria', title: 'Progression criteria' },
]

const Contents = ({ protocol }: Props) => (
  <nav aria-label="Parts of the protocol">
    <h2 className="nhsuk-heading-m">The protocol in words</h2>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {each(contentsOf(protocol), ({ id, title }) => (
        <li>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)

export const ProtocolInWords = ({ protocol }: Props) => (
  <>
    <Contents protocol={protocol} />
    <Part id="groups" title="Who takes part">
      <SummaryList
        rows={roleIds.map((role) => ({
          key: protocol.roles[role].plural,
          value: protocol.roles[role].description,
        }))}
      />
    </Part>
    <Part id="steps" title="What happens, in this order">
      {each(protocol.steps, (step) => (
        <StepInWords protocol={protocol} step={step} />
      ))}
    </Part>
    <Domains protocol={protocol} />
    <QuestionsInWords protocol={protocol} />
    <Part id="rules" title="Rules">
      <SummaryList rows={ruleLines(protocol).map(({ name, value }) => ({ key: name, value }))} />
    </Part>
    <Part id="ground-rules" title="Ground rules">
      <GroundRulesList protocol={protocol} />
    </Part>
    <Progression protocol={protocol} />
    <Comparisons protocol={protocol} />
    <Source protocol={protocol} />
  </>
)

const Domains = ({ protocol }: Props) => (
  <Part id="domains" title={nounOfDomains(protocol).plural}>
    <ol className="nhsuk-list nhsuk-list--number">
      {each(protocol.domains, ({ label, prompts }) => (
        <li>
          <strong>{label}</strong>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {each([...prompts.open, ...prompts.clarifying], (prompt) => (
              <li>{prompt}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  </Part>
)

const Progression = ({ protocol: { progression = [] } }: Props) => (
  <Part id="criteria" title="Progression criteria">
    {progression.length === 0 ? (
      <p>None are set.</p>
    ) : (
      <Table
        id="criteria-table"
        caption="Fixed before the start"
        captionSize="s"
        columns={[
          { header: 'What' },
          { header: 'Go on at', isNumeric: true },
          { header: 'Stop below', isNumeric: true },
        ]}
        rows={progression.map(({ criterion, go, stop }) => [
          criterionWords[criterion].label,
          `${go}%`,
          `${stop}%`,
        ])}
      />
    )}
  </Part>
)

const Comparisons = ({ protocol }: Props) =>
  protocol.comparisons.length === 0 ? null : (
    <Part id="comparisons" title="Planned comparisons">
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(protocol.comparisons, ({ role, measure, from, to }) => (
          <li>
            {protocol.measures.find(({ id }) => id === measure)?.label} of {plural(protocol, role)},
            stage {from} with stage {to}
          </li>
        ))}
      </ul>
    </Part>
  )

const Source = ({ protocol: { source } }: Props) =>
  source === undefined ? null : (
    <Part id="source" title="Source">
      <p>
        {source.citation} <a href={`https://doi.org/${source.doi}`}>doi:{source.doi}</a>
      </p>
    </Part>
  )
