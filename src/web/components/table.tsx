import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { each } from './each.ts'
import type { Size } from './question.ts'

export type Column = {
  readonly header: ReactNode
  /** Numbers stand right-aligned under a right-aligned header. */
  readonly isNumeric?: boolean | undefined
}

type Row = readonly ReactNode[]

export type TableProps = {
  /** Unique on the page; names the region in which a wide table scrolls. */
  readonly id: string
  readonly caption: ReactNode
  readonly captionSize?: Size | undefined
  readonly columns: readonly Column[]
  /** One entry per column. The first entry is the header of its row. */
  readonly rows: readonly Row[]
  readonly isCompact?: boolean | undefined
}

const numeric = (part: string, column: Column | undefined): string | undefined =>
  classNames(part, column?.isNumeric === true && `${part}--numeric`)

const TableHead = ({ columns }: Pick<TableProps, 'columns'>) => (
  <thead className="nhsuk-table__head">
    <tr className="nhsuk-table__row">
      {each(columns, (column) => (
        <th className={numeric('nhsuk-table__header', column)} scope="col">
          {column.header}
        </th>
      ))}
    </tr>
  </thead>
)

const TableBody = ({ columns, rows }: Pick<TableProps, 'columns' | 'rows'>) => (
  <tbody className="nhsuk-table__body">
    {each(rows, (row) => (
      <tr className="nhsuk-table__row">
        {each(row, (entry, place) =>
          place === 0 ? (
            <th className={numeric('nhsuk-table__header', columns[0])} scope="row">
              {entry}
            </th>
          ) : (
            <td className={numeric('nhsuk-table__cell', columns[place])}>{entry}</td>
          ),
        )}
      </tr>
    ))}
  </tbody>
)

/** A table in a region of its own, which a keyboard can reach and scroll where it is too wide. */
export const Table = ({ id, caption, captionSize = 'm', ...rest }: TableProps) => (
  <div className="nhsuk-scroll" data-module="nhsuk-scroll">
    {/* biome-ignore lint/a11y/useSemanticElements: the element that the design system publishes */}
    <div
      className="nhsuk-scroll__content"
      role="region"
      aria-labelledby={`${id}-caption`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
      tabIndex={0}
    >
      <table
        className={classNames('nhsuk-table', rest.isCompact === true && 'nhsuk-table--compact')}
        id={id}
      >
        <caption
          className={`nhsuk-table__caption nhsuk-table__caption--${captionSize}`}
          id={`${id}-caption`}
        >
          {caption}
        </caption>
        <TableHead columns={rest.columns} />
        <TableBody columns={rest.columns} rows={rest.rows} />
      </table>
    </div>
  </div>
)
