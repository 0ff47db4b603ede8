/** The form of one single question: added or changed. */
import { Button } from '../../web/components/button.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import type { Item } from '../model.ts'
import { linesOf } from './entered.ts'
import { Warnings } from './entry-pages.tsx'
import type { ItemForm } from './item-form.ts'
import { lintAnchors } from './lint-question.ts'
import { AnsweringFields, PlaceFields, WordingFields } from './question-fields-pages.tsx'

type Part = { readonly editing: Editing<ItemForm> }
type Props = Part & {
  /** Null: a new one. */
  readonly item: Item | null
}

export const ItemPage = ({ editing, item }: Props) => {
  const title = item === null ? 'Add a single question' : `Change “${item.label}”`
  return (
    <EditingFrame editing={editing} title={title}>
      <EditingForm editing={editing}>
        <WordingFields
          editing={editing}
          example="Time devoted"
          isFreeText={editing.form.kind === 'free_text'}
        />
        {item === null ? (
          <AnyKind editing={editing} />
        ) : (
          <>
            <input type="hidden" name="kind" value={item.kind} />
            <OfKind editing={editing} kind={item.kind} />
          </>
        )}
        <AnsweringFields form={editing.form} />
        <PlaceFields editing={editing} />
        <Button>{item === null ? 'Add the question' : 'Save'}</Button>
      </EditingForm>
    </EditingFrame>
  )
}

const AnyKind = ({ editing }: Part) => (
  <>
    <Radios
      name="kind"
      label="How it is answered"
      value={editing.form.kind}
      choices={[
        { value: 'single_choice', label: 'By one of several options', hint: 'Enter them below' },
        { value: 'number', label: 'By a number', hint: 'Enter below what is counted' },
        { value: 'free_text', label: 'In free text' },
      ]}
      isSmall
    />
    <OfKind editing={editing} kind="single_choice" />
    <OfKind editing={editing} kind="number" />
  </>
)

const OfKind = ({ editing, kind }: Part & { readonly kind: Item['kind'] }) => {
  switch (kind) {
    case 'free_text':
      return null
    case 'single_choice':
      return <OptionsField editing={editing} />
    case 'number':
      return <NumberFields editing={editing} />
  }
}

const OptionsField = ({ editing: { form, errors } }: Part) => (
  <>
    <Textarea
      name="options"
      label="Options"
      hint="For a choice: one on each line"
      rows={4}
      value={form.options}
      error={errors.options}
    />
    <Warnings warnings={lintAnchors(linesOf(form.options).map((label) => ({ label })))} />
  </>
)

const NumberFields = ({ editing: { form, errors } }: Part) => (
  <>
    <TextInput
      name="unit"
      label="What is counted"
      hint="For a number: such as minutes"
      width={10}
      value={form.unit}
      error={errors.unit}
    />
    <TextInput
      name="min"
      label="Least number"
      width={5}
      inputMode="decimal"
      value={form.min}
      error={errors.min}
    />
    <TextInput
      name="max"
      label="Greatest number"
      width={5}
      inputMode="decimal"
      value={form.max}
      error={errors.max}
    />
  </>
)
