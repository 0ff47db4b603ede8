import { Hint } from './hint.tsx'

type CopyFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
}

/** Something to hand on: it can be selected everywhere, and copied by the button where scripts run. */
export const CopyField = ({ id, label, hint, value }: CopyFieldProps) => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor={id}>
      {label}
    </label>
    {hint === undefined ? null : <Hint id={`${id}-hint`}>{hint}</Hint>}
    <div className="app-copy">
      <input
        className="nhsuk-input app-copy__value"
        id={id}
        type="text"
        readOnly
        defaultValue={value}
        spellCheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small app-copy__button"
        type="button"
        hidden
        data-copy={id}
      >
        Copy<span className="nhsuk-u-visually-hidden"> {label.toLowerCase()}</span>
      </button>
      <span className="app-copy__done" role="status" />
    </div>
  </div>
)
