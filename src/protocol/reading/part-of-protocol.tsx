import type { ReactNode } from 'react'

type PartProps = {
  /** Where the list of contents leads. */
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** A part of the protocol in words, under its heading. */
export const Part = ({ id, title, children }: PartProps) => (
  <section className="app-section" id={id}>
    <h2 className="nhsuk-heading-m">{title}</h2>
    {children}
  </section>
)

/** Where a question stands on the page. */
export const questionId = ({ id }: { readonly id: string }): string => `question-${id}`
