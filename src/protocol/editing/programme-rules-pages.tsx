/** The form of the rules by which a programme runs. Each says what it brings about. */
import { Button } from '../../web/components/button.tsx'
import { Fieldset } from '../../web/components/fieldset.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import type { RoleId } from '../model.ts'
import { insideSentence, plural } from '../wording/words.ts'
import { AllocationRules } from './allocation-rules-pages.tsx'
import { hasStep, type RulesForm } from './programme-rules.ts'

type Props = { readonly editing: Editing<RulesForm> }

export const RulesPage = ({ editing }: Props) => (
  <EditingFrame editing={editing} title="Rules">
    <EditingForm editing={editing}>
      <Willingness {...editing} />
      {hasStep(editing.programme.protocol, 'allocation') ? <AllocationRules {...editing} /> : null}
      <Floor {...editing} />
      <Meetings {...editing} />
      <Answering {...editing} />
      {hasStep(editing.programme.protocol, 'interview') ? <Documents {...editing} /> : null}
      <Button>Save rules</Button>
    </EditingForm>
  </EditingFrame>
)

type Editor = Props['editing']

const one = ({ programme }: Editor, role: RoleId): string =>
  insideSentence(programme.protocol.roles[role].label)
const several = ({ programme }: Editor, role: RoleId): string => plural(programme.protocol, role)

const Willingness = (editing: Editor) => {
  const { form, errors } = editing
  const [mentor, mentors, mentee, mentees] = [
    one(editing, 'mentor'),
    several(editing, 'mentor'),
    one(editing, 'mentee'),
    several(editing, 'mentee'),
  ]
  return (
    <Fieldset legend="Who may be paired" legendSize="m">
      <Radios
        name="supervisor"
        label={`When a ${mentee} is the supervisor of a ${mentor}`}
        hint={`Each ${mentor} says in private which ${mentees} they would be willing to mentor.`}
        value={form.supervisor}
        choices={[
          {
            value: 'ask',
            label: 'Ask about them like about everybody',
            hint: `As in the published study: the ${mentor} decides`,
          },
          {
            value: 'avoid',
            label: 'Ask, and pair them only if nothing else is possible',
            hint: 'The draw takes as few such pairs as it can',
          },
          {
            value: 'forbid',
            label: 'Never pair them',
            hint: `The ${mentor} is not asked about their own supervisor`,
          },
        ]}
      />
      <TextInput
        name="minimumWilling"
        label={`How many ${mentees} a ${mentor} must be willing to mentor`}
        hint={`A ${mentor} who is willing for one ${mentee} only forces that pair: nothing is left to the draw, and the ${mentee} could guess it. With 2 or more it stays open. Too high a number asks ${mentors} to agree to people they would rather not mentor.`}
        width={3}
        inputMode="numeric"
        value={form.minimumWilling}
        error={errors.minimumWilling}
      />
    </Fieldset>
  )
}

const Floor = ({ form, errors, programme: { isLocked, version } }: Editor) => (
  <Fieldset legend="When counts are shown" legendSize="m">
    <TextInput
      name="anonymityFloor"
      label="Fewest people behind a count"
      hint={`Until this many have answered, pages and reports say only that answers are being collected. In a smaller group somebody could work out who said what. Never below 3; 5 is usual.${
        isLocked || version > 1
          ? ' People have answered under this promise: it can be raised, not lowered.'
          : ''
      }`}
      width={3}
      inputMode="numeric"
      value={form.anonymityFloor}
      error={errors.anonymityFloor}
    />
  </Fieldset>
)

const modeChoices = [
  { value: 'face_to_face', label: 'Face to face' },
  { value: 'online', label: 'Online' },
]

const Meetings = ({ form, errors, programme: { protocol } }: Editor) => (
  <Fieldset legend="Interview and sessions" legendSize="m">
    {hasStep(protocol, 'interview') ? (
      <Radios
        name="interviewMode"
        label="The group interview is held"
        value={form.interviewMode}
        choices={modeChoices}
      />
    ) : null}
    {hasStep(protocol, 'session') ? (
      <Radios
        name="sessionMode"
        label="A pair meets"
        value={form.sessionMode}
        choices={modeChoices}
      />
    ) : null}
    <TextInput
      name="sessionsPerPair"
      label="Sessions of each pair"
      width={3}
      inputMode="numeric"
      value={form.sessionsPerPair}
      error={errors.sessionsPerPair}
    />
    <TextInput
      name="sessionLimitMinutes"
      label="Longest time of a session"
      hint="The pair agrees on it beforehand. It may be shorter"
      width={3}
      inputMode="numeric"
      suffix="minutes"
      value={form.sessionLimitMinutes}
      error={errors.sessionLimitMinutes}
    />
  </Fieldset>
)

const Answering = ({ form, errors }: Editor) => (
  <Fieldset legend="Answering" legendSize="m">
    <Radios
      name="lateAnswers"
      label="Answers that come after a stage has closed"
      hint="People see this rule on the questionnaire."
      value={form.lateAnswers}
      choices={[
        {
          value: 'refuse',
          label: 'Are not accepted',
          hint: 'Each stage holds only what was said at the time',
        },
        {
          value: 'until_next_stage',
          label: 'Are accepted until the next stage opens',
          hint: 'More people are counted; some answer later than the others',
        },
      ]}
    />
    <TextInput
      name="reminderDays"
      label="Days after which whoever has not answered is reminded"
      hint="Counted from the invitation, or from the opening of the stage: 3, 7, 14. Reminders stop when a person has answered. Pairs are reminded to plan their session after the same days. Leave it empty to send none"
      width={20}
      value={form.reminderDays}
      error={errors.reminderDays}
    />
  </Fieldset>
)

const Documents = (editing: Editor) => {
  const { form, errors } = editing
  const [mentors, mentee] = [several(editing, 'mentor'), one(editing, 'mentee')]
  return (
    <Fieldset legend="Feedback documents" legendSize="m">
      <Radios
        name="signOff"
        label="A document is released when"
        hint="Never with fewer people than the number above, and never while somebody asks for a change."
        value={form.signOff}
        choices={[
          {
            value: 'all',
            label: 'All who took part in the interview agree',
            hint: `Nobody is outvoted. If one of the ${mentors} does not answer, the document waits`,
          },
          {
            value: 'all_who_answer',
            label: 'All agree who answer by the day',
            hint: 'Whoever does not answer by then leaves it to the others',
          },
        ]}
      />
      <TextInput
        name="signOffDays"
        label="Days to answer about a document"
        width={3}
        inputMode="numeric"
        suffix="days"
        value={form.signOffDays}
        error={errors.signOffDays}
      />
      <Radios
        name="documentShown"
        label={`A ${mentee} can open their document here`}
        value={form.documentShown}
        choices={[
          {
            value: 'after_session',
            label: 'After the session',
            hint: `The ${mentee} hears it first from the person who brings it`,
          },
          {
            value: 'on_release',
            label: 'As soon as it is released',
            hint: `The ${mentee} can prepare, and reads it alone first`,
          },
        ]}
      />
    </Fieldset>
  )
}
