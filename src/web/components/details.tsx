import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type DetailsProps = {
  readonly summary: ReactNode
  readonly isOpen?: boolean | undefined
  /** Boxed: for a group of questions of which some will be opened. */
  readonly isExpander?: boolean | undefined
  readonly children: ReactNode
}

export const Details = ({ summary, isOpen, isExpander, children }: DetailsProps) => (
  <details className={classNames('nhsuk-details', isExpander && 'nhsuk-expander')} open={isOpen}>
    <summary className="nhsuk-details__summary">
      <span className="nhsuk-details__summary-text">{summary}</span>
    </summary>
    <div className="nhsuk-details__text">{children}</div>
  </details>
)
