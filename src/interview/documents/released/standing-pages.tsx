/** Where there is no document to show: what is so, and where to go. */
import { Columns } from '../../../web/components/columns.tsx'

export type WayBack = { readonly label: string; readonly href: string }

export const NoDocumentPage = ({ back }: { readonly back: WayBack }) => (
  <Columns>
    <h1 className="nhsuk-heading-l">There is no document here</h1>
    <p>It may have been sent to be signed off again, or released, since you opened the link.</p>
    <p>
      <a href={back.href}>{back.label}</a>
    </p>
  </Columns>
)

export const NotReleasedPage = ({ back }: { readonly back: WayBack }) => (
  <Columns>
    <h1 className="nhsuk-heading-l">This document is not released</h1>
    <p>
      Prompt sheet and files are there once the group has signed the document off and the
      facilitator has released it.
    </p>
    <p>
      <a href={back.href}>{back.label}</a>
    </p>
  </Columns>
)
