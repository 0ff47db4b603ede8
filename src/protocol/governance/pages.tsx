/** The lead records on what footing the programme runs, and who hears concerns. */
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import type { ProgrammeWithProtocol } from '../store.ts'
import type { GovernanceGap } from './rules.ts'
import {
  ApprovalSection,
  ContactSection,
  GuardianSection,
  KindSection,
  LawfulBasisSection,
  RetentionSection,
  SpecialSection,
  type Typed,
} from './sections.tsx'

export type GovernancePageProps = Typed & {
  readonly programme: ProgrammeWithProtocol
  readonly gaps: readonly GovernanceGap[]
  /** What went wrong with the form as a whole. */
  readonly problem: string | null
  /** Of what was recorded when the page was made. */
  readonly stamp: string
  readonly idempotencyKey: string
}

/** Where the error summary leads. */
const idOf = (field: string): string => (field === 'toolUsedOn' ? 'toolUsedOn-day' : field)

const StillMissing = ({ gaps }: Pick<GovernancePageProps, 'gaps'>) =>
  gaps.length === 0 ? (
    <InsetText>
      <p>Everything is stated. You can come back and change it.</p>
    </InsetText>
  ) : (
    <InsetText>
      <p>Not stated yet. You can save what you have and come back.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {gaps.map(({ field, sentence }) => (
          <li key={sentence}>
            <a href={`#${idOf(field)}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </InsetText>
  )

export const GovernancePage = ({ programme, gaps, stamp, ...rest }: GovernancePageProps) => {
  const { form, errors, problem } = rest
  const typed = { form, errors }
  const setUp = `/programmes/${programme.programmeId}/set-up`
  const ofFields = Object.entries(errors).map(([field, text]) => ({ fieldId: idOf(field), text }))
  const ofForm = problem === null ? [] : [{ text: problem }]
  const hasErrors = ofForm.length + ofFields.length > 0
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Set up the programme', href: setUp }]} />
      <TitledPage caption={programme.name} title="Governance" errors={[...ofForm, ...ofFields]}>
        {hasErrors ? null : <StillMissing gaps={gaps} />}
        <Form action={`${setUp}/governance`} idempotencyKey={rest.idempotencyKey}>
          <input type="hidden" name="from" value={stamp} />
          <KindSection {...typed} />
          <ApprovalSection {...typed} />
          <LawfulBasisSection {...typed} />
          <SpecialSection {...typed} characteristics={programme.protocol.characteristics} />
          <RetentionSection {...typed} />
          <GuardianSection {...typed} />
          <ContactSection {...typed} />
          <Button>Save</Button>
        </Form>
        <p>
          <a href={`${setUp}/dpia`}>
            Data protection impact assessment, filled in from these settings
          </a>
        </p>
      </TitledPage>
    </>
  )
}
