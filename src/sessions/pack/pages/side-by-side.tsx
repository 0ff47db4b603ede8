/** What a mentee thought beside what the group says, domain by domain. */
import { PointsOfDomain } from '../../../interview/documents/points-of-domain.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { each } from '../../../web/components/each.ts'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { programmeAddress } from '../addresses.ts'
import { ratingAsDots, ratingInWords } from '../anchors.ts'
import type { LoadedPack } from '../load-pack.ts'
import { type SideBySide, sideBySide } from '../self-assessment-rules.ts'

export const sideBySideTitle = 'Your self-assessment and the group’s feedback'

type SideBySidePageProps = { readonly loaded: LoadedPack }

export const SideBySidePage = ({ loaded }: SideBySidePageProps) => {
  const { programme, selfAssessment, feedback } = loaded
  const document = feedback.shown?.document.text ?? null
  const rows = sideBySide({ protocol: programme.protocol, assessment: selfAssessment, document })
  const at = (page: string): string => programmeAddress(programme.programmeId, page)
  return (
    <>
      <Columns>
        <PageHeading caption={programme.name}>{sideBySideTitle}</PageHeading>
        <p>
          {selfAssessment === null
            ? 'You opened your document without a self-assessment, so there is none to set beside it.'
            : 'You wrote down what you thought before you opened your document. It stays as it is.'}
        </p>
        <p>
          The group speaks in words and gives no marks, so there is no score to compare. Look for
          what surprises you, in both directions.
        </p>
        {document === null ? (
          <p>Your document is not shown to you now, so what the group says is missing here.</p>
        ) : null}
      </Columns>
      {each(rows, (row) => (
        <Row row={row} hasAssessed={selfAssessment !== null} />
      ))}
      <p>
        <a href={at('pack/reflection')}>Write your reflection</a>
      </p>
      <p>
        <a href={at('pack')}>Go to your reflection pack</a>
      </p>
    </>
  )
}

type RowProps = { readonly row: SideBySide; readonly hasAssessed: boolean }

const Row = ({ row, hasAssessed }: RowProps) => (
  <section className="app-side-by-side">
    <h2 className="nhsuk-heading-m app-side-by-side__domain">{row.label}</h2>
    {hasAssessed ? (
      <div>
        <h3 className="nhsuk-heading-xs">What you thought</h3>
        <Own row={row} />
      </div>
    ) : null}
    {row.points === null ? null : <Said points={row.points} />}
  </section>
)

const Said = ({ points }: { readonly points: readonly string[] }) => (
  <div>
    <h3 className="nhsuk-heading-xs">What the group says</h3>
    <PointsOfDomain points={points} />
  </div>
)

const Own = ({ row: { rating, sentence } }: Pick<RowProps, 'row'>) => (
  <>
    {rating === null ? (
      <p>You left this out.</p>
    ) : (
      <p>
        <span className="app-side-by-side__dots" aria-hidden="true">
          {ratingAsDots(rating)}
        </span>{' '}
        {ratingInWords(rating)}
      </p>
    )}
    {sentence === '' ? null : <p className="app-side-by-side__sentence">{sentence}</p>}
  </>
)
