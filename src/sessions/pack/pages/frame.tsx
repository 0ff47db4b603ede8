/** What stands around the pages of a reflection pack. */
import type { ReactNode } from 'react'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import type { FieldError } from '../../../web/components/error-summary.tsx'
import { TitledPage } from '../../../web/components/titled-page.tsx'
import { programmeAddress } from '../addresses.ts'

type PackFrameProps = {
  readonly programme: OpenProgramme
  readonly title: string
  readonly errors?: readonly FieldError[]
  readonly children: ReactNode
}

export const PackFrame = ({ programme, title, errors = [], children }: PackFrameProps) => (
  <TitledPage caption={programme.name} title={title} errors={errors}>
    {children}
    <p>
      <a href={programmeAddress(programme.programmeId, 'pack')}>Go to your reflection pack</a>
    </p>
  </TitledPage>
)
