import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { each } from './each.ts'
import { ChoicesField } from './fieldset.tsx'
import { FormGroup } from './form-group.tsx'
import { idOf, type Question } from './question.ts'

/** As typed: three fields, `<name>-day`, `<name>-month`, `<name>-year`. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string }

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

type DateInputProps = Question & { readonly value: TypedDate }

type PartProps = {
  readonly id: string
  readonly name: string
  readonly label: ReactNode
  readonly width: 2 | 4
  readonly value: string
  readonly error: string | undefined
}

const Part = ({ id, name, label, width, value, error }: PartProps) => (
  <div className="nhsuk-date-input__item">
    <FormGroup error={error}>
      <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
        {label}
      </label>
      <input
        className={classNames(
          'nhsuk-input',
          error !== undefined && 'nhsuk-input--error',
          `nhsuk-input--width-${width}`,
          'nhsuk-date-input__input',
        )}
        id={id}
        name={name}
        type="text"
        inputMode="numeric"
        defaultValue={value === '' ? undefined : value}
      />
    </FormGroup>
  </div>
)

/** A day that somebody knows. The error summary points at `<id>-day`. */
export const DateInput = (props: DateInputProps) => (
  <ChoicesField question={props}>
    <div className="nhsuk-date-input" id={idOf(props)}>
      {each(parts, ({ part, label, width }) => (
        <Part
          id={`${idOf(props)}-${part}`}
          name={`${props.name}-${part}`}
          label={label}
          width={width}
          value={props.value[part]}
          error={props.error}
        />
      ))}
    </div>
  </ChoicesField>
)
