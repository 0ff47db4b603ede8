/** The mentee's own document, and what stands in its place until it is shown. */
import type { ReactNode } from 'react'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { insideSentence, plural } from '../../../protocol/wording/words.ts'
import { ButtonGroup, ButtonLink, PrintButton } from '../../../web/components/button.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { DocumentView } from '../document-view.tsx'
import type { Released } from './load-released.ts'

/** Neither a count nor a day nor a version: whatever was said and done behind it, the page is made of the words alone. */
export const FeedbackPage = ({ released }: { readonly released: Released }) => {
  const { programme, document } = released
  const base = `/programmes/${programme.programmeId}`
  return (
    <Columns>
      <DocumentView
        text={document.text}
        heading="Your feedback document"
        caption={`${programme.name}. What the ${plural(programme.protocol, 'mentor')} say to you as a group.`}
      />
      <p>
        It is yours. It goes to nobody else from here, and it is no part of your appraisal unless
        you decide so.
      </p>
      <ButtonGroup>
        <ButtonLink href={`${base}/feedback/file.pdf`} variant="secondary">
          PDF
        </ButtonLink>
        <ButtonLink href={`${base}/feedback/file.docx`} variant="secondary">
          Word
        </ButtonLink>
        <PrintButton>Print</PrintButton>
      </ButtonGroup>
      <p>
        If a point is not clear, <a href={`${base}/clarifications`}>ask the group</a>. What you make
        of it you can write into your <a href={`${base}/pack`}>reflection pack</a>, for yourself
        alone.
      </p>
      <p>
        <a href={`${base}/concern`}>How to raise a concern</a> about patient safety or about how
        somebody behaves.
      </p>
    </Columns>
  )
}

/** The same for everybody who is not shown a document, whatever the reason: only the programme's rule is in it. */
type NoFeedbackYetPageProps = {
  readonly programme: OpenProgramme
  /** What its mentee can do meanwhile. */
  readonly children: ReactNode
}

export const NoFeedbackYetPage = ({ programme, children }: NoFeedbackYetPageProps) => {
  const { name, protocol } = programme
  const mentor = insideSentence(protocol.roles.mentor.label)
  const isAfterSession = protocol.rules.documentShown !== 'on_release'
  return (
    <Columns>
      <PageHeading caption={name}>Your feedback document</PageHeading>
      <p>
        {`It holds what the ${plural(protocol, 'mentor')} say to you as a group, in words that the group has agreed to.`}
      </p>
      <p>
        {isAfterSession
          ? `A ${mentor} brings it to your session and talks it through with you. You can open it here after that, once the session is recorded as held.`
          : 'You can open it here once it is ready.'}
      </p>
      {children}
      <p>If you miss it, ask the facilitator of the programme.</p>
    </Columns>
  )
}
