/** What the facilitator is told when the points from phones are not shown. */
import { Columns } from '../../../web/components/columns.tsx'
import { each } from '../../../web/components/each.ts'

type NotShownProps = { readonly board: string; readonly sentences: readonly string[] }

export const PointsNotShownPage = ({ board, sentences }: NotShownProps) => (
  <Columns>
    <h1 className="nhsuk-heading-l">No points from phones are shown</h1>
    {each(sentences, (sentence) => (
      <p>{sentence}</p>
    ))}
    <p>
      <a href={board}>Back to the board</a>
    </p>
  </Columns>
)
