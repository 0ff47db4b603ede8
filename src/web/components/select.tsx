import { classNames } from './class-names.ts'
import { each } from './each.ts'
import { LabelledField } from './form-group.tsx'
import { describedBy, idOf, type Question } from './question.ts'

export type Option = { readonly value: string; readonly label: string }

type SelectProps = Question & {
  readonly options: readonly Option[]
  readonly value?: string | undefined
}

export const Select = (props: SelectProps) => (
  <LabelledField question={props}>
    <select
      className={classNames('nhsuk-select', props.error !== undefined && 'nhsuk-select--error')}
      id={idOf(props)}
      name={props.name}
      aria-describedby={describedBy(props)}
      defaultValue={props.value}
    >
      {each(props.options, ({ value, label }) => (
        <option value={value}>{label}</option>
      ))}
    </select>
  </LabelledField>
)
