import type { ReactNode } from 'react'

type PageHeadingProps = {
  /** What the page belongs to: mostly the name of the programme. */
  readonly caption: ReactNode
  readonly children: ReactNode
}

/** The title of a page, with a caption before it. */
export const PageHeading = ({ caption, children }: PageHeadingProps) => (
  <h1 className="nhsuk-heading-l">
    <span className="nhsuk-caption-l">{caption}</span> {children}
  </h1>
)
