/** The fields of the rules about the draw. Each says what it brings about. */
import { Fieldset } from '../../web/components/fieldset.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { Select } from '../../web/components/select.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import { preferenceWords } from '../wording/preference-words.ts'
import { insideSentence, plural } from '../wording/words.ts'
import { mostPartners, mostVetoes, preferenceRules } from './allocation-rules.ts'
import type { RulesForm } from './programme-rules.ts'

type Editor = Editing<RulesForm>

export const AllocationRules = (editing: Editor) => (
  <Fieldset legend="The draw" legendSize="m">
    <p>
      These can be changed until the choices are closed for the draw. After that, only what happens
      when somebody leaves.
    </p>
    <Vetoes {...editing} />
    <Partners {...editing} />
    <Preferences {...editing} />
    <Departure {...editing} />
  </Fieldset>
)

const upTo = (most: number, first: { readonly value: string; readonly label: string }) => [
  first,
  ...Array.from({ length: most }, (_, place) => String(place + 1))
    .filter((value) => value !== first.value)
    .map((value) => ({ value, label: `Up to ${value}` })),
]

const wordsOf = ({ programme: { protocol } }: Editor) => ({
  mentor: insideSentence(protocol.roles.mentor.label),
  mentors: plural(protocol, 'mentor'),
  mentee: insideSentence(protocol.roles.mentee.label),
  mentees: plural(protocol, 'mentee'),
})

const Vetoes = (editing: Editor) => {
  const { form, errors, programme } = editing
  const { mentee, mentors } = wordsOf(editing)
  const promised =
    programme.state === 'setting_up'
      ? ''
      : ' The programme is open: the number can be raised, not lowered.'
  return (
    <Select
      name="menteeVetoes"
      label={`How many ${mentors} a ${mentee} may refuse`}
      hint={`In private, on a page of their own, without a reason: nobody is told. Each refusal leaves the draw less choice, so that it tells more.${promised}`}
      value={form.menteeVetoes}
      error={errors.menteeVetoes}
      options={upTo(mostVetoes, { value: '0', label: 'None: they are not asked' })}
    />
  )
}

const Partners = (editing: Editor) => {
  const { form, errors } = editing
  const { mentor, mentors, mentee, mentees } = wordsOf(editing)
  return (
    <>
      <Select
        name="menteesPerMentor"
        label={`How many ${mentees} a ${mentor} may have`}
        hint={`Where there are fewer ${mentors} than ${mentees}. Each ${mentor} says in private how many they would take; it is never assumed.`}
        value={form.menteesPerMentor}
        error={errors.menteesPerMentor}
        options={upTo(mostPartners, { value: '1', label: 'One' })}
      />
      <Select
        name="mentorsPerMentee"
        label={`How many ${mentors} a ${mentee} may have`}
        hint={`Where there are more ${mentors} than ${mentees}. Not together with the one above.`}
        value={form.mentorsPerMentee}
        error={errors.mentorsPerMentee}
        options={upTo(mostPartners, { value: '1', label: 'One' })}
      />
    </>
  )
}

const Preferences = (editing: Editor) => {
  const { mentors, mentees } = wordsOf(editing)
  return (
    <Radios
      name="preferences"
      label={`Whether ${mentors} also say in which order they would like the ${mentees}`}
      hint="The draw is then made among the best pairings alone. Fewer are possible, so that more can be guessed from the result."
      value={editing.form.preferences}
      choices={[
        {
          value: 'none',
          label: 'No: whoever says yes is as willing as anybody',
          hint: 'As in the published study: all possible pairings are equally likely',
        },
        ...preferenceRules.map((rule) => ({
          value: rule,
          label: `Yes. ${preferenceWords[rule].label}`,
          hint: preferenceWords[rule].explained,
        })),
      ]}
    />
  )
}

const Departure = (editing: Editor) => {
  const { mentor, mentee } = wordsOf(editing)
  return (
    <Radios
      name="afterDeparture"
      label="When somebody leaves after the draw"
      value={editing.form.afterDeparture}
      choices={[
        {
          value: 'free_mentor',
          label: `A free ${mentor} is drawn for the ${mentee} who is left`,
          hint: 'All other pairs stay as they are',
        },
        {
          value: 'draw_again',
          label: 'Those who have not met are drawn again',
          hint: 'Pairs that have met stay together; others may change',
        },
      ]}
    />
  )
}
