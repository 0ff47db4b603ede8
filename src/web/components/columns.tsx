import type { ReactNode } from 'react'

type ColumnsProps = { readonly children: ReactNode; readonly aside?: ReactNode }

/** Two thirds of the page for reading; beside it, or below on a narrow screen, what may help. */
export const Columns = ({ children, aside }: ColumnsProps) => (
  <div className="nhsuk-grid-row">
    <div className="nhsuk-grid-column-two-thirds">{children}</div>
    {aside === undefined ? null : <div className="nhsuk-grid-column-one-third">{aside}</div>}
  </div>
)
