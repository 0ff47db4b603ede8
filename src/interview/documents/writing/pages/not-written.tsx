/** Where there is no document to write: why, and where to go. */
import { Columns } from '../../../../web/components/columns.tsx'
import { InsetText } from '../../../../web/components/inset-text.tsx'
import { DocumentView } from '../../document-view.tsx'
import { documentsAddress } from '../document-addresses.ts'
import type { Draft } from '../load-documents.ts'

export const NotThereBody = ({ programmeId }: { readonly programmeId: string }) => (
  <Columns>
    <h1 className="nhsuk-heading-l">There is no document here</h1>
    <p>Nobody with this address takes part in the programme, or not any more.</p>
    <p>
      <a href={documentsAddress(programmeId)}>Go to the documents</a>
    </p>
  </Columns>
)

/** The programme is not open, or the interview has not begun. */
export const NotWrittenNow = ({ draft }: { readonly draft: Draft }) => {
  const { programme, mentee, interview, current } = draft
  const { programmeId, state } = programme
  const hasPoints = current.text.domains.some(({ points }) => points.length > 0)
  return (
    <Columns>
      {hasPoints ? (
        <DocumentView text={current.text} heading={`Feedback document for ${mentee.name}`} />
      ) : (
        <h1 className="nhsuk-heading-l">Feedback document for {mentee.name}</h1>
      )}
      <InsetText>
        {state === 'open' && interview === 'not_started'
          ? 'The group interview has not begun. The document is written from its notes.'
          : 'The programme is not open, so nothing can be written.'}
      </InsetText>
      <p>
        <a href={documentsAddress(programmeId)}>Go to the documents</a>
      </p>
    </Columns>
  )
}
