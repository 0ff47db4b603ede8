/** Starting a programme, and what it is called. */
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import type { FieldErrors } from '../changing/change-problems.ts'
import type { Programme } from '../store.ts'
import type { NameForm } from './programme-name.ts'
import { type Choosing, choiceErrors, ProtocolChoice } from './protocol-choice-pages.tsx'

type NameFieldsProps = { readonly form: NameForm; readonly errors: FieldErrors }

export const NameFields = ({ form, errors }: NameFieldsProps) => (
  <>
    <TextInput
      name="name"
      label="Name of the programme"
      hint="People see it in their invitation, such as Reverse mentoring in gastroenterology 2027"
      value={form.name}
      error={errors.name}
    />
    <TextInput
      name="site"
      label="Site (optional)"
      hint="The hospital or department where it is carried out"
      value={form.site}
      error={errors.site}
    />
  </>
)

type NewProgrammeProps = {
  readonly name: NameForm
  readonly choosing: Choosing
  readonly idempotencyKey: string
}

export const NewProgrammePage = ({ name, choosing, idempotencyKey }: NewProgrammeProps) => (
  <>
    <Breadcrumb crumbs={[{ label: 'Your programmes', href: '/' }]} />
    <Columns>
      <ErrorSummary errors={choiceErrors(choosing)} />
      <h1 className="nhsuk-heading-l">Start a programme</h1>
      <p>
        You will be its lead. Nobody is invited and nothing is asked until you have set it up and
        opened it.
      </p>
      <Form action="/programmes/new" idempotencyKey={idempotencyKey} hasFiles>
        <NameFields form={name} errors={choosing.errors} />
        <ProtocolChoice {...choosing} />
        <Button>Start the programme</Button>
      </Form>
    </Columns>
  </>
)

type NameProps = NameFieldsProps & {
  readonly programme: Programme
  readonly idempotencyKey: string
}

export const NamePage = ({ programme, form, errors, idempotencyKey }: NameProps) => {
  const setUp = `/programmes/${programme.programmeId}/set-up`
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Set up the programme', href: setUp }]} />
      <Columns>
        <ErrorSummary
          errors={Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text }))}
        />
        <PageHeading caption={programme.name}>Name and site</PageHeading>
        <Form action={`${setUp}/name`} idempotencyKey={idempotencyKey}>
          <NameFields form={form} errors={errors} />
          <Button>Save name and site</Button>
        </Form>
        <p>
          <a href="/programmes/new">Start another programme</a>
        </p>
      </Columns>
    </>
  )
}
