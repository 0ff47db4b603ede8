import { type Choice, ChoiceItem, choiceId } from './choice.tsx'
import { classNames } from './class-names.ts'
import { each } from './each.ts'
import { ChoicesField } from './fieldset.tsx'
import { idOf, type Question } from './question.ts'

type CheckboxesProps = Question & {
  readonly choices: readonly Choice[]
  readonly values?: readonly string[] | undefined
  readonly isSmall?: boolean | undefined
}

export const Checkboxes = (props: CheckboxesProps) => (
  <ChoicesField question={props}>
    <div
      className={classNames(
        'nhsuk-checkboxes',
        props.isSmall === true && 'nhsuk-checkboxes--small',
      )}
      data-module="nhsuk-checkboxes"
    >
      {each(props.choices, (choice, place) => (
        <ChoiceItem
          kind="checkboxes"
          id={choiceId(idOf(props), place)}
          name={props.name}
          choice={choice}
          isChosen={props.values?.includes(choice.value) === true}
        />
      ))}
    </div>
  </ChoicesField>
)
