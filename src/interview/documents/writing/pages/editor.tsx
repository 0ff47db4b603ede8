/** The editor of a document: beside the notes of each domain what the document says of them. */
import { Breadcrumb } from '../../../../web/components/breadcrumb.tsx'
import { ButtonLink } from '../../../../web/components/button.tsx'
import { each } from '../../../../web/components/each.ts'
import { ErrorSummary } from '../../../../web/components/error-summary.tsx'
import { InsetText } from '../../../../web/components/inset-text.tsx'
import { PageHeading } from '../../../../web/components/page-heading.tsx'
import { documentAddress, documentsAddress } from '../document-addresses.ts'
import type { DomainView, EditorView } from '../editor-view.ts'
import { pageUseOf } from '../page-use.ts'
import { BalanceView } from './balance.tsx'
import { pageUseInWords } from './document-words.ts'
import { NotesOfDomain } from './notes.tsx'
import { PointsOfDomain } from './points.tsx'
import { SignOffStanding } from './sign-off-standing.tsx'
import { TooFewContributors } from './too-few.tsx'
import { AllWarnings } from './warning-list.tsx'

type EditorProps = { readonly view: EditorView }

export const EditorPage = ({ view }: EditorProps) => {
  const { programme, mentee, contributors } = view.draft
  const base = documentAddress(programme.programmeId, mentee.menteeId)
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: 'Documents', href: documentsAddress(programme.programmeId) }]}
      />
      <Errors view={view} />
      <PageHeading caption={programme.name}>Feedback document for {mentee.name}</PageHeading>
      <TooFewContributors programme={programme} contributors={contributors} />
      <SignOffStanding draft={view.draft} />
      <PageUseLine view={view} />
      <AllWarnings view={view} />
      <JumpList view={view} />
      {each(view.domains, (domain) => (
        <DomainSection view={view} domain={domain} />
      ))}
      <h2 className="nhsuk-heading-m">Balance</h2>
      <BalanceView view={view} />
      <ButtonLink href={`${base}/preview`}>Read it as a whole</ButtonLink>
    </>
  )
}

const Errors = ({ view: { typed } }: EditorProps) =>
  typed === null ? null : (
    <ErrorSummary
      errors={[
        {
          text: typed.error,
          fieldId: typed.pointId === null ? `new-${typed.domain}` : `text-${typed.pointId}`,
        },
      ]}
    />
  )

const PageUseLine = ({ view }: EditorProps) => {
  const use = pageUseOf(view.draft.current.text)
  const words = pageUseInWords(use)
  return use.fits ? <p>{words}</p> : <InsetText>{words}</InsetText>
}

const JumpList = ({ view }: EditorProps) => (
  <nav aria-label="Parts of the document">
    <ul className="nhsuk-list app-writing__jumps">
      {each(view.domains, ({ id, label, points, notes }) => {
        const left = notes.filter(({ isUsed }) => !isUsed).length
        return (
          <li>
            <a href={`#${id}`}>{label}</a>{' '}
            {`(${points.length}${left === 0 ? '' : `, ${left} ${left === 1 ? 'note' : 'notes'} left`})`}
          </li>
        )
      })}
    </ul>
  </nav>
)

type SectionProps = EditorProps & { readonly domain: DomainView }

const DomainSection = ({ view, domain }: SectionProps) => (
  <section className="app-writing__domain" aria-labelledby={domain.id}>
    <h2 className="nhsuk-heading-m" id={domain.id}>
      {domain.label}
    </h2>
    <div className="app-writing__columns">
      <div>
        <h3 className="nhsuk-heading-s">
          Notes of the group<span className="nhsuk-u-visually-hidden">: {domain.label}</span>
        </h3>
        <NotesOfDomain view={view} domain={domain} />
      </div>
      <PointsOfDomain view={view} domain={domain} />
    </div>
  </section>
)
