/** The form in which a programme says what it is called, and its groups and domains. */
import { Button } from '../../web/components/button.tsx'
import { Fieldset } from '../../web/components/fieldset.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import type { RoleId } from '../model.ts'
import type { LabelsForm } from './labels.ts'

type Props = { readonly editing: Editing<LabelsForm> }

export const LabelsPage = ({ editing }: Props) => (
  <EditingFrame editing={editing} title="Labels">
    <p>
      These words stand on every page that people see, in their mails and in the report. Use those
      that people use for themselves.
    </p>
    <EditingForm editing={editing}>
      <Programme editing={editing} />
      <Group
        editing={editing}
        group="mentor"
        legend="Those who give the feedback"
        example="such as Mentor, Resident doctor"
      />
      <Group
        editing={editing}
        group="mentee"
        legend="Those who receive it"
        example="such as Mentee, Consultant"
      />
      <Domains editing={editing} />
      <Button>Save labels</Button>
    </EditingForm>
  </EditingFrame>
)

const Programme = ({ editing: { form, errors } }: Props) => (
  <>
    <TextInput
      name="title"
      label="Title of the protocol"
      hint="What is done, in one line. The name of the programme is separate"
      value={form.title}
      error={errors.title}
    />
    <Textarea
      name="summary"
      label="Summary"
      hint="Two or three sentences that people read before they agree to take part"
      value={form.summary}
      error={errors.summary}
    />
  </>
)

type GroupProps = Props & {
  readonly group: RoleId
  readonly legend: string
  readonly example: string
}

const Group = ({ editing: { form, errors }, group, legend, example }: GroupProps) => {
  const [label, plural, description] = [
    `${group}Label`,
    `${group}Plural`,
    `${group}Description`,
  ] as const
  return (
    <Fieldset legend={legend} legendSize="m">
      <TextInput
        name={label}
        label="One person"
        hint={example}
        width={20}
        value={form[label]}
        error={errors[label]}
      />
      <TextInput
        name={plural}
        label="Several people"
        width={20}
        value={form[plural]}
        error={errors[plural]}
      />
      <Textarea
        name={description}
        label="Who they are"
        rows={2}
        value={form[description]}
        error={errors[description]}
      />
    </Fieldset>
  )
}

const Domains = ({ editing: { form, errors } }: Props) => (
  <Fieldset legend="What the feedback is about" legendSize="m">
    <TextInput
      name="domainSingular"
      label="One of them"
      hint="such as Domain, Topic"
      width={20}
      value={form.domainSingular}
      error={errors.domainSingular}
    />
    <TextInput
      name="domainPlural"
      label="Several of them"
      width={20}
      value={form.domainPlural}
      error={errors.domainPlural}
    />
  </Fieldset>
)
