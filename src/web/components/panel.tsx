import type { ReactNode } from 'react'
import { Heading, type HeadingLevel } from './heading.tsx'

type PanelProps = {
  readonly heading: ReactNode
  readonly headingLevel?: HeadingLevel | undefined
  readonly children?: ReactNode
}

/** Confirms that something is done. */
export const Panel = ({ heading, headingLevel = 1, children }: PanelProps) => (
  <div className="nhsuk-panel">
    <Heading level={headingLevel} className="nhsuk-panel__heading">
      {heading}
    </Heading>
    {children === undefined ? null : <div className="nhsuk-panel__body">{children}</div>}
  </div>
)
