import { classNames } from './class-names.ts'
import { LabelledField } from './form-group.tsx'
import { describedBy, idOf, type Question } from './question.ts'

type TextareaProps = Question & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
}

export const Textarea = (props: TextareaProps) => (
  <LabelledField question={props}>
    <textarea
      className={classNames('nhsuk-textarea', props.error !== undefined && 'nhsuk-textarea--error')}
      id={idOf(props)}
      name={props.name}
      rows={props.rows ?? 5}
      aria-describedby={describedBy(props)}
      defaultValue={props.value}
    />
  </LabelledField>
)
