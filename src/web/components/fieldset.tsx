import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { FormGroup, HintAndError } from './form-group.tsx'
import { describedBy, type Question, type Size } from './question.ts'

type FieldsetProps = {
  readonly legend: ReactNode
  readonly legendSize?: Size | undefined
  readonly isPageHeading?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly children?: ReactNode
}

export const Fieldset = ({ legend, legendSize, isPageHeading, ...rest }: FieldsetProps) => (
  <fieldset className="nhsuk-fieldset" aria-describedby={rest.describedBy}>
    <legend
      className={classNames(
        'nhsuk-fieldset__legend',
        legendSize && `nhsuk-fieldset__legend--${legendSize}`,
      )}
    >
      {isPageHeading === true ? <h1 className="nhsuk-fieldset__heading">{legend}</h1> : legend}
    </legend>
    {rest.children}
  </fieldset>
)

type ChoicesProps = { readonly question: Question; readonly children: ReactNode }

/** A legend, its hint and error, and the several controls they belong to. */
export const ChoicesField = ({ question, children }: ChoicesProps) => (
  <FormGroup error={question.error}>
    <Fieldset
      legend={question.label}
      legendSize={question.labelSize}
      isPageHeading={question.isPageHeading}
      describedBy={describedBy(question)}
    >
      <HintAndError question={question} />
      {children}
    </Fieldset>
  </FormGroup>
)
