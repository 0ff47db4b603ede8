import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { errorIdOf, hintIdOf, idOf, type Question } from './question.ts'

type FormGroupProps = {
  readonly error: string | undefined
  /** The component whose script takes hold of the group, where one does. */
  readonly module?: 'nhsuk-file-upload' | 'nhsuk-password-input' | undefined
  readonly children: ReactNode
}

export const FormGroup = ({ error, module, children }: FormGroupProps) => (
  <div
    className={classNames(
      'nhsuk-form-group',
      error !== undefined && 'nhsuk-form-group--error',
      module,
    )}
    data-module={module}
  >
    {children}
  </div>
)

type QuestionProps = { readonly question: Question; readonly children?: ReactNode }

export const HintAndError = ({ question }: QuestionProps) => {
  const hintId = hintIdOf(question)
  const errorId = errorIdOf(question)
  return (
    <>
      {hintId === undefined ? null : <Hint id={hintId}>{question.hint}</Hint>}
      {errorId === undefined ? null : <ErrorMessage id={errorId}>{question.error}</ErrorMessage>}
    </>
  )
}

const Label = ({ question }: QuestionProps) => {
  const { label, labelSize } = question
  const className = classNames('nhsuk-label', labelSize && `nhsuk-label--${labelSize}`)
  return (
    <label className={className} htmlFor={idOf(question)}>
      {label}
    </label>
  )
}

type LabelledFieldProps = QuestionProps & Pick<FormGroupProps, 'module'>

/** A label, its hint and error, and the one control they belong to. */
export const LabelledField = ({ question, module, children }: LabelledFieldProps) => (
  <FormGroup error={question.error} module={module}>
    {question.isPageHeading === true ? (
      <h1 className="nhsuk-label-wrapper">
        <Label question={question} />
      </h1>
    ) : (
      <Label question={question} />
    )}
    <HintAndError question={question} />
    {children}
  </FormGroup>
)
