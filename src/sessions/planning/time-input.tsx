/** A day and a time of day, side by side: what the date input of the design system is, with a fourth field. */
import { classNames } from '../../web/components/class-names.ts'
import { each } from '../../web/components/each.ts'
import { ChoicesField } from '../../web/components/fieldset.tsx'
import { idOf, type Question } from '../../web/components/question.ts'
import type { TypedTime } from './typed-times.ts'

const parts = [
  { part: 'day', label: 'Day', width: 2, inputMode: 'numeric' },
  { part: 'month', label: 'Month', width: 2, inputMode: 'numeric' },
  { part: 'year', label: 'Year', width: 4, inputMode: 'numeric' },
  { part: 'time', label: 'Time', width: 5, inputMode: undefined },
] as const

type TimeInputProps = Question & { readonly value: TypedTime }

/** The error summary points at `<id>-day`. */
export const TimeInput = (props: TimeInputProps) => (
  <ChoicesField question={props}>
    <div className="nhsuk-date-input app-time" id={idOf(props)}>
      {each(parts, (one) => (
        <Part
          {...one}
          id={`${idOf(props)}-${one.part}`}
          name={`${props.name}-${one.part}`}
          value={props.value[one.part]}
          hasError={props.error !== undefined}
        />
      ))}
    </div>
  </ChoicesField>
)

type PartProps = Omit<(typeof parts)[number], 'part'> & {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly hasError: boolean
}

const Part = ({ id, name, label, width, inputMode, value, hasError }: PartProps) => (
  <div className="nhsuk-date-input__item">
    <div className="nhsuk-form-group">
      <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
        {label}
      </label>
      <input
        className={classNames(
          'nhsuk-input',
          hasError && 'nhsuk-input--error',
          `nhsuk-input--width-${width}`,
          'nhsuk-date-input__input',
        )}
        id={id}
        name={name}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        defaultValue={value === '' ? undefined : value}
      />
    </div>
  </div>
)
