import type { ReactNode } from 'react'
import { Details } from './details.tsx'
import { Table, type TableProps } from './table.tsx'

type FigureProps = {
  /** Unique on the page. */
  readonly id: string
  readonly title: ReactNode
  /** What the figure shows, in words: who sees no picture reads this and the table. */
  readonly description: ReactNode
  /** Markup from our own charts, never from people. */
  readonly svg: string
  readonly table: Pick<TableProps, 'caption' | 'columns' | 'rows'>
}

/** A chart with its title, what it shows in words, and the numbers behind it. */
export const Figure = ({ id, title, description, svg, table }: FigureProps) => (
  <figure className="app-figure" id={id}>
    <figcaption className="app-figure__caption">
      <span className="app-figure__title" id={`${id}-title`}>
        {title}
      </span>
      <span className="app-figure__description" id={`${id}-description`}>
        {description}
      </span>
    </figcaption>
    <div
      className="app-figure__image"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own chart code from numbers
      dangerouslySetInnerHTML={{ __html: svg }}
    />
    <Details
      summary={
        <>
          Show as a table<span className="nhsuk-u-visually-hidden">: {title}</span>
        </>
      }
    >
      <Table id={`${id}-table`} captionSize="s" isCompact {...table} />
    </Details>
  </figure>
)
