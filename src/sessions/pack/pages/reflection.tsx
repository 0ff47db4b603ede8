/** A reflection in the brief form that appraisers use, with an action for the development plan. */
import { Button } from '../../../web/components/button.tsx'
import { Checkboxes } from '../../../web/components/checkboxes.tsx'
import { each } from '../../../web/components/each.ts'
import type { FieldError } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { TextInput } from '../../../web/components/text-input.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import { programmeAddress } from '../addresses.ts'
import { practiceDomains } from '../good-medical-practice.ts'
import type { LoadedPack } from '../load-pack.ts'
import type { Reflection } from '../model.ts'
import { type ReflectionField, reflectionFields } from '../reflection-rules.ts'
import { PackFrame } from './frame.tsx'

export const reflectionTitle = 'Your reflection'

type ReflectionPageProps = {
  readonly programme: LoadedPack['programme']
  readonly typed: Reflection
  readonly error: FieldError | null
  readonly idempotencyKey: string
}

export const ReflectionPage = (props: ReflectionPageProps) => {
  const { programme, typed, error, idempotencyKey } = props
  const at = (page: string): string => programmeAddress(programme.programmeId, page)
  return (
    <PackFrame programme={programme} title={reflectionTitle} errors={error === null ? [] : [error]}>
      <p>
        A few sentences are enough. It is kept in your reflection pack, so only you can read it, and
        you can change it at any time.
      </p>
      <p>
        Leave out what could tell who a patient, a colleague or your partner is: what you write down
        is yours, and a court can ask you for it.
      </p>
      <Form action={at('pack/reflection')} idempotencyKey={idempotencyKey}>
        <Fields {...props} names={['happened', 'matters', 'next']} />
        <h2 className="nhsuk-heading-m">For your development plan</h2>
        <Fields {...props} names={['action', 'byWhen', 'howKnown']} />
        <Checkboxes
          name="tags"
          label="Domains of Good medical practice"
          labelSize="m"
          hint="As the General Medical Council (GMC) names them since 2024. Tick those that your reflection is about; if you are not a doctor, or do not need them, leave them out."
          choices={practiceDomains.map(({ id, label }) => ({ value: id, label }))}
          values={typed.tags}
        />
        <Button>Save</Button>
      </Form>
      <p>
        <a href={at('concern')}>How to raise a concern</a> about patient safety or about how
        somebody behaves.
      </p>
    </PackFrame>
  )
}

type FieldsProps = ReflectionPageProps & { readonly names: readonly ReflectionField[] }

const Fields = ({ names, typed, error }: FieldsProps) =>
  each(names, (name) => {
    const { label, hint } = reflectionFields[name]
    const field = { name, label, hint, value: typed[name] }
    const question = { ...field, error: error?.fieldId === name ? error.text : undefined }
    return name === 'byWhen' ? <TextInput {...question} width={20} /> : <Textarea {...question} />
  })
