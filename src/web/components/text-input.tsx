import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { LabelledField } from './form-group.tsx'
import { describedBy, idOf, type Question } from './question.ts'

type TextInputProps = Question & {
  readonly value?: string | number | undefined
  readonly type?: 'text' | 'email' | 'tel' | undefined
  /** How many characters wide. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | undefined
  readonly autoComplete?: string | undefined
  readonly spellCheck?: boolean | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

const Control = (props: TextInputProps) => (
  <input
    className={classNames(
      'nhsuk-input',
      props.error !== undefined && 'nhsuk-input--error',
      props.width !== undefined && `nhsuk-input--width-${props.width}`,
    )}
    id={idOf(props)}
    name={props.name}
    type={props.type ?? 'text'}
    spellCheck={props.spellCheck}
    aria-describedby={describedBy(props)}
    autoComplete={props.autoComplete}
    inputMode={props.inputMode}
    defaultValue={props.value}
  />
)

type AffixProps = { readonly place: 'prefix' | 'suffix'; readonly children: ReactNode }

const Affix = ({ place, children }: AffixProps) => (
  <div className={`nhsuk-input-wrapper__${place}`} aria-hidden="true">
    {children}
  </div>
)

export const TextInput = (props: TextInputProps) => {
  const { prefix, suffix } = props
  const isPlain = prefix === undefined && suffix === undefined
  return (
    <LabelledField question={props}>
      {isPlain ? (
        <Control {...props} />
      ) : (
        <div className="nhsuk-input-wrapper">
          {prefix === undefined ? null : <Affix place="prefix">{prefix}</Affix>}
          <Control {...props} />
          {suffix === undefined ? null : <Affix place="suffix">{suffix}</Affix>}
        </div>
      )}
    </LabelledField>
  )
}
