/** The closing letter on a page: as its lead reads it before it goes, and as people read it afterwards. */
import { dayInWords } from '../../lib/dates.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import type { LetterPart } from './letter.ts'

type LetterProps = {
  readonly name: string
  /** The address of the programme. */
  readonly base: string
  readonly parts: readonly LetterPart[]
}

const LetterBody = ({ base, parts }: Pick<LetterProps, 'base' | 'parts'>) =>
  each(parts, ({ title, sentences, links = [] }) => (
    <section>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {each(sentences, (sentence) => (
        <p>{sentence}</p>
      ))}
      {each(links, ({ label, path }) => (
        <p>
          <a href={`${base}${path}`}>{label}</a>
        </p>
      ))}
    </section>
  ))

/** `parts`: null while the programme is not closed. */
type PreviewProps = Omit<LetterProps, 'parts'> & {
  readonly group: string
  readonly parts: readonly LetterPart[] | null
}

export const LetterPreviewPage = ({ name, base, group, parts }: PreviewProps) => (
  <>
    <Breadcrumb crumbs={[{ label: 'End of the programme', href: `${base}/closing` }]} />
    <Columns>
      <PageHeading caption={name}>Letter to the {group}</PageHeading>
      {parts === null ? (
        <InsetText>
          The letter can be read once the programme is closed: its results do not change any more
          then.
        </InsetText>
      ) : (
        <>
          <InsetText>
            {`All ${group} read this, with their own name above it. The links are theirs and do not open for you.`}
          </InsetText>
          <LetterBody base={base} parts={parts} />
        </>
      )}
    </Columns>
  </>
)

export const LetterPage = ({ name, base, parts, sentOn }: LetterProps & { sentOn: string }) => (
  <Columns>
    <PageHeading caption={name}>Letter at the end of the programme</PageHeading>
    <p className="nhsuk-body-s">{dayInWords(sentOn)}</p>
    <LetterBody base={base} parts={parts} />
  </Columns>
)

type NoLetterProps = Pick<LetterProps, 'name' | 'base'> & { readonly takesPart: boolean }

export const NoLetterPage = ({ name, base, takesPart }: NoLetterProps) => (
  <Columns>
    <PageHeading caption={name}>Letter at the end of the programme</PageHeading>
    <p>
      {takesPart
        ? 'There is no letter yet. It comes when the programme is over: you are told by email, and it then stands here.'
        : 'The letter at the end of the programme goes to those who take part in it to the end.'}
    </p>
    <p>
      <a href={base}>Back to your page</a>
    </p>
  </Columns>
)
