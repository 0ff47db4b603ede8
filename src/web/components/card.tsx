import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Heading, type HeadingLevel } from './heading.tsx'
import type { Size } from './question.ts'

type CardProps = {
  readonly heading: ReactNode
  readonly headingLevel?: HeadingLevel | undefined
  readonly headingSize?: Size | undefined
  readonly variant?: 'feature' | 'secondary' | undefined
  /** Makes the whole card a link. */
  readonly href?: string | undefined
  readonly description?: ReactNode
  readonly children?: ReactNode
}

export const Card = (props: CardProps) => {
  const { heading, headingLevel = 2, headingSize, variant, href, description, children } = props
  return (
    <div
      className={classNames(
        'nhsuk-card',
        href !== undefined && 'nhsuk-card--clickable',
        variant && `nhsuk-card--${variant}`,
      )}
    >
      <div className="nhsuk-card__content">
        <Heading
          level={headingLevel}
          className={classNames(
            'nhsuk-card__heading',
            headingSize && `nhsuk-heading-${headingSize}`,
          )}
        >
          {href === undefined ? (
            heading
          ) : (
            <a className="nhsuk-card__link" href={href}>
              {heading}
            </a>
          )}
        </Heading>
        {description === undefined ? null : (
          <p className="nhsuk-card__description">{description}</p>
        )}
        {children}
      </div>
    </div>
  )
}
