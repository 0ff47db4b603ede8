import type { ReactNode } from 'react'
import { Columns } from './columns.tsx'
import { ErrorSummary, type FieldError } from './error-summary.tsx'
import { PageHeading } from './page-heading.tsx'

type TitledPageProps = {
  readonly caption: ReactNode
  readonly title: ReactNode
  readonly errors?: readonly FieldError[] | undefined
  readonly children?: ReactNode
}

/** A page in one column: what is wrong with a form, the title, and what is on it. */
export const TitledPage = ({ caption, title, errors = [], children }: TitledPageProps) => (
  <Columns>
    <ErrorSummary errors={errors} />
    <PageHeading caption={caption}>{title}</PageHeading>
    {children}
  </Columns>
)
