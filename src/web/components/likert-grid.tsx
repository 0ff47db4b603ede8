/**
 * Statements, each to be placed on the same scale. One markup for all widths: on a narrow screen the options of a
 * statement stand below it, each as wide as the screen; on a wide one, and on paper, they stand under common headings.
 */
import { classNames } from './class-names.ts'
import { each } from './each.ts'
import { ErrorMessage } from './error-message.tsx'

type Option = { readonly value: string; readonly label: string }

export type LikertStatement = {
  /** Of its radio buttons; also the id of the first, to which the error summary leads. */
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly error?: string | undefined
}

type LikertGridProps = {
  /** Unique on the page. */
  readonly id: string
  /** Asked of every statement. */
  readonly question: string
  readonly options: readonly Option[]
  readonly statements: readonly LikertStatement[]
}

/** Heard with each option instead, so it is for the eye alone. */
const Headings = ({ options }: Pick<LikertGridProps, 'options'>) => (
  <div className="app-likert__headings" aria-hidden="true">
    <div className="app-likert__options">
      {each(options, ({ label }) => (
        <span>{label}</span>
      ))}
    </div>
  </div>
)

type StatementProps = Pick<LikertGridProps, 'id' | 'options'> & {
  readonly statement: LikertStatement
}

const Options = ({ options, statement: { name, value } }: StatementProps) => (
  <div className="app-likert__options">
    {each(options, (option, place) => (
      <label className="app-likert__option">
        <input
          className="app-likert__input"
          id={place === 0 ? name : undefined}
          type="radio"
          name={name}
          value={option.value}
          defaultChecked={option.value === value}
        />
        <span className="app-likert__anchor">{option.label}</span>
      </label>
    ))}
  </div>
)

const Statement = (props: StatementProps) => {
  const { id, statement } = props
  const { name, label, error } = statement
  const errorId = error === undefined ? undefined : `${name}-error`
  return (
    <div
      className={classNames('app-likert__row', errorId && 'app-likert__row--error')}
      role="radiogroup"
      aria-labelledby={`${id}-question ${name}-statement`}
      aria-describedby={errorId}
    >
      <div className="app-likert__statement">
        <span id={`${name}-statement`}>{label}</span>
        {errorId === undefined ? null : <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      </div>
      <Options {...props} />
    </div>
  )
}

export const LikertGrid = ({ id, question, options, statements }: LikertGridProps) => (
  <div className="app-likert">
    <p className="app-likert__question" id={`${id}-question`}>
      {question}
    </p>
    <Headings options={options} />
    {each(statements, (statement) => (
      <Statement id={id} options={options} statement={statement} />
    ))}
  </div>
)
