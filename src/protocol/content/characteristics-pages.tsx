/** The characteristics: their list with a form to add one, and the form to change one. */
import { Button } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import { type Characteristic, type Protocol, roleIds } from '../model.ts'
import { listed, plural } from '../wording/words.ts'
import {
  type CharacteristicForm,
  type CharacteristicsForm,
  emptyCharacteristicsForm,
} from './characteristic-form.ts'
import { Entry, EntryActs, remove, Warnings } from './entry-pages.tsx'
import { lintCharacteristic } from './lint-question.ts'

export const CharacteristicsPage = ({
  editing,
}: {
  readonly editing: Editing<CharacteristicsForm>
}) => {
  const { protocol } = editing.programme
  const form = editing.form.act === 'add' ? editing.form : emptyCharacteristicsForm
  return (
    <EditingFrame editing={editing} title="Characteristics">
      <p>
        What people state about themselves once, when they agree to take part. The report counts
        them for each group.
      </p>
      <InsetText>
        Ask only for what you will report. In a small group, two or three of these together can tell
        who somebody is.
      </InsetText>
      <h2 className="nhsuk-heading-m">What people state</h2>
      {each(protocol.characteristics, (characteristic) => (
        <CharacteristicEntry editing={editing} characteristic={characteristic} />
      ))}
      <h2 className="nhsuk-heading-m">Add a characteristic</h2>
      <EditingForm editing={editing}>
        <input type="hidden" name="act" value="add" />
        <Naming editing={{ ...editing, form }} />
        <Radios
          name="kind"
          label="How it is stated"
          value={form.kind}
          choices={[
            { value: 'choice', label: 'By one of several options', hint: 'Enter them below' },
            { value: 'number', label: 'By a number', hint: 'Enter below what is counted' },
          ]}
          isSmall
        />
        <OptionsField editing={{ ...editing, form }} />
        <UnitField editing={{ ...editing, form }} />
        <Button>Add</Button>
      </EditingForm>
    </EditingFrame>
  )
}

const statedBy = (protocol: Protocol, characteristic: Characteristic): string =>
  listed(characteristic.roles.map((role) => plural(protocol, role)))

type EntryProps = {
  readonly editing: Editing<CharacteristicsForm>
  readonly characteristic: Characteristic
}

const CharacteristicEntry = ({ editing, characteristic }: EntryProps) => {
  const { id, label } = characteristic
  return (
    <Entry heading={label} href={`${editing.action}/${id}`} label={label}>
      <p className="nhsuk-body-s">
        {characteristic.kind === 'number'
          ? `A number of ${characteristic.unit}`
          : characteristic.options.map((option) => option.label).join(', ')}
        . Stated by {statedBy(editing.programme.protocol, characteristic)}.
      </p>
      <Warnings warnings={lintCharacteristic(characteristic)} />
      <EntryActs editing={editing} id={id} label={label} acts={[remove]} />
    </Entry>
  )
}

type Part = { readonly editing: Editing<CharacteristicForm> }

const Naming = ({ editing: { form, errors, programme } }: Part) => (
  <>
    <TextInput name="label" label="Name" value={form.label} error={errors.label} />
    <Checkboxes
      name="roles"
      label="Who states it"
      choices={roleIds.map((role) => ({
        value: role,
        label: programme.protocol.roles[role].plural,
      }))}
      values={form.roles}
      error={errors.roles}
      isSmall
    />
  </>
)

const OptionsField = ({ editing: { form, errors } }: Part) => (
  <Textarea
    name="options"
    label="Options"
    hint="For a choice: one on each line. “Prefer not to say” is one of them where the matter is sensitive"
    rows={4}
    value={form.options}
    error={errors.options}
  />
)

const UnitField = ({ editing: { form, errors } }: Part) => (
  <TextInput
    name="unit"
    label="What is counted"
    hint="For a number: such as years"
    width={10}
    value={form.unit}
    error={errors.unit}
  />
)

type CharacteristicPageProps = Part & { readonly characteristic: Characteristic }

export const CharacteristicPage = ({ editing, characteristic }: CharacteristicPageProps) => {
  const { kind, label } = characteristic
  return (
    <EditingFrame editing={editing} title={`Change “${label}”`}>
      <EditingForm editing={editing}>
        <input type="hidden" name="kind" value={kind} />
        <Naming editing={editing} />
        {kind === 'choice' ? <OptionsField editing={editing} /> : <UnitField editing={editing} />}
        <Button>Save</Button>
      </EditingForm>
    </EditingFrame>
  )
}
