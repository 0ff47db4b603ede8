/** The allocation for the lead and the facilitator: step by step from the willingness to the pairs, which nobody sees. */
import { plural } from '../../../protocol/wording/words.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { TitledPage } from '../../../web/components/titled-page.tsx'
import type { AllocationView } from '../load-view.ts'
import { sentenceOfProcedureProblem } from '../problems.ts'
import { factsOf, hindranceOf } from '../rules.ts'
import { ChosenPairs } from './chosen-pairs.tsx'
import { LookingStep, MakingStep, PublishingStep } from './draw-step.tsx'
import { EarlierDraws } from './earlier-draws.tsx'
import { allocationOf, type StepProps } from './step.tsx'
import { CommitmentStep, ValuesStep } from './values-step.tsx'
import { WillingnessStep } from './willingness-step.tsx'

export const AllocationPage = (props: StepProps) => {
  const { view, typed } = props
  const errors = typed === null ? [] : [{ text: typed.error, fieldId: typed.field ?? undefined }]
  return (
    <>
      <TitledPage caption={view.allocation.programme.name} title="Allocation" errors={errors}>
        <Standing {...props} />
      </TitledPage>
      <EarlierDraws view={view} />
    </>
  )
}

const Standing = (props: StepProps) => {
  const { view } = props
  const { current, draws } = view.allocation
  const hindrance = hindranceOf(factsOf(view.allocation))
  if (hindrance !== null && current?.state !== 'published')
    return (
      <>
        <InsetText>{sentenceOfProcedureProblem(hindrance)}</InsetText>
        {draws.length > 0 ? (
          <p>Nothing more can be done here. The draws are listed below.</p>
        ) : null}
      </>
    )
  return current?.mode === 'chosen' ? <ChosenPairs {...props} /> : <Steps {...props} />
}

const Steps = (props: StepProps) => (
  <>
    <p>
      {`Who is paired with whom is drawn by chance, out of all pairings that the ${plural(props.view.allocation.programme.protocol, 'mentor')} are willing to have. Nobody sees the pairs as a whole, and nobody sees who said what: not even you.`}
    </p>
    <WhyAnother view={props.view} />
    <WillingnessStep {...props} />
    <ValuesStep {...props} />
    <CommitmentStep {...props} />
    <MakingStep {...props} />
    <LookingStep {...props} />
    <PublishingStep {...props} />
  </>
)

/** Of a draw that is not the first: why it is asked for, and what agreeing means. */
const WhyAnother = ({ view }: { readonly view: AllocationView }) => {
  const { current, draws } = view.allocation
  if (current === null || current.reason === null || view.before === null) return null
  const waiting = draws.find(({ state }) => state === 'drawn')
  return (
    <InsetText>
      <p>
        {current.kind === 'departure'
          ? 'Somebody is without a partner, and another draw was begun.'
          : `The ${current.askedByRole} has asked for another draw.`}{' '}
        {`Reason: “${current.reason}”`}
      </p>
      <p>
        {current.kind === 'departure'
          ? 'Everybody who is not in it keeps their partner.'
          : 'Whoever agrees gives their value below. Whoever does not agree drops the request.'}{' '}
        {waiting === undefined ? null : (
          <>
            {'What was drawn before cannot be published meanwhile: '}
            <a href={`${allocationOf(view)}/certificates/${waiting.number}`}>see its certificate</a>
            .
          </>
        )}
      </p>
    </InsetText>
  )
}
