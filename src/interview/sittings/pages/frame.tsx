/** What the pages below that of the interview share. */
import type { ReactNode } from 'react'
import type { Programme } from '../../../protocol/store.ts'
import { baseOf } from '../../../questionnaires/set-up/programme-frame.tsx'
import { Breadcrumb } from '../../../web/components/breadcrumb.tsx'
import type { FieldError } from '../../../web/components/error-summary.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { TitledPage } from '../../../web/components/titled-page.tsx'

export const interviewOf = (programme: Programme): string => `${baseOf(programme)}/interview`

type FrameProps = {
  readonly programme: Programme
  readonly title: string
  readonly errors?: readonly FieldError[]
  readonly children: ReactNode
}

export const Frame = ({ programme, title, errors = [], children }: FrameProps) => (
  <>
    <Breadcrumb crumbs={[{ label: 'Interview', href: interviewOf(programme) }]} />
    <TitledPage caption={programme.name} title={title} errors={errors}>
      {children}
    </TitledPage>
  </>
)

type NotNowProps = Pick<FrameProps, 'programme' | 'title'> & { readonly sentence: string }

/** Where a page has nothing to offer as things stand. */
export const NotNowPage = ({ programme, title, sentence }: NotNowProps) => (
  <Frame programme={programme} title={title}>
    <InsetText>{sentence}</InsetText>
    <p>
      <a href={interviewOf(programme)}>Go to the interview</a>
    </p>
  </Frame>
)
