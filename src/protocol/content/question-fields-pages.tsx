/** Fields that every question has: whether it must be answered, and where it is asked. */
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { each } from '../../web/components/each.ts'
import type { Editing } from '../changing/editing-routes.ts'
import { allPlaces } from './asks.ts'
import { keyOfPlace } from './entered.ts'
import { wordsOfPlace } from './place-words.ts'

type Answering = { readonly required: string; readonly preferNotToSay: string }
type Placed = { readonly places: readonly string[] }

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
