/** Everything that was typed, before it is sent. */
import { Button } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { SummaryList, type SummaryRow } from '../../../web/components/summary-list.tsx'
import { WarningCallout } from '../../../web/components/warning-callout.tsx'
import type { Draft } from '../../draft-store.ts'
import { type AtAddress, addressOf, addressOfSection } from '../addresses.ts'
import { sentenceAmongMany } from '../problems.ts'
import {
  declinedField,
  declinedValue,
  type Question,
  type Questionnaire,
  type Section,
} from '../questions.ts'
import type { Fault } from '../read-response.ts'
import { cannotBeChanged } from './answering.tsx'

export type CheckPageProps = {
  readonly at: AtAddress
  readonly questionnaire: Questionnaire
  readonly draft: Draft
  readonly faults: readonly Fault[]
  /** It was sent and refused. */
  readonly isRefused: boolean
  readonly idempotencyKey: string
}

const labelOfValue = (question: Question, value: string): string => {
  switch (question.kind) {
    case 'score':
      return question.anchors.find((anchor) => String(anchor.value) === value)?.label ?? value
    case 'single_choice':
      return question.item.options.find((option) => option.value === value)?.label ?? value
    case 'number':
      return `${value} ${question.item.unit}`
    case 'free_text':
      return value
  }
}

const answerIn = (question: Question, draft: Draft): string => {
  const value = draft[question.field] ?? ''
  const box = draft[declinedField(question)] ?? ''
  if (value === declinedValue || (value === '' && box === declinedValue)) return 'Prefer not to say'
  return value.trim() === '' ? 'Not answered' : labelOfValue(question, value)
}

const rowsOf = ({ at, draft }: CheckPageProps, section: Section): readonly SummaryRow[] =>
  section.questions.map((question) => ({
    key: question.label,
    value: <span className="app-typed">{answerIn(question, draft)}</span>,
    change: {
      href: `${addressOfSection(at, section.place)}#${question.field}`,
      label: 'Change',
      hiddenLabel: `${question.label} (${section.title})`,
    },
  }))

const placeOf = ({ sections }: Questionnaire, { field }: Question): number =>
  sections.find(({ questions }) => questions.some((question) => question.field === field))?.place ??
  1

const StillToDo = ({ at, questionnaire, faults }: CheckPageProps) => (
  <WarningCallout heading="Before you can send" headingLevel={2}>
    <ul className="nhsuk-list" id="still-to-do">
      {each(faults, (fault) => (
        <li>
          <a
            href={`${addressOfSection(at, placeOf(questionnaire, fault.question))}#${fault.question.field}`}
          >
            {sentenceAmongMany(fault)}
          </a>
        </li>
      ))}
    </ul>
  </WarningCallout>
)

const notYet = {
  text: 'Some answers are missing or need to be changed. Nothing was sent',
  fieldId: 'still-to-do',
} as const

export const CheckPage = (props: CheckPageProps) => {
  const { at, questionnaire, faults } = props
  return (
    <>
      <ErrorSummary errors={props.isRefused ? [notYet] : []} />
      <PageHeading caption={questionnaire.title}>
        Check your answers before you send them
      </PageHeading>
      {faults.length === 0 ? null : <StillToDo {...props} />}
      {each(questionnaire.sections, (section) => (
        <>
          <h2 className="nhsuk-heading-m">{section.title}</h2>
          <SummaryList rows={rowsOf(props, section)} />
        </>
      ))}
      <p>{cannotBeChanged}</p>
      <Form action={addressOf(at, 'check')} idempotencyKey={props.idempotencyKey}>
        <Button>Send answers</Button>
      </Form>
      <p>
        <a href={addressOf(at)}>Back to the start of the questionnaire</a>
      </p>
    </>
  )
}
