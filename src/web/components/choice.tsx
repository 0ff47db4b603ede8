/** One radio button or one checkbox, with its label and hint. */
import type { ReactNode } from 'react'
import { Hint } from './hint.tsx'

export type Choice = {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
}

/** A word between two choices, usually *or*. */
export type Divider = { readonly divider: string }

export type ChoiceOrDivider = Choice | Divider

type ChoiceProps = {
  readonly kind: 'radios' | 'checkboxes'
  readonly id: string
  readonly name: string
  readonly choice: Choice
  readonly isChosen: boolean
}

/** As in the design system: the first choice has the group's id, the n-th adds `-n`. */
export const choiceId = (groupId: string, place: number): string =>
  place === 0 ? groupId : `${groupId}-${place + 1}`

export const ChoiceItem = ({ kind, id, name, choice, isChosen }: ChoiceProps) => {
  const hasHint = choice.hint !== undefined && choice.hint !== null
  const hintId = hasHint ? `${id}-item-hint` : undefined
  return (
    <div className={`nhsuk-${kind}__item`}>
      <input
        className={`nhsuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={choice.value}
        aria-describedby={hintId}
        defaultChecked={isChosen}
      />
      <label className={`nhsuk-label nhsuk-${kind}__label`} htmlFor={id}>
        {choice.label}
      </label>
      {hasHint ? (
        <Hint id={hintId} className={`nhsuk-${kind}__hint`}>
          {choice.hint}
        </Hint>
      ) : null}
    </div>
  )
}
