/** What stands around the pages of a reflection pack. */
import type { ReactNode } from 'react'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { Columns } from '../../../web/components/columns.tsx'
import { ErrorSummary, type FieldError } from '../../../web/components/error-summary.tsx'
import { programmeAddress } from '../addresses.ts'

type PackFrameProps = {
  readonly programme: OpenProgramme
  readonly title: string
  readonly errors?: readonly FieldError[]
  readonly children: ReactNode
}

export const PackFrame = ({ programme, title, errors = [], children }: PackFrameProps) => (
  <Columns>
    <ErrorSummary errors={errors} />
    <h1 className="nhsuk-heading-l">
      <span className="nhsuk-caption-l">{programme.name}</span> {title}
    </h1>
    {children}
    <p>
      <a href={programmeAddress(programme.programmeId, 'pack')}>Go to your reflection pack</a>
    </p>
  </Columns>
)
