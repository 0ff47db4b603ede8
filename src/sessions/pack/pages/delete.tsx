/** Asked once more before a reflection pack is gone. */
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { Button } from '../../../web/components/button.tsx'
import { Checkboxes } from '../../../web/components/checkboxes.tsx'
import { Form } from '../../../web/components/form.tsx'
import { programmeAddress } from '../addresses.ts'
import { PackFrame } from './frame.tsx'

export const deleteTitle = 'Delete your reflection pack'

type DeletePageProps = {
  readonly programme: OpenProgramme
  readonly hasPack: boolean
  readonly hasOpenedDocument: boolean
  readonly error: string | undefined
  readonly idempotencyKey: string
}

export const DeletePage = (props: DeletePageProps) => {
  const { programme, hasPack, hasOpenedDocument, error, idempotencyKey } = props
  if (!hasPack)
    return (
      <PackFrame programme={programme} title={deleteTitle}>
        <p>You have no reflection pack, so there is nothing to delete.</p>
      </PackFrame>
    )
  const address = programmeAddress(programme.programmeId, 'pack/delete')
  const errors = error === undefined ? [] : [{ text: error, fieldId: 'delete' }]
  return (
    <PackFrame programme={programme} title={deleteTitle} errors={errors}>
      <p>
        Everything in it is deleted, and nobody can bring it back. What you shared with the group of
        what you will change is deleted, too: the group no longer sees it.
      </p>
      {hasOpenedDocument ? (
        <p>You have opened your document, so you cannot write a self-assessment again.</p>
      ) : null}
      <Form action={address} idempotencyKey={idempotencyKey}>
        <Checkboxes
          name="delete"
          label="Your decision"
          labelSize="s"
          error={error}
          choices={[{ value: 'yes', label: 'I want to delete my reflection pack for good' }]}
        />
        <Button variant="warning">Delete it</Button>
      </Form>
    </PackFrame>
  )
}
