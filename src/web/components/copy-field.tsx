import { Hint } from './hint.tsx'

type CopyFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  /** It goes on in the next line where the screen is narrow. */
  readonly isLong?: boolean | undefined
}

const Value = ({ id, hint, value, isLong }: CopyFieldProps) => {
  const common = {
    id,
    readOnly: true,
    defaultValue: value,
    spellCheck: false,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  }
  return isLong === true ? (
    <textarea className="nhsuk-textarea app-copy__value" rows={2} {...common} />
  ) : (
    <input className="nhsuk-input app-copy__value" type="text" {...common} />
  )
}

/** Something to hand on: it can be selected everywhere, and copied by the button where scripts run. */
export const CopyField = (props: CopyFieldProps) => {
  const { id, label, hint } = props
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : <Hint id={`${id}-hint`}>{hint}</Hint>}
      <div className="app-copy">
        <Value {...props} />
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
}
