/** Steps 4 to 6: the draw, a look at what it is like, and publishing. Nobody sees the pairs. */
import { dateAndTime } from '../../../lib/dates.ts'
import { plural } from '../../../protocol/wording/words.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Checkboxes } from '../../../web/components/checkboxes.tsx'
import { each } from '../../../web/components/each.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { SummaryList } from '../../../web/components/summary-list.tsx'
import { WarningCallout } from '../../../web/components/warning-callout.tsx'
import { sentenceOfPublishingProblem } from '../../publishing/publishing-problems.ts'
import type { AllocationView } from '../load-view.ts'
import { certificateRows, methodWords } from './certificate-words.tsx'
import { allocationOf, DrawForm, errorOf, holdersInWords, Step, type StepProps } from './step.tsx'

export const MakingStep = (props: StepProps) => {
  const { current } = props.view.allocation
  return (
    <Step view={props.view} step="draw">
      {current !== null && current.drawnAt !== null ? (
        <p>{`Drawn on ${dateAndTime(current.drawnAt)}. The pairs are encrypted, and nobody sees them.`}</p>
      ) : (
        <ToDraw {...props} />
      )}
    </Step>
  )
}

const ToDraw = (props: StepProps) => {
  const { allocation, before } = props.view
  const isReady = allocation.current?.state === 'committed' && before?.hasLeft === false
  return (
    <>
      <p>
        The lead or the facilitator presses Draw. It is done once: pressing again, or both at the
        same moment, gives no other pairs.
      </p>
      {before?.method === 'chain' ? (
        <p>{`${methodWords.chain} Drawing takes some seconds.`}</p>
      ) : null}
      {isReady ? <PressDraw {...props} /> : null}
    </>
  )
}

const PressDraw = ({ view, typed, idempotencyKey }: StepProps) => (
  <DrawForm view={view} to="draw" idempotencyKey={idempotencyKey}>
    <Checkboxes
      name="confirmed"
      label="A draw cannot be undone"
      hint="Another one needs a reason and both of you, and both draws then stand in the certificate."
      choices={[{ value: 'yes', label: 'I want to draw now' }]}
      error={errorOf(typed, 'confirmed')}
    />
    <Button>Draw</Button>
  </DrawForm>
)

export const LookingStep = ({ view }: StepProps) => {
  const { current, programme } = view.allocation
  const { certificate } = view
  const mentees = plural(programme.protocol, 'mentee')
  return (
    <Step view={view} step="look">
      <p>
        {`How much was left to chance, and what the ${mentees} could conclude from the pairs. Publish whatever was drawn: drawing until it pleases would not be random.`}
      </p>
      {certificate === null || current === null ? null : (
        <>
          <SummaryList rows={certificateRows(certificate)} />
          <Warnings publishing={view.publishing} />
          <p>
            <a href={`${allocationOf(view)}/certificates/${current.number}`}>
              See the certificate of this draw
            </a>
          </p>
        </>
      )}
      {current?.state === 'drawn' ? (
        <p>
          Something was wrong with this draw?{' '}
          <a href={`${allocationOf(view)}/again`}>Ask for another one, with a reason</a>.
        </p>
      ) : null}
    </Step>
  )
}

const Warnings = ({ publishing }: Pick<AllocationView, 'publishing'>) => {
  const warnings = publishing?.kind === 'ready' ? (publishing.ready.chance?.warnings ?? []) : []
  return warnings.length === 0 ? null : (
    <WarningCallout heading="What could be concluded">
      {each(warnings, (warning) => (
        <p>{warning}</p>
      ))}
    </WarningCallout>
  )
}

export const PublishingStep = ({ view }: StepProps) => {
  const { current } = view.allocation
  return (
    <Step view={view} step="publish">
      {current?.publishedAt === null || current === null ? (
        <ToPublish view={view} />
      ) : (
        <Published view={view} at={current.publishedAt} />
      )}
    </Step>
  )
}

const ToPublish = ({ view }: { readonly view: AllocationView }) => (
  <>
    <p>Everybody learns their own partner at the same minute, by email and on their page.</p>
    {view.publishing === null ? null : <Ready view={view} publishing={view.publishing} />}
  </>
)

type ReadyProps = {
  readonly view: AllocationView
  readonly publishing: NonNullable<AllocationView['publishing']>
}

const Ready = ({ view, publishing }: ReadyProps) => {
  if (publishing.kind === 'not_ready')
    return <InsetText>{sentenceOfPublishingProblem(publishing.problem)}</InsetText>
  return view.viewer.roles.includes('lead') ? (
    <ButtonLink href={`${allocationOf(view)}/publish`}>Check and publish</ButtonLink>
  ) : (
    <p>{`It is the turn of ${holdersInWords(view, 'lead')}, who publishes the pairs.`}</p>
  )
}

type PublishedProps = { readonly view: AllocationView; readonly at: Date }

const Published = ({ view, at }: PublishedProps) => (
  <>
    <p>{`Published on ${dateAndTime(at)}. Each pair knows its own partner.`}</p>
    {view.viewer.roles.includes('lead') ? (
      <p>
        If somebody leaves or a pair ends,{' '}
        <a href={`${allocationOf(view)}/departure`}>see who needs a new partner</a>.
      </p>
    ) : null}
  </>
)
