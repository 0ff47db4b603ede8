/** The document for whoever brings it into the session: large, one page, with room for notes. */
import { nounOfDomains } from '../../../protocol/wording/domain-noun.ts'
import { PrintButton } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { Heading } from '../../../web/components/heading.tsx'
import { PointsOfDomain } from '../points-of-domain.tsx'
import type { Released } from './load-released.ts'
import { printSizeOf } from './print-size.ts'

type PromptSheetProps = {
  readonly released: Released
  /** Where its files are: `…/file.pdf`. */
  readonly files: string
  /** 2 where another sheet stands before it. */
  readonly headingLevel?: 1 | 2
}

export const PromptSheet = ({ released, files, headingLevel = 1 }: PromptSheetProps) => {
  const { programme, menteeName, document } = released
  return (
    <article className={`app-prompt-sheet app-prompt-sheet--${printSizeOf(document.text)}pt`}>
      <Heading level={headingLevel} className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{programme.name}</span> What the group says to{' '}
        {menteeName}
      </Heading>
      <div className="app-prompt-sheet__tools">
        <p>
          Talk about one {nounOfDomains(programme.protocol).singular.toLowerCase()} after the other.
          It is the voice of the group: who said what is no part of it. Keep your notes to yourself,
          and destroy them after the session.
        </p>
        <p>
          <a href={`${files}/file.pdf`}>PDF</a> · <a href={`${files}/file.docx`}>Word</a>
        </p>
        <PrintButton>Print this sheet</PrintButton>
      </div>
      {each(document.text.domains, ({ label, points }) => (
        <section className="app-prompt-sheet__domain">
          <div className="app-prompt-sheet__points">
            <Heading level={headingLevel === 1 ? 2 : 3} className="nhsuk-heading-m">
              {label}
            </Heading>
            <PointsOfDomain points={points} />
          </div>
          <div className="app-prompt-sheet__notes">Notes</div>
        </section>
      ))}
    </article>
  )
}
