/** Every questionnaire as participants will see it, for the lead. */
import { type Protocol, type RoleId, roleIds } from '../../../protocol/model.ts'
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
      <h1 className="nhsuk-heading-l">Pages of {props.programmeName}</h1>
      <p>See every page as participants see it. Nothing that you enter there is saved.</p>
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
      {each(roleIds, (role) => (
        <OtherPages programmeId={programmeId} protocol={protocol} role={role} />
      ))}
    </>
  )
}

type OtherPagesProps = Pick<PreviewListProps, 'programmeId' | 'protocol'> & {
  readonly role: RoleId
}

const OtherPages = ({ programmeId, protocol, role }: OtherPagesProps) => {
  const base = `/programmes/${programmeId}`
  const pages = [
    { href: `${base}/set-up/consent/preview/${role}`, label: 'Information and consent' },
    { href: `${base}/preview/${role}/pages/start`, label: 'Start page' },
    { href: `${base}/preview/${role}/pages/about-you`, label: 'About you' },
    ...(role === 'mentor'
      ? [{ href: `${base}/preview/${role}/pages/willing`, label: 'Whom you would mentor' }]
      : []),
    ...(role === 'mentee' && protocol.rules.menteeVetoes !== undefined
      ? [
          {
            href: `${base}/preview/${role}/pages/vetoes`,
            label: 'Whom you do not want to be paired with',
          },
        ]
      : []),
  ]
  return (
    <>
      <h2 className="nhsuk-heading-m">
        Other pages of {protocol.roles[role].plural.toLowerCase()}
      </h2>
      <ul className="nhsuk-list">
        {each(pages, ({ href, label }) => (
          <li>
            <a href={href}>
              {label}
              <span className="nhsuk-u-visually-hidden">
                , as seen by {protocol.roles[role].plural.toLowerCase()}
              </span>
            </a>
          </li>
        ))}
      </ul>
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
        <a href={`/programmes/${programmeId}/preview`}>Back to all pages</a>
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
