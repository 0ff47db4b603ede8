import type { ReactNode } from 'react'
import { each } from './each.ts'
import type { Size } from './question.ts'

export type ResponsiveTableProps = {
  readonly caption: ReactNode
  readonly captionSize?: Size | undefined
  readonly headers: readonly string[]
  /** One entry per header. The first entry is the header of its row. */
  readonly rows: readonly (readonly ReactNode[])[]
}

/** On a narrow screen rows are shown as blocks, and browsers forget what they were: the role says it. */
const as = (role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') => ({
  role,
})

/** A table of few columns whose rows become cards on a narrow screen, with the header before each entry. */
export const ResponsiveTable = (props: ResponsiveTableProps) => {
  const { caption, captionSize = 'm', headers, rows } = props
  return (
    <table className="nhsuk-table nhsuk-table--responsive" {...as('table')}>
      <caption className={`nhsuk-table__caption nhsuk-table__caption--${captionSize}`}>
        {caption}
      </caption>
      <thead className="nhsuk-table__head" {...as('rowgroup')}>
        <tr className="nhsuk-table__row" {...as('row')}>
          {each(headers, (header) => (
            <th className="nhsuk-table__header" scope="col" {...as('columnheader')}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {each(rows, (row) => (
          <tr className="nhsuk-table__row" {...as('row')}>
            {each(row, (entry, place) => (
              <Entry header={headers[place] ?? ''} isFirst={place === 0}>
                {entry}
              </Entry>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type EntryProps = {
  readonly header: string
  readonly isFirst: boolean
  readonly children: ReactNode
}

const Entry = ({ header, isFirst, children }: EntryProps) => {
  const inside = (
    <>
      <span className="nhsuk-table__heading" aria-hidden="true">{`${header} `}</span>
      {children}
    </>
  )
  return isFirst ? (
    <th className="nhsuk-table__header" scope="row" {...as('rowheader')}>
      {inside}
    </th>
  ) : (
    <td className="nhsuk-table__cell" {...as('cell')}>
      {inside}
    </td>
  )
}
