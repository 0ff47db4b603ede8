/** The first page of a new installation: look at the example, or start one's own. */
import { Button, ButtonLink } from '../web/components/button.tsx'
import { ErrorSummary } from '../web/components/error-summary.tsx'
import { Form } from '../web/components/form.tsx'
import { TextInput } from '../web/components/text-input.tsx'

export const SetUpPage = (props: { readonly token: string; readonly idempotencyKey: string }) => (
  <>
    <h1 className="nhsuk-heading-l">Welcome to Turnabout</h1>
    <p className="nhsuk-body-l">
      Turnabout runs a reverse mentoring programme from the first invitation to the published
      result. What would you like to do first?
    </p>
    <div className="nhsuk-grid-row">
      <section className="nhsuk-grid-column-one-half">
        <h2 className="nhsuk-heading-m">Explore the example programme</h2>
        <p>
          See the published Sheffield study with synthetic data: six mentors, five mentees, every
          result computed. You can look at it as each kind of person. It takes a few seconds to
          load, and nothing in it is real.
        </p>
        <Form action={`/set-up/${props.token}/example`} idempotencyKey={props.idempotencyKey}>
          <Button>Explore the example programme</Button>
        </Form>
      </section>
      <section className="nhsuk-grid-column-one-half">
        <h2 className="nhsuk-heading-m">Start your own</h2>
        <p>
          Name your organisation and become its first administrator. The example stays available,
          apart from your own data.
        </p>
        <ButtonLink href={`/set-up/${props.token}/own`} variant="secondary">
          Start your own
        </ButtonLink>
      </section>
    </div>
  </>
)

export type OwnForm = {
  readonly organisationName: string
  readonly name: string
  readonly email: string
}
export type OwnFormErrors = Readonly<Partial<Record<keyof OwnForm, string>>>

type OwnPageProps = {
  readonly token: string
  readonly idempotencyKey: string
  readonly form: OwnForm
  readonly errors: OwnFormErrors
}

export const OwnPage = ({ token, idempotencyKey, form, errors }: OwnPageProps) => (
  <>
    <ErrorSummary
      errors={Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text: String(text) }))}
    />
    <h1 className="nhsuk-heading-l">Start your own</h1>
    <Form action={`/set-up/${token}/own`} idempotencyKey={idempotencyKey}>
      <TextInput
        name="organisationName"
        label="Name of your organisation"
        hint="It stands at the top of every page, for example Northgate Teaching Hospital"
        autoComplete="organization"
        value={form.organisationName}
        error={errors.organisationName}
      />
      <TextInput
        name="name"
        label="Your name"
        autoComplete="name"
        value={form.name}
        error={errors.name}
      />
      <TextInput
        name="email"
        label="Your work email address"
        hint="Your next sign-in link will be sent here"
        type="email"
        autoComplete="email"
        value={form.email}
        error={errors.email}
      />
      <Button>Start</Button>
    </Form>
  </>
)
