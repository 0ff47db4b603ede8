/** Every questionnaire as participants will see it, for the lead. */

import type { Protocol } from '../../../protocol/model.ts'
import { each } from '../../../web/components/each.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { Table } from '../../../web/components/table.tsx'
import { type Questionnaire, questionsOf } from '../questions.ts'
import { SectionQuestions } from './questions.tsx'

export type PreviewListProps = {
  readonly programmeId: string
  readonly programmeName: string
  readonly protocol: Protocol
  readonly questionnaires: readonly Questionnaire[]
}

export const PreviewListPage = (props: PreviewListProps) => {
  const { programmeId, protocol } = props
  return (
    <>
      <h1 className="nhsuk-heading-l">Questionnaires of {props.programmeName}</h1>
      <p>See every questionnaire as participants see it. Nothing that you enter there is saved.</p>
      <Table
        id="questionnaires"
        caption="Questionnaires by stage"
        columns={[
          { header: 'Stage', isNumeric: true },
          { header: 'Questionnaire' },
          { header: 'Questions', isNumeric: true },
        ]}
        rows={props.questionnaires.map((questionnaire) => [
          questionnaire.stage,
          <a
            key="link"
            href={`/programmes/${programmeId}/preview/${questionnaire.stage}/${questionnaire.role}`}
          >
            {questionnaire.title}, as seen by{' '}
            {protocol.roles[questionnaire.role].plural.toLowerCase()}
          </a>,
          questionsOf(questionnaire).length,
        ])}
      />
    </>
  )
}

export type PreviewPageProps = {
  readonly programmeId: string
  readonly protocol: Protocol
  readonly questionnaire: Questionnaire
}

const empty = { draft: {}, faults: [] }

export const PreviewPage = ({ programmeId, protocol, questionnaire }: PreviewPageProps) => (
  <>
    <InsetText>
      <p>
        <strong>Preview: nothing is saved.</strong> This is the questionnaire as{' '}
        {protocol.roles[questionnaire.role].plural.toLowerCase()} see it.
      </p>
      <p>
        <a href={`/programmes/${programmeId}/preview`}>Back to all questionnaires</a>
      </p>
    </InsetText>
    <h1 className="nhsuk-heading-l">{questionnaire.title}</h1>
    {questionnaire.sections.length === 0 ? <p>Nothing is asked of them at this stage.</p> : null}
    {each(questionnaire.sections, (section) => (
      <>
        <h2 className="nhsuk-heading-m">{section.title}</h2>
        <SectionQuestions section={section} filled={empty} />
      </>
    ))}
    {questionnaire.sections.length === 0 ? null : (
      <button className="nhsuk-button" type="button" disabled aria-disabled="true">
        Send answers
      </button>
    )}
  </>
)
