import { ChoiceItem, type ChoiceOrDivider, choiceId } from './choice.tsx'
import { classNames } from './class-names.ts'
import { each } from './each.ts'
import { ChoicesField } from './fieldset.tsx'
import { idOf, type Question } from './question.ts'

type RadiosProps = Question & {
  readonly choices: readonly ChoiceOrDivider[]
  readonly value?: string | undefined
  /** Side by side: for two short choices. */
  readonly isInline?: boolean | undefined
  readonly isSmall?: boolean | undefined
}

export const Radios = (props: RadiosProps) => (
  <ChoicesField question={props}>
    <div
      className={classNames(
        'nhsuk-radios',
        props.isInline === true && 'nhsuk-radios--inline',
        props.isSmall === true && 'nhsuk-radios--small',
      )}
      data-module="nhsuk-radios"
    >
      {each(props.choices, (choice, place) =>
        'divider' in choice ? (
          <div className="nhsuk-radios__divider">{choice.divider}</div>
        ) : (
          <ChoiceItem
            kind="radios"
            id={choiceId(idOf(props), place)}
            name={props.name}
            choice={choice}
            isChosen={choice.value === props.value}
          />
        ),
      )}
    </div>
  </ChoicesField>
)
