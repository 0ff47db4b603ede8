import type { ReactNode } from 'react'
import { Heading, type HeadingLevel } from './heading.tsx'

type WarningCalloutProps = {
  readonly heading: ReactNode
  readonly headingLevel?: HeadingLevel | undefined
  readonly children: ReactNode
}

export const WarningCallout = ({ heading, headingLevel = 3, children }: WarningCalloutProps) => (
  <div className="nhsuk-card nhsuk-card--warning">
    <div className="nhsuk-card__content">
      <Heading level={headingLevel} className="nhsuk-card__heading">
        {heading}
      </Heading>
      {typeof children === 'string' ? (
        <p className="nhsuk-card__description">{children}</p>
      ) : (
        children
      )}
    </div>
  </div>
)
