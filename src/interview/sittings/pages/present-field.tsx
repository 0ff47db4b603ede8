/** A list of people to tick, and who was ticked when the page was made. */
import { Checkboxes } from '../../../web/components/checkboxes.tsx'
import { each } from '../../../web/components/each.ts'
import type { Contributor } from '../../model.ts'

type PresentFieldProps = {
  readonly people: readonly Contributor[]
  readonly ticked: readonly string[]
  /** Sent along, so that only what is changed on this page is changed. */
  readonly before?: readonly string[]
  readonly label: string
  readonly hint: string
  readonly error?: string | undefined
}

export const PresentField = (props: PresentFieldProps) => {
  const { people, ticked, before = [], label, hint, error } = props
  return (
    <>
      {each(before, (id) => (
        <input type="hidden" name="before" value={id} />
      ))}
      <Checkboxes
        name="present"
        label={label}
        labelSize="m"
        hint={hint}
        error={error}
        choices={people.map(({ participantId, name }) => ({ value: participantId, label: name }))}
        values={ticked}
      />
    </>
  )
}
