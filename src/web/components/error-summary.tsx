import { each } from './each.ts'

export type FieldError = {
  readonly text: string
  /** The id of the field, or of the first choice of a group; without it the text stands alone. */
  readonly fieldId?: string | undefined
}

type ErrorSummaryProps = {
  readonly errors: readonly FieldError[]
  readonly heading?: string | undefined
}

/** What went wrong, at the top of the page. Nothing when there are no errors. */
export const ErrorSummary = ({ errors, heading = 'There is a problem' }: ErrorSummaryProps) =>
  errors.length === 0 ? null : (
    <div className="nhsuk-error-summary" data-module="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">{heading}</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {each(errors, ({ text, fieldId }) => (
              <li>{fieldId === undefined ? text : <a href={`#${fieldId}`}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
