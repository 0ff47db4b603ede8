/** Step 1: mentors say in private whom they would mentor, until the lead closes that. */
import { dateAndTime } from '../../../lib/dates.ts'
import { counted, insideSentence, peopleOf, plural } from '../../../protocol/wording/words.ts'
import { baseOf } from '../../../questionnaires/set-up/programme-frame.tsx'
import { ProgressTag } from '../../../questionnaires/windows/collecting-pages.tsx'
import { Button } from '../../../web/components/button.tsx'
import { CopyField } from '../../../web/components/copy-field.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { SummaryList } from '../../../web/components/summary-list.tsx'
import { WarningCallout } from '../../../web/components/warning-callout.tsx'
import type { AllocationView, BeforeDraw } from '../load-view.ts'
import { NotAsItIs } from './not-as-it-is.tsx'
import { OpenAgain } from './open-again.tsx'
import { allocationOf, holdersInWords, Step, type StepProps } from './step.tsx'

export const WillingnessStep = (props: StepProps) => (
  <Step view={props.view} step="willingness">
    {props.view.allocation.current === null ? <Open {...props} /> : <Closed {...props} />}
  </Step>
)

const Open = (props: StepProps) => {
  const { view } = props
  const { protocol } = view.allocation.programme
  const mentors = protocol.roles.mentor.plural
  return (
    <>
      <SummaryList rows={[{ key: `${mentors} have said`, value: <Said view={view} /> }]} />
      <p>
        {`${mentors} say in private whom they would be paired with, and can change it until the willingness is closed. You are not told who has said what. Whoever has said nothing counts as willing to be paired with nobody, and is not drawn.`}
      </p>
      {view.viewer.roles.includes('lead') ? (
        <ToClose {...props} />
      ) : (
        <p>{`It is the turn of ${holdersInWords(view, 'lead')}, who closes the willingness.`}</p>
      )}
    </>
  )
}

const ToClose = ({ view, idempotencyKey }: StepProps) => {
  const { programme } = view.allocation
  const base = baseOf(programme)
  return (
    <>
      {view.progress === 'not_open' ? (
        <InsetText>
          <p>
            Nobody can say anything yet. <a href={`${base}/collecting`}>Open the stage</a> that asks
            for the willingness first.
          </p>
        </InsetText>
      ) : null}
      <p>
        Before you close it: <a href={`${base}/people`}>check who takes part</a>, and{' '}
        <a href={`${allocationOf(view)}/excluded`}>exclude pairs</a> that must not be drawn, such as
        relatives. You can open it again until the draw is made.
      </p>
      <Form action={`${allocationOf(view)}/lock`} idempotencyKey={idempotencyKey}>
        <Button>Close the willingness</Button>
      </Form>
      <p>
        Or do without a draw, and{' '}
        <a href={`${allocationOf(view)}/chosen`}>choose the pairs yourself</a>
        {`. Then what the ${plural(programme.protocol, 'mentor')} have said is not looked at, and every report says “not random”.`}
      </p>
    </>
  )
}

const Said = ({ view: { progress } }: { readonly view: AllocationView }) =>
  progress === null ? 'No stage of the protocol asks for it' : <ProgressTag progress={progress} />

const Closed = (props: StepProps) => {
  const { view } = props
  const { current } = view.allocation
  if (current === null) return null
  const { before } = view
  return (
    <>
      <p>{closedInWords(view)}</p>
      {current.inputsSha256 === null ? null : (
        <CopyField
          id="inputs-hash"
          label="Fingerprint of what goes into the draw (SHA-256)"
          hint="Recorded when the willingness was closed. Nobody can tell from it who has said what."
          value={current.inputsSha256}
        />
      )}
      {before === null ? null : <LeftOut view={view} before={before} />}
      {before === null ? null : <NotAsItIs view={view} before={before} />}
      {before === null ? null : <OpenAgain {...props} before={before} />}
    </>
  )
}

/** Neither keeps the draw from being made; both can be mended before it. */
const LeftOut = ({
  view,
  before: { notInDraw, withoutMentor },
}: {
  readonly view: AllocationView
  readonly before: BeforeDraw
}) => {
  const { protocol } = view.allocation.programme
  const mentor = insideSentence(protocol.roles.mentor.label)
  return (
    <>
      {notInDraw === 0 ? null : (
        <p>{`${counted(notInDraw, 'person takes', 'people take')} part and ${notInDraw === 1 ? 'is' : 'are'} not in this draw: they agreed after the willingness was closed, or have said yes to nobody. Open the willingness again to change that.`}</p>
      )}
      {withoutMentor === 0 ? null : (
        <WarningCallout heading={`Not enough ${plural(protocol, 'mentor')}`}>
          <p>{`In this draw ${peopleOf(protocol, 'mentee', withoutMentor)} will have no ${mentor}, whoever it is. To change that, open the willingness again: ask the ${plural(protocol, 'mentor')} to reconsider, add a ${mentor}, or let a ${mentor} have more than one partner.`}</p>
        </WarningCallout>
      )}
    </>
  )
}

const closedInWords = ({ allocation, before }: AllocationView): string => {
  const { programme, current } = allocation
  const { protocol } = programme
  const closed = `Closed on ${current === null ? '' : dateAndTime(current.lockedAt)}.`
  if (before === null) return closed
  const people = `${peopleOf(protocol, 'mentor', before.mentors)} and ${peopleOf(protocol, 'mentee', before.mentees)}`
  return `${closed} In this draw: ${people}.`
}
