import { classNames } from './class-names.ts'
import { LabelledField } from './form-group.tsx'
import { describedBy, idOf, type Question } from './question.ts'

type PasswordInputProps = Question & {
  readonly autoComplete: 'current-password' | 'new-password'
}

/** Something secret. Where scripts run a button shows what was typed; it never comes back from the server. */
export const PasswordInput = (props: PasswordInputProps) => (
  <LabelledField question={props} module="nhsuk-password-input">
    <div className="nhsuk-input-wrapper">
      <input
        className={classNames(
          'nhsuk-input',
          props.error !== undefined && 'nhsuk-input--error',
          'nhsuk-password-input__input nhsuk-js-password-input-input',
        )}
        id={idOf(props)}
        name={props.name}
        type="password"
        spellCheck={false}
        autoCapitalize="none"
        autoComplete={props.autoComplete}
        aria-describedby={describedBy(props)}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle nhsuk-js-password-input-toggle"
        data-module="nhsuk-button"
        aria-label="Show password"
        aria-controls={idOf(props)}
        hidden
      >
        Show
      </button>
    </div>
  </LabelledField>
)
