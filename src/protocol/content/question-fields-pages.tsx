/** Fields that every question has: its wording, whether it must be answered, and where it is asked. */
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { each } from '../../web/components/each.ts'
import { TextInput } from '../../web/components/text-input.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import { allPlaces } from './asks.ts'
import { keyOfPlace } from './entered.ts'
import { Warnings } from './entry-pages.tsx'
import { lintWording } from './lint-question.ts'
import { wordsOfPlace } from './place-words.ts'

type Answering = { readonly required: string; readonly preferNotToSay: string }
type Placed = { readonly places: readonly string[] }

type Worded = { readonly label: string; readonly question: string }
type WordingProps = {
  readonly editing: Editing<Worded>
  /** A name such as this question might have. */
  readonly example: string
  readonly isFreeText?: boolean
}

export const WordingFields = ({ editing, example, isFreeText = false }: WordingProps) => {
  const { form, errors } = editing
  return (
    <>
      <TextInput
        name="label"
        label="Name"
        hint={`Stands in tables and figures, such as “${example}”`}
        value={form.label}
        error={errors.label}
      />
      <Textarea
        name="question"
        label="Question"
        hint="As people read it"
        rows={3}
        value={form.question}
        error={errors.question}
      />
      <Warnings warnings={lintWording(form.question, isFreeText)} />
    </>
  )
}

export const AnsweringFields = ({ form }: { readonly form: Answering }) =>
  each(
    [
      {
        name: 'required',
        value: form.required,
        label: 'Must it be answered?',
        choice: 'The questionnaire cannot be sent without an answer to it',
      },
      {
        name: 'preferNotToSay',
        value: form.preferNotToSay,
        label: 'A way out',
        choice: 'Offer “Prefer not to say”, which is stored as no answer',
      },
    ],
    ({ name, value, label, choice }) => (
      <Checkboxes
        name={name}
        label={label}
        choices={[{ value: 'yes', label: choice }]}
        values={[value]}
        isSmall
      />
    ),
  )

export const PlaceFields = ({ editing }: { readonly editing: Editing<Placed> }) => {
  const { form, errors, programme } = editing
  const { protocol } = programme
  const titleOf = (id: string): string => protocol.steps.find((step) => step.id === id)?.title ?? id
  return (
    <Checkboxes
      name="places"
      label="Where it is asked"
      hint="A question that was not asked there before comes last"
      error={errors.places}
      choices={allPlaces(protocol).map((place) => ({
        value: keyOfPlace(place),
        label: wordsOfPlace(protocol, place),
        hint: titleOf(place.step),
      }))}
      values={form.places}
      isSmall
    />
  )
}
