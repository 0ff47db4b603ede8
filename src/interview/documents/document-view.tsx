/** A feedback document as everybody reads it: the mentee, the mentors who sign it off, whoever writes it. */
import type { ReactNode } from 'react'
import { each } from '../../web/components/each.ts'
import { Heading } from '../../web/components/heading.tsx'
import type { DocumentText } from './model.ts'
import { nothingSaid } from './points-of-domain.tsx'

type DocumentViewProps = {
  readonly text: DocumentText
  /** Whose document it is and what it is; the headings of the domains stand one level below. */
  readonly heading: ReactNode
  readonly headingLevel?: 1 | 2 | 3 | undefined
  /** Below the heading: the programme, the version, the day. */
  readonly caption?: ReactNode
  /** Said of a domain without points. */
  readonly nothingSaid?: string | undefined
}

const below = { 1: 2, 2: 3, 3: 4 } as const

export const DocumentView = (props: DocumentViewProps) => {
  const { text, heading, headingLevel = 1, caption } = props
  return (
    <article className="app-document">
      <Heading
        level={headingLevel}
        className={headingLevel === 1 ? 'nhsuk-heading-l' : 'nhsuk-heading-m'}
      >
        {heading}
      </Heading>
      {caption === undefined ? null : <p className="app-document__caption">{caption}</p>}
      {each(text.domains, ({ label, points }) => (
        <section className="app-document__domain">
          <Heading level={below[headingLevel]} className="nhsuk-heading-s">
            {label}
          </Heading>
          {points.length === 0 ? (
            <p className="app-document__nothing">{props.nothingSaid ?? nothingSaid}</p>
          ) : (
            <ul className="nhsuk-list nhsuk-list--bullet">
              {each(points, (point) => (
                <li className="app-document__point">{point}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </article>
  )
}
