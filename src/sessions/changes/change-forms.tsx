/** One sentence of what a mentee will change: written, shared or not, taken out. */
import { Button, ButtonGroup } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { Form } from '../../web/components/form.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { type Change, longestChange } from './model.ts'

/** As it was typed into a form that comes back. `changeId` null: a new sentence. */
export type TypedChange = {
  readonly changeId: string | null
  readonly text: string
  readonly isShared: boolean
  readonly error: string
}

export const fieldIdOf = (changeId: string | null): string => `text-${changeId ?? 'new'}`

type FieldsProps = {
  readonly changeId: string | null
  readonly label: string
  readonly text: string
  readonly isShared: boolean
  readonly error: string | undefined
}

const Fields = ({ changeId, label, text, isShared, error }: FieldsProps) => (
  <>
    <Textarea
      name="text"
      id={fieldIdOf(changeId)}
      label={label}
      labelSize="s"
      hint={changeId === null ? `One sentence, ${longestChange} characters at most.` : undefined}
      rows={2}
      value={text}
      error={error}
    />
    <Checkboxes
      name="shared"
      id={`shared-${changeId ?? 'new'}`}
      label={<span className="nhsuk-u-visually-hidden">{`Who sees it: ${label}`}</span>}
      isSmall
      values={isShared ? ['yes'] : []}
      choices={[{ value: 'yes', label: 'Share this with the group' }]}
    />
  </>
)

type AddProps = {
  readonly programmeId: string
  readonly typed: TypedChange | null
  readonly newKey: () => string
}

export const AddChange = ({ programmeId, typed, newKey }: AddProps) => (
  <Form action={`/programmes/${programmeId}/changes/save`} idempotencyKey={newKey()}>
    <Fields
      changeId={null}
      label="I will …"
      text={typed?.text ?? ''}
      isShared={typed?.isShared ?? false}
      error={typed?.error}
    />
    <Button>Add this sentence</Button>
  </Form>
)

type EditProps = AddProps & {
  readonly change: Change
  readonly number: number
  readonly isShared: boolean
}

export const EditChange = (props: EditProps) => {
  const { programmeId, change, number, isShared, typed, newKey } = props
  const which = <span className="nhsuk-u-visually-hidden">{` sentence ${number}`}</span>
  const base = `/programmes/${programmeId}/changes`
  return (
    <section className="app-section">
      <Form action={`${base}/save`} idempotencyKey={newKey()}>
        <input type="hidden" name="change" value={change.changeId} />
        <Fields
          changeId={change.changeId}
          label={`Sentence ${number}`}
          text={typed?.text ?? change.text}
          isShared={typed?.isShared ?? isShared}
          error={typed?.error}
        />
        <ButtonGroup>
          <Button isSmall>Save{which}</Button>
          <Button isSmall variant="secondary" name="step" value="remove">
            Remove{which}
          </Button>
        </ButtonGroup>
      </Form>
    </section>
  )
}
