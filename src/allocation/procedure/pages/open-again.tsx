/** The way back before the draw: the willingness is opened again, or the request for another draw is dropped. */
import { plural } from '../../../protocol/wording/words.ts'
import { Button } from '../../../web/components/button.tsx'
import { Checkboxes } from '../../../web/components/checkboxes.tsx'
import { Details } from '../../../web/components/details.tsx'
import type { BeforeDraw } from '../load-view.ts'
import { DrawForm, type StepProps } from './step.tsx'

type Props = StepProps & { readonly before: BeforeDraw }

export const OpenAgain = (props: Props) => {
  const { view } = props
  if (view.allocation.current?.kind !== 'first') return <DropRequest {...props} />
  return view.viewer.roles.includes('lead') ? <OpenWillingness {...props} /> : null
}

const OpenWillingness = ({ view, before, idempotencyKey }: Props) => {
  const mentors = plural(view.allocation.programme.protocol, 'mentor')
  return (
    <Details
      summary="Open the willingness again"
      isOpen={before.hasLeft || before.shortage !== null}
    >
      <p>{`The ${mentors} can then change what they have said. Values that were given for this draw do not count any more.`}</p>
      <DrawForm view={view} to="reopen" idempotencyKey={idempotencyKey}>
        <Checkboxes
          name="asksMentors"
          label={`Ask the ${mentors} to reconsider (optional)`}
          hint="Everybody gets the same private message, so that getting it tells nobody anything. It cannot be taken back."
          choices={[{ value: 'yes', label: `Send the message to all ${mentors}` }]}
          values={before.shortage === null ? [] : ['yes']}
        />
        <Button variant="secondary">Open the willingness again</Button>
      </DrawForm>
    </Details>
  )
}

const DropRequest = ({ view, before, idempotencyKey }: Props) => (
  <Details summary="Drop this request" isOpen={before.hasLeft || before.shortage !== null}>
    <p>
      If you do not agree to this draw, drop the request. What stood before stays as it was, and the
      audit log says that there was a request.
    </p>
    <DrawForm view={view} to="reopen" idempotencyKey={idempotencyKey}>
      <Button variant="secondary">Drop the request</Button>
    </DrawForm>
  </Details>
)
