/** One step of the draw: its number, its name, how it stands. */
import type { ReactNode } from 'react'
import { baseOf } from '../../../questionnaires/set-up/programme-frame.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Tag, type TagColour } from '../../../web/components/tag.tsx'
import type { AllocationView } from '../load-view.ts'
import { type DrawStep, drawSteps, nextStep, type StepStatus, statusOf } from '../progress-rules.ts'

/** What was typed and came back, and what is wrong with it. */
export type Typed = {
  readonly field: 'value' | 'role' | 'confirmed' | null
  readonly error: string
  readonly value: string
}

export type StepProps = {
  readonly view: AllocationView
  readonly typed: Typed | null
  readonly freshValue: string
  readonly idempotencyKey: string
}

export const allocationOf = ({ allocation }: AllocationView): string =>
  `${baseOf(allocation.programme)}/allocation`

export const standingOf = ({ allocation: { current }, before }: AllocationView) => ({
  current,
  before,
})

export const errorOf = (typed: Typed | null, field: Typed['field']): string | undefined =>
  typed !== null && typed.field === field ? typed.error : undefined

const titles: Readonly<Record<DrawStep, string>> = {
  willingness: 'Willingness',
  values: 'Two values',
  commitment: 'Commitment',
  draw: 'Draw',
  look: 'Look before publishing',
  publish: 'Publish',
}

const tags = {
  done: { text: 'Done', colour: 'green' },
  now: { text: 'Now', colour: 'blue' },
  later: { text: 'Later', colour: 'grey' },
} as const satisfies Record<StepStatus, { text: string; colour: TagColour }>

type FrameProps = {
  readonly view: AllocationView
  readonly step: DrawStep
  readonly children: ReactNode
}

export const Step = ({ view, step, children }: FrameProps) => {
  const { text, colour } = tags[statusOf(step, nextStep(standingOf(view)))]
  return (
    <section className="app-section" aria-labelledby={`step-${step}`}>
      <h2 className="nhsuk-heading-m" id={`step-${step}`}>
        {`${drawSteps.indexOf(step) + 1}. ${titles[step]} `}
        <Tag colour={colour}>{text}</Tag>
      </h2>
      {children}
    </section>
  )
}

type DrawFormProps = Pick<StepProps, 'view' | 'idempotencyKey'> & {
  readonly to: 'values' | 'draw' | 'reopen'
  readonly children: ReactNode
}

/** About the draw that the page shows, and no other. */
export const DrawForm = ({ view, to, idempotencyKey, children }: DrawFormProps) => (
  <Form action={`${allocationOf(view)}/${to}`} idempotencyKey={idempotencyKey}>
    <input type="hidden" name="number" value={view.allocation.current?.number ?? 0} />
    {children}
  </Form>
)

/** `Anna Weiss or Ben Ito, the facilitator`. */
export const holdersInWords = (
  { allocation: { contributors } }: AllocationView,
  role: keyof AllocationView['allocation']['contributors'],
): string => {
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(contributors[role])
  return names === '' ? `the ${role}` : `${names} (${role})`
}
