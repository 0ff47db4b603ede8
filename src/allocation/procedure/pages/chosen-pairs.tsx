/** Where the lead chose the pairs there is nothing to draw, only to publish. */
import { InsetText } from '../../../web/components/inset-text.tsx'
import { LookingStep, PublishingStep } from './draw-step.tsx'
import { allocationOf, type StepProps } from './step.tsx'

export const ChosenPairs = (props: StepProps) => (
  <>
    <InsetText>
      The pairs of this programme were chosen, not drawn. The certificate and every report say “not
      random”.
    </InsetText>
    {props.view.allocation.current?.state === 'drawn' &&
    props.view.viewer.roles.includes('lead') ? (
      <p>
        You can still <a href={`${allocationOf(props.view)}/chosen`}>choose other pairs</a>.
      </p>
    ) : null}
    <LookingStep {...props} />
    <PublishingStep {...props} />
  </>
)
