/** A sitting begins: the day, and who is in the room. */
import { Button } from '../../../web/components/button.tsx'
import { DateInput, type TypedDate } from '../../../web/components/date-input.tsx'
import type { FieldError } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import type { LoadedInterview } from '../load-interview.ts'
import { sentenceOfInterviewProblem } from '../problems.ts'
import { hindranceOf } from '../rules.ts'
import { modeInWords } from './before.tsx'
import { TooFewWarning } from './floor.tsx'
import { Frame, interviewOf, NotNowPage } from './frame.tsx'
import { PresentField } from './present-field.tsx'

export type BeginForm = { readonly held: TypedDate; readonly present: readonly string[] }
export type BeginErrors = Readonly<Partial<Record<'held' | 'present' | 'page', string>>>

type BeginProps = {
  readonly loaded: LoadedInterview
  readonly form: BeginForm
  readonly errors: BeginErrors
  readonly idempotencyKey: string
}

const summaryOf = ({ page, held, present }: BeginErrors): readonly FieldError[] => [
  ...(page === undefined ? [] : [{ text: page }]),
  ...(held === undefined ? [] : [{ text: held, fieldId: 'held-day' }]),
  ...(present === undefined ? [] : [{ text: present, fieldId: 'present' }]),
]

export const titleOfBeginning = ({ sittings }: LoadedInterview): string =>
  sittings.length === 0 ? 'Begin the first sitting' : `Begin sitting ${sittings.length + 1}`

/** Null: it can begin. */
const whyNot = ({ facts }: LoadedInterview): string | null => {
  const hindrance = hindranceOf(facts)
  if (hindrance !== null) return sentenceOfInterviewProblem({ kind: hindrance })
  if (facts.interview === 'ended') return sentenceOfInterviewProblem({ kind: 'interview.ended' })
  return facts.openSitting === null
    ? null
    : sentenceOfInterviewProblem({ kind: 'sitting.open_already' })
}

export const BeginSittingPage = ({ loaded, form, errors, idempotencyKey }: BeginProps) => {
  const { programme, mentors, step } = loaded
  const { protocol } = programme
  const sentence = whyNot(loaded)
  if (sentence !== null)
    return <NotNowPage programme={programme} title="Begin a sitting" sentence={sentence} />
  return (
    <Frame programme={programme} title={titleOfBeginning(loaded)} errors={summaryOf(errors)}>
      <TooFewWarning protocol={protocol} n={mentors.length} />
      <p>
        {`The protocol says that the interview is held ${modeInWords(step).toLowerCase()}. Its lead can change that.`}
      </p>
      <Form action={`${interviewOf(programme)}/sittings/new`} idempotencyKey={idempotencyKey}>
        <DateInput
          name="held"
          label="On which day is it held?"
          labelSize="m"
          hint="Today, or an earlier day if you are noting it afterwards"
          value={form.held}
          error={errors.held}
        />
        <PresentField
          people={mentors}
          ticked={form.present}
          label="Who is in the room?"
          hint="Tick everybody who is there, in person or online. You can add people who come later"
          error={errors.present}
        />
        <Button>Begin the sitting</Button>
      </Form>
    </Frame>
  )
}
