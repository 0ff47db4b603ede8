/** What the data protection impact assessment is, who must review it, and the file itself. */
import type { GovernanceGap } from '../../protocol/governance/rules.ts'
import type { Programme } from '../../protocol/store.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'

export type ImpactAssessmentPageProps = {
  readonly programme: Programme
  /** What the governance page still lacks: blanks in the file. */
  readonly gaps: readonly GovernanceGap[]
  readonly hasConsentText: boolean
}

const contents = [
  'why an assessment is needed, and what the programme is for',
  'who takes part, what they are asked and how long it is kept, as you have set it up',
  'who sees what, and how the data are protected',
  'whom to consult, the lawful basis, and what people are told',
  'the risks, a proposed rating of each, and what reduces it',
  'a page to sign',
]

const reviewers = [
  'the data protection officer, who must be asked and whose advice is recorded',
  'information security, about the server, the backups and the master key',
  'the Freedom to Speak Up guardian',
  'somebody who may become a mentor, and somebody who may become a mentee',
  'the sponsor or responsible officer, who signs',
]

const Bullets = ({ entries }: { readonly entries: readonly string[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {each(entries, (entry) => (
      <li>{entry}</li>
    ))}
  </ul>
)

const Unfinished = ({ programme, gaps, hasConsentText }: ImpactAssessmentPageProps) => {
  const setUp = `/programmes/${programme.programmeId}/set-up`
  return gaps.length === 0 && hasConsentText ? null : (
    <InsetText>
      <p>The file will have more blanks than it needs to:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {gaps.length === 0 ? null : (
          <li>
            <a href={`${setUp}/governance`}>The governance page</a> still lacks{' '}
            {gaps.length === 1 ? '1 answer' : `${gaps.length} answers`}
          </li>
        )}
        {hasConsentText ? null : (
          <li>
            <a href={`${setUp}/consent`}>The information sheet</a> was not saved yet
          </li>
        )}
      </ul>
    </InsetText>
  )
}

export const ImpactAssessmentPage = (props: ImpactAssessmentPageProps) => {
  const { programmeId, name } = props.programme
  const setUp = `/programmes/${programmeId}/set-up`
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Set up the programme', href: setUp }]} />
      <Columns>
        <PageHeading caption={name}>Data protection impact assessment</PageHeading>
        <p>
          Feedback from juniors about seniors can do harm if it is handled badly, so the law asks
          for a written assessment before anybody is invited. The file below is that assessment,
          filled in from the settings of this programme. What only people can know or decide is left
          blank and marked.
        </p>
        <Unfinished {...props} />
        <ButtonLink href={`${setUp}/dpia.docx`}>Download the assessment (Word)</ButtonLink>
        <h2 className="nhsuk-heading-m">What is in it</h2>
        <p>
          It follows the seven steps of the template of the Information Commissioner’s Office. It
          names no participant and holds no answers.
        </p>
        <Bullets entries={contents} />
        <h2 className="nhsuk-heading-m">Who must review it</h2>
        <Bullets entries={reviewers} />
        <p>
          Download it again when the protocol, the governance page or the information sheet changes:
          what people wrote into an earlier copy is not carried over.
        </p>
      </Columns>
    </>
  )
}
