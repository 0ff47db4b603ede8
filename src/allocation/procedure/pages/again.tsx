/** Another draw instead of the one that was made: why, in words that may be handed out. */
import { baseOf } from '../../../questionnaires/set-up/programme-frame.tsx'
import { Breadcrumb } from '../../../web/components/breadcrumb.tsx'
import { Button } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import { TitledPage } from '../../../web/components/titled-page.tsx'
import type { LoadedAllocation } from '../load-allocation.ts'

export const againTitle = 'Ask for another draw'

type Props = {
  readonly allocation: LoadedAllocation
  /** Why it cannot be asked for now; null: it can. */
  readonly hindrance: string | null
  readonly reason: string
  readonly error: string | null
  readonly idempotencyKey: string
}

export const AgainPage = (props: Props) => {
  const { allocation, hindrance, error } = props
  const address = `${baseOf(allocation.programme)}/allocation`
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Allocation', href: address }]} />
      <TitledPage
        caption={allocation.programme.name}
        title={againTitle}
        errors={error === null ? [] : [{ text: error, fieldId: 'reason' }]}
      >
        {hindrance === null ? (
          <AgainForm {...props} address={address} />
        ) : (
          <>
            <InsetText>{hindrance}</InsetText>
            <p>
              <a href={address}>Go to the allocation</a>
            </p>
          </>
        )}
      </TitledPage>
    </>
  )
}

const AgainForm = (props: Props & { readonly address: string }) => (
  <>
    <p>
      A draw is made once. Another one is for when something was wrong with it: somebody has left
      before the pairs were published, or one of the two values was known to somebody beforehand.
    </p>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>The other of you two agrees by giving a value. You both give new ones.</li>
      <li>What has been drawn is kept until then, and counts if they do not agree.</li>
      <li>Both draws and this reason stand in the certificate for good.</li>
    </ul>
    <Form action={`${props.address}/again`} idempotencyKey={props.idempotencyKey}>
      <input type="hidden" name="number" value={props.allocation.current?.number ?? 0} />
      <Textarea
        name="reason"
        label="Reason"
        hint="10 to 500 characters, without the name of anybody who takes part. Say nothing of what somebody has told you in confidence."
        rows={4}
        value={props.reason}
        error={props.error ?? undefined}
      />
      <Button>Ask for another draw</Button>
    </Form>
  </>
)
