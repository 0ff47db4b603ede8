import type { ReactNode } from 'react'
import { insideSentence } from '../../protocol/wording/words.ts'
import { InsetText } from '../../web/components/inset-text.tsx'

type FrameProps = {
  readonly programmeId: string
  /** What the people are called who will see the page. */
  readonly plural: string
  readonly children?: ReactNode
}

/** A page as others will see it: to look at, with every control switched off. */
export const PreviewFrame = ({ programmeId, plural, children }: FrameProps) => (
  <>
    <InsetText>
      <p>
        <strong>Preview: nothing is saved.</strong> This is the page as {insideSentence(plural)} see
        it. <a href={`/programmes/${programmeId}/preview`}>Back to all pages</a>
      </p>
    </InsetText>
    <fieldset className="app-preview" disabled>
      {children}
    </fieldset>
  </>
)
