/** The fields of the form in which the lead writes the information sheet. */
import { type Protocol, roleIds } from '../../protocol/model.ts'
import { plural } from '../../protocol/wording/words.ts'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { Details } from '../../web/components/details.tsx'
import { each } from '../../web/components/each.ts'
import { Select } from '../../web/components/select.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { withdrawalChoices } from '../model.ts'
import { withdrawalLabels } from './model.ts'
import { emptySlots, slotsIn, type TextErrors, type TextFields } from './text-form.ts'

type FieldsProps = {
  readonly fields: TextFields
  readonly errors: TextErrors
  readonly protocol: Protocol
}

/** What a field holds and what is wrong with it. */
const at = ({ fields, errors }: FieldsProps, name: string) => ({
  name,
  value: fields[name] ?? '',
  error: errors[name],
})

export const TitleField = (props: FieldsProps) => (
  <TextInput {...at(props, 'title')} label="Title" labelSize="m" />
)

/** Those that are filled, and empty ones for what is to be added. */
const slotsOf = (fields: TextFields, kind: 'section' | 'statement'): readonly number[] => {
  const filled = slotsIn(fields, kind).filter(
    (n) => (fields[`${kind}-${n}-text`] ?? '') + (fields[`${kind}-${n}-heading`] ?? '') !== '',
  )
  const last = Math.max(0, ...filled)
  return [...filled, ...Array.from({ length: emptySlots }, (_, n) => last + 1 + n)]
}

const ReadersAndPlace = (props: FieldsProps & { readonly slot: string }) => {
  const { slot, protocol } = props
  const { mentor, mentee } = protocol.roles
  return (
    <div className="app-beside">
      <Select
        {...at(props, `${slot}-roles`)}
        label="For"
        options={[
          { value: 'both', label: 'Both groups' },
          { value: 'mentor', label: mentor.plural },
          { value: 'mentee', label: mentee.plural },
        ]}
      />
      <TextInput {...at(props, `${slot}-place`)} label="Place" width={3} inputMode="numeric" />
    </div>
  )
}

const HiddenId = ({ fields, slot }: FieldsProps & { readonly slot: string }) => (
  <input type="hidden" name={`${slot}-id`} value={fields[`${slot}-id`] ?? ''} />
)

/** The heading, and whose it is where it is one group's alone. */
const summaryOf = ({ fields, protocol }: FieldsProps, slot: string): string => {
  const heading = fields[`${slot}-heading`] ?? ''
  const role = roleIds.find((one) => one === fields[`${slot}-roles`])
  if (heading === '') return 'Add a section'
  return role === undefined ? heading : `${heading} (${plural(protocol, role)})`
}

export const SectionFields = (props: FieldsProps) => (
  <>
    <h2 className="nhsuk-heading-m">Sections of the information sheet</h2>
    <p>
      Leave an empty line between two paragraphs. To take a section out, empty its heading and its
      text. To move it, change its place: 2.5 stands between 2 and 3.
    </p>
    {each(slotsOf(props.fields, 'section'), (n) => {
      const slot = `section-${n}`
      const hasError = Object.keys(props.errors).some((name) => name.startsWith(`${slot}-`))
      return (
        <Details summary={summaryOf(props, slot)} isExpander isOpen={hasError || undefined}>
          <HiddenId {...props} slot={slot} />
          <TextInput {...at(props, `${slot}-heading`)} label="Heading" />
          <Textarea {...at(props, `${slot}-text`)} label="Text" rows={8} />
          <ReadersAndPlace {...props} slot={slot} />
        </Details>
      )
    })}
  </>
)

export const StatementFields = (props: FieldsProps) => (
  <>
    <h2 className="nhsuk-heading-m">Statements to agree to</h2>
    <p>
      Each is ticked by itself. Without those that are required, nobody can take part. To take a
      statement out, empty it.
    </p>
    {each(slotsOf(props.fields, 'statement'), (n, place) => {
      const isNew = (props.fields[`statement-${n}-text`] ?? '') === ''
      return isNew ? (
        <Details summary="Add a statement" isExpander>
          <StatementField {...props} slot={`statement-${n}`} label="Statement" />
        </Details>
      ) : (
        <div className="app-slot">
          <StatementField {...props} slot={`statement-${n}`} label={`Statement ${place + 1}`} />
        </div>
      )
    })}
  </>
)

type StatementFieldProps = FieldsProps & { readonly slot: string; readonly label: string }

const StatementField = ({ slot, label, ...props }: StatementFieldProps) => (
  <>
    <HiddenId {...props} slot={slot} />
    <Textarea {...at(props, `${slot}-text`)} label={label} labelSize="s" rows={3} />
    <Checkboxes
      name={`${slot}-required`}
      label={<span className="nhsuk-u-visually-hidden">Is it required?</span>}
      choices={[{ value: 'yes', label: 'Required to take part' }]}
      values={[props.fields[`${slot}-required`] ?? '']}
      isSmall
    />
    <ReadersAndPlace {...props} slot={slot} />
  </>
)

export const WithdrawalFields = (props: FieldsProps) => (
  <>
    <h2 className="nhsuk-heading-m">If people withdraw</h2>
    <p>
      What people agree to here is carried out by the product when they withdraw. Offer one, and it
      holds for everybody. Offer several, and each person chooses before agreeing.
    </p>
    <Checkboxes
      name="withdrawal"
      label="What is offered"
      labelSize="s"
      error={props.errors.withdrawal}
      choices={withdrawalChoices.map((choice) => ({
        value: choice,
        label: withdrawalLabels[choice],
      }))}
      values={(props.fields.withdrawal ?? '').split(',')}
    />
    {each(withdrawalChoices, (choice) => (
      <Textarea
        {...at(props, `effect-${choice}`)}
        label={`${withdrawalLabels[choice]}: what then happens`}
        rows={3}
      />
    ))}
  </>
)

export const ContactFields = (props: FieldsProps) => (
  <>
    <h2 className="nhsuk-heading-m">Contact</h2>
    <TextInput {...at(props, 'contact-name')} label="Who can be asked" />
    <TextInput {...at(props, 'contact-email')} label="Email address" type="email" />
    <TextInput {...at(props, 'contact-phone')} label="Phone number" type="tel" width={20} />
  </>
)
