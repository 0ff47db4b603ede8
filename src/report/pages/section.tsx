/** A part of a page that can also be a part of the printed report: its headings move down a level there. */
import type { ReactNode } from 'react'
import { Heading } from '../../web/components/heading.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import type { Reported } from '../reported.ts'

export type Level = 2 | 3

export type PartProps = Reported & { readonly level: Level }

export const below = (level: Level): 3 | 4 => (level === 2 ? 3 : 4)

type SectionProps = {
  readonly level: 2 | 3 | 4
  readonly title: ReactNode
  readonly id?: string | undefined
  readonly children: ReactNode
}

const sizes = { 2: 'm', 3: 's', 4: 's' } as const

export const Section = ({ level, title, id, children }: SectionProps) => (
  <section className="app-section" id={id}>
    <Heading level={level} className={`nhsuk-heading-${sizes[level]}`}>
      {title}
    </Heading>
    {children}
  </section>
)

type PageProps = {
  readonly caption: string
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** The head of a page of the study: the programme, the title, one sentence on what is here. */
export const StudyPage = ({ caption, title, lead, children }: PageProps) => (
  <>
    <PageHeading caption={caption}>{title}</PageHeading>
    {lead === undefined ? null : <p className="nhsuk-lede-text app-lead">{lead}</p>}
    {children}
  </>
)
