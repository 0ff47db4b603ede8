/** Coming in with the code of a letter. */
import { Button } from '../../web/components/button.tsx'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { TextInput } from '../../web/components/text-input.tsx'

export type JoinPageProps = {
  readonly typed: string
  readonly error: string | null
  readonly idempotencyKey: string
}

export const JoinPage = ({ typed, error, idempotencyKey }: JoinPageProps) => (
  <>
    {error === null ? null : <ErrorSummary errors={[{ text: error, fieldId: 'code' }]} />}
    <h1 className="nhsuk-heading-l">Enter the code of your letter</h1>
    <Form action="/join" idempotencyKey={idempotencyKey}>
      <TextInput
        name="code"
        label="Code"
        hint="Ten letters and digits, such as 7K2QX-9M4TD. Capitals, spaces and the hyphen do not matter"
        width={20}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        error={error ?? undefined}
      />
      <Button>Continue</Button>
    </Form>
    <p>You have a link instead? Open it: it needs no code.</p>
  </>
)
