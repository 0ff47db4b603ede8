/** Coming in: the start page for those who are not signed in, the mailed link, the button that spends it. */
import { staffLinkMinutes } from '../platform/sign-in.ts'
import { Button, ButtonLink } from '../web/components/button.tsx'
import { ErrorSummary } from '../web/components/error-summary.tsx'
import { Form } from '../web/components/form.tsx'
import { TextInput } from '../web/components/text-input.tsx'

export const WelcomePage = () => (
  <>
    <h1 className="nhsuk-heading-l">Turnabout</h1>
    <p className="nhsuk-body-l">
      Run a reverse mentoring programme, in which junior staff mentor their seniors, and evaluate it
      as published research does.
    </p>
    <p>
      If you take part in a programme, open the personal link in your invitation.{' '}
      <a href="/join">I have a letter with a code</a>
    </p>
    <p>If you run a programme, sign in with your work email address.</p>
    <ButtonLink href="/sign-in">Sign in</ButtonLink>
  </>
)

export type SignInForm = { readonly email: string; readonly error: string | null }

export const SignInPage = (props: SignInForm & { readonly idempotencyKey: string }) => (
  <>
    {props.error === null ? null : (
      <ErrorSummary errors={[{ text: props.error, fieldId: 'email' }]} />
    )}
    <h1 className="nhsuk-heading-l">Sign in</h1>
    <p>We will send you an email with a link. You do not need a password.</p>
    <Form action="/sign-in" idempotencyKey={props.idempotencyKey}>
      <TextInput
        name="email"
        label="Work email address"
        type="email"
        autoComplete="email"
        value={props.email}
        error={props.error ?? undefined}
      />
      <Button>Send me a link</Button>
    </Form>
    <p>
      If you are a mentor or a mentee you do not sign in here: open the personal link in your
      invitation. <a href="/join">I have a letter with a code</a>
    </p>
  </>
)

/** The same whether or not the address is known. */
export const LinkSentPage = () => (
  <>
    <h1 className="nhsuk-heading-l">Check your email</h1>
    <p>
      If the address belongs to somebody who runs a programme here, we have sent it a link. It works
      once, for {staffLinkMinutes} minutes.
    </p>
    <p>
      Nothing after a few minutes? Look in your junk folder, then <a href="/sign-in">try again</a>.
    </p>
  </>
)

/** The same for every link, usable or not: opening it shows nothing and spends nothing. */
export const OpenLinkPage = (props: {
  readonly action: string
  readonly idempotencyKey: string
}) => (
  <>
    <h1 className="nhsuk-heading-l">Continue to Turnabout</h1>
    <p>Press the button to sign in on this device.</p>
    <Form action={props.action} idempotencyKey={props.idempotencyKey}>
      <Button>Continue</Button>
    </Form>
  </>
)
