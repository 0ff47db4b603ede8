/** The form for one person: to add them, and to correct what is known of them. */
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { Button } from '../../web/components/button.tsx'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { Select } from '../../web/components/select.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import type { KnownPerson, PersonField, WrittenPerson } from './read-people/model.ts'

export type PersonForm = WrittenPerson['cells']
export type PersonFormErrors = Readonly<Partial<Record<PersonField, string>>>

export type PersonFormProps = {
  readonly action: string
  readonly protocol: Protocol
  /** Null: it is asked; else it is settled. */
  readonly role: RoleId | null
  readonly form: PersonForm
  readonly errors: PersonFormErrors
  /** Something that concerns no field alone. */
  readonly problem: string | null
  readonly mentees: readonly KnownPerson[]
  readonly heading: string
  readonly button: string
  readonly idempotencyKey: string
}

export const PersonFormPage = (props: PersonFormProps) => (
  <>
    <ErrorSummary errors={summaryOf(props)} />
    <h1 className="nhsuk-heading-l">{props.heading}</h1>
    <Form action={props.action} idempotencyKey={props.idempotencyKey}>
      <Group {...props} />
      <Details {...props} />
      <Supervisor {...props} />
      <Button>{props.button}</Button>
    </Form>
  </>
)

const summaryOf = ({ errors, problem }: PersonFormProps) => [
  ...(problem === null ? [] : [{ text: problem }]),
  ...Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text })),
]

const Group = ({ role, protocol: { roles }, form, errors }: PersonFormProps) =>
  role === null ? (
    <Radios
      name="role"
      label="Group"
      choices={[
        { value: 'mentor', label: roles.mentor.label, hint: roles.mentor.description },
        { value: 'mentee', label: roles.mentee.label, hint: roles.mentee.description },
      ]}
      value={form.role}
      error={errors.role}
    />
  ) : null

const Details = ({ form, errors }: PersonFormProps) => (
  <>
    <TextInput name="name" label="Name" value={form.name} error={errors.name} />
    <TextInput
      name="email"
      label="Email address"
      hint="Leave this empty for somebody who gets a letter"
      type="email"
      value={form.email}
      error={errors.email}
    />
    <TextInput
      name="permanentId"
      label="Permanent id (optional)"
      hint="The staff, ESR or GMC number, which tells people with the same name apart"
      width={20}
      value={form.permanentId}
      error={errors.permanentId}
    />
  </>
)

const Supervisor = ({ role, protocol: { roles }, form, errors, mentees }: PersonFormProps) =>
  role === 'mentee' ? null : (
    <Select
      name="supervisor"
      label="Supervisor"
      hint={`The ${roles.mentee.label} who supervises this person, for a ${roles.mentor.label} only`}
      options={[
        { value: '', label: 'Nobody in this programme' },
        ...mentees.map(({ participantId, name }) => ({ value: participantId, label: name })),
      ]}
      value={form.supervisor}
      error={errors.supervisor}
    />
  )
