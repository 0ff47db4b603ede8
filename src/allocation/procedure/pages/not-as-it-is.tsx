/** Why the draw cannot be made as it is, in numbers: never who said what. */
import { plural } from '../../../protocol/wording/words.ts'
import { baseOf } from '../../../questionnaires/set-up/programme-frame.tsx'
import { each } from '../../../web/components/each.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { WarningCallout } from '../../../web/components/warning-callout.tsx'
import { shortageSentences } from '../../shortage-words.ts'
import type { AllocationView, BeforeDraw, Shortage } from '../load-view.ts'
import { sentenceOfProcedureProblem } from '../problems.ts'
import { allocationOf } from './step.tsx'

type Props = { readonly view: AllocationView; readonly before: BeforeDraw }

export const NotAsItIs = ({ view, before }: Props) => {
  if (before.hasLeft)
    return <InsetText>{sentenceOfProcedureProblem({ kind: 'allocation.somebody_left' })}</InsetText>
  return before.shortage === null ? null : <Short view={view} shortage={before.shortage} />
}

const Short = ({
  view,
  shortage,
}: {
  readonly view: AllocationView
  readonly shortage: Shortage
}) => {
  const { protocol } = view.allocation.programme
  const { reasons, remedies } =
    shortage.kind === 'nobody'
      ? { reasons: ['On one of the two sides nobody is free to be drawn.'], remedies: [] }
      : shortageSentences(shortage.problem, shortage.repairs, protocol)
  return (
    <WarningCallout heading="Not everybody can be paired">
      {each(reasons, (reason) => (
        <p>{reason}</p>
      ))}
      {remedies.length === 0 ? null : (
        <>
          <p>Any one of these can be enough:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {each(remedies, (remedy) => (
              <li>{remedy}</li>
            ))}
          </ul>
        </>
      )}
      <p>Nothing can be drawn as it is. Nobody is shown who has said what.</p>
      {view.viewer.roles.includes('lead') ? <WhereToGo view={view} /> : null}
    </WarningCallout>
  )
}

const WhereToGo = ({ view }: { readonly view: AllocationView }) => {
  const { programme } = view.allocation
  const mentors = plural(programme.protocol, 'mentor')
  return (
    <p>
      <a href={`${baseOf(programme)}/people`}>Add people</a>,{' '}
      <a href={`${baseOf(programme)}/set-up/rules`}>change how many partners one can have</a>, or{' '}
      <a href={`${allocationOf(view)}/excluded`}>change which pairs are excluded</a>
      {`. Open the willingness again first: below you can ask all ${mentors} to reconsider.`}
    </p>
  )
}
