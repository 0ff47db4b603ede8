/** The questions of a section, with what was typed and what is wrong with it. */
import { Checkboxes } from '../../../web/components/checkboxes.tsx'
import type { ChoiceOrDivider } from '../../../web/components/choice.tsx'
import { each } from '../../../web/components/each.ts'
import { LikertGrid } from '../../../web/components/likert-grid.tsx'
import { Radios } from '../../../web/components/radios.tsx'
import { TextInput } from '../../../web/components/text-input.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import type { Draft } from '../../draft-store.ts'
import { sentenceOfFault } from '../problems.ts'
import {
  beforeField,
  type ChoiceQuestion,
  declinedField,
  declinedValue,
  hasBox,
  type NumberQuestion,
  type Question,
  type ScoreQuestion,
  type Section,
  type TextQuestion,
} from '../questions.ts'
import { type Fault, longestText } from '../read-response.ts'

export type Filled = {
  readonly draft: Draft
  readonly faults: readonly Fault[]
  /** What the form is sent back with, to tell what was typed elsewhere meanwhile; absent: it is not sent. */
  readonly isSent?: boolean | undefined
}

const preferNotToSay = 'Prefer not to say'

const errorOf = ({ field }: Question, { faults }: Filled): string | undefined => {
  const fault = faults.find(({ question }) => question.field === field)
  return fault === undefined ? undefined : sentenceOfFault(fault)
}

const optionsOf = (question: ScoreQuestion | ChoiceQuestion) => {
  const offered = question.kind === 'score' ? question.anchors : question.item.options
  return offered.map(({ value, label }) => ({ value: String(value), label }))
}

const declined = { value: declinedValue, label: preferNotToSay }

const Grid = ({ section, filled }: { readonly section: Section; readonly filled: Filled }) => {
  const questions = section.questions.filter((question) => question.kind === 'score')
  const [first] = questions
  if (first === undefined) return null
  const options = first.mayDecline ? [...optionsOf(first), declined] : optionsOf(first)
  const statements = questions.map((question) => ({
    name: question.field,
    label: question.label,
    value: filled.draft[question.field],
    error: errorOf(question, filled),
  }))
  const id = first.measure
  return <LikertGrid id={id} question={first.question} options={options} statements={statements} />
}

type FieldProps<Q extends Question> = { readonly question: Q; readonly filled: Filled }

const asked = (question: Question, filled: Filled) => ({
  name: question.field,
  label: question.question,
  labelSize: 's' as const,
  error: errorOf(question, filled),
})

const ChoiceField = ({ question, filled }: FieldProps<ScoreQuestion | ChoiceQuestion>) => {
  const offered: readonly ChoiceOrDivider[] = optionsOf(question)
  return (
    <Radios
      {...asked(question, filled)}
      choices={question.mayDecline ? [...offered, { divider: 'or' }, declined] : offered}
      value={filled.draft[question.field]}
    />
  )
}

/** “Prefer not to say” beside a field that has no options. */
const DeclineBox = ({ question, filled }: FieldProps<Question>) => {
  const name = declinedField(question)
  return hasBox(question) ? (
    <Checkboxes
      name={name}
      label={
        <span className="nhsuk-u-visually-hidden">Instead of an answer: {question.label}</span>
      }
      choices={[declined]}
      values={[filled.draft[name] ?? '']}
      isSmall
    />
  ) : null
}

const optional = ({ isRequired }: Question): string => (isRequired ? '' : ' (optional)')

const NumberField = ({ question, filled }: FieldProps<NumberQuestion>) => (
  <>
    <TextInput
      {...asked(question, filled)}
      label={`${question.question}${optional(question)}`}
      inputMode="decimal"
      width={5}
      suffix={question.item.unit}
      hint={`From ${question.item.min} to ${question.item.max} ${question.item.unit}`}
      value={filled.draft[question.field]}
    />
    <DeclineBox question={question} filled={filled} />
  </>
)

const lengthHint = `Up to ${new Intl.NumberFormat('en-GB').format(longestText)} characters. Do not name anybody.`

const TextField = ({ question, filled }: FieldProps<TextQuestion>) => {
  const text = filled.draft[question.field] ?? ''
  return (
    <>
      {filled.isSent === true ? (
        <input type="hidden" name={beforeField(question)} value={text} />
      ) : null}
      <Textarea
        {...asked(question, filled)}
        label={`${question.question}${optional(question)}`}
        hint={lengthHint}
        value={text}
      />
      <DeclineBox question={question} filled={filled} />
    </>
  )
}

const Field = ({ question, filled }: FieldProps<Question>) => {
  switch (question.kind) {
    case 'score':
    case 'single_choice':
      return <ChoiceField question={question} filled={filled} />
    case 'number':
      return <NumberField question={question} filled={filled} />
    case 'free_text':
      return <TextField question={question} filled={filled} />
  }
}

type SectionProps = { readonly section: Section; readonly filled: Filled }

export const SectionQuestions = ({ section, filled }: SectionProps) =>
  section.kind === 'grid' ? (
    <Grid section={section} filled={filled} />
  ) : (
    each(section.questions, (question) => <Field question={question} filled={filled} />)
  )
