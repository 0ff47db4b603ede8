/** The stages: what each asks of whom, which are on, and the waves of follow-up. */
import { Button } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Table } from '../../web/components/table.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import { type Protocol, roleIds, type Step } from '../model.ts'
import { questionnairesOf, stageOf } from '../rules.ts'
import { counted, listed, plural } from '../wording/words.ts'
import { placesOf } from './asks.ts'
import { Entry, EntryActs } from './entry-pages.tsx'
import { followUpMonths } from './follow-ups.ts'
import type { StagesForm } from './stage-form.ts'
import { isOptional } from './stages.ts'

type Part = { readonly editing: Editing<StagesForm> }
type Props = Part & {
  /** Stages that the protocol it was made from has, and this one has not. */
  readonly off: readonly Step[]
}

export const StagesPage = ({ editing, off }: Props) => (
  <EditingFrame editing={editing} title="Stages">
    <p>
      A stage that is turned off is asked of nobody. Comparisons that were planned with it move to
      the nearest stage that asks the same, or are left out; you see which, and can undo it.
    </p>
    <h2 className="nhsuk-heading-m">Step by step</h2>
    {each(editing.programme.protocol.steps, (step) => (
      <StepEntry editing={editing} step={step} />
    ))}
    {off.length === 0 ? null : <h2 className="nhsuk-heading-m">Turned off</h2>}
    {each(off, (step) => (
      <Entry heading={nameOf(step)} href={null} label={step.title}>
        <EntryActs
          editing={editing}
          id={step.id}
          label={step.title}
          acts={[{ act: 'on', words: 'Turn on' }]}
        />
      </Entry>
    ))}
    <FollowUps editing={editing} />
    <AskedTable {...editing.programme.protocol} />
  </EditingFrame>
)

const nameOf = (step: Step): string => {
  const stage = stageOf(step)
  return stage === null ? step.title : `Stage ${stage}: ${step.title}`
}

const contentOf = (protocol: Protocol, step: Step): string => {
  if (step.kind !== 'questionnaire') return step.description
  const parts = roleIds.flatMap((role) => {
    const asked = step.asks[role]
    if (asked === undefined) return []
    const measures = counted(asked.measures.length, 'scale')
    const items = counted(asked.items.length, 'single question')
    return [`${plural(protocol, role)} answer ${measures} and ${items}`]
  })
  const willingness = step.willingness
    ? `; ${plural(protocol, 'mentor')} say in private whom they are willing to mentor`
    : ''
  const sentence = `${parts.join(', ')}${willingness}.`
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}

type EntryProps = Part & { readonly step: Step }

const StepEntry = ({ editing, step }: EntryProps) => {
  const { protocol } = editing.programme
  const isQuestionnaire = step.kind === 'questionnaire'
  const href = isQuestionnaire ? `${editing.action}/${step.stage}` : null
  return (
    <Entry heading={nameOf(step)} href={href} label={step.title}>
      <p className="nhsuk-body-s">{contentOf(protocol, step)}</p>
      {isOptional(step) ? (
        <EntryActs
          editing={editing}
          id={step.id}
          label={step.title}
          acts={[{ act: 'off', words: 'Turn off' }]}
        />
      ) : null}
    </Entry>
  )
}

const FollowUps = ({ editing }: Part) => (
  <>
    <h2 className="nhsuk-heading-m">Follow-up</h2>
    <EditingForm editing={editing}>
      <input type="hidden" name="act" value="follow_ups" />
      <Checkboxes
        name="months"
        label="Ask again after the last session"
        hint="The scales once more, whether anything has lasted, and whether anybody was treated worse for taking part. Each wave is a stage of its own and opens by itself"
        choices={followUpMonths.map((months) => ({
          value: String(months),
          label: `After ${months} months`,
        }))}
        values={editing.form.months}
        error={editing.errors.months}
        isSmall
      />
      <Button variant="secondary">Save follow-up</Button>
    </EditingForm>
  </>
)

/** Every question against every stage: who is asked it there. */
const AskedTable = (protocol: Protocol) => {
  const questionnaires = questionnairesOf(protocol)
  const isEverythingAsked = [...protocol.measures, ...protocol.items].every(
    ({ id }) => placesOf(protocol, id).length > 0,
  )
  return (
    <>
      <Table
        id="asked"
        caption="What is asked at which stage"
        isCompact
        columns={[
          { header: 'Question' },
          ...questionnaires.map(({ stage }) => ({ header: `Stage ${stage}` })),
        ]}
        rows={[...protocol.measures, ...protocol.items].map(({ id, label }) => [
          label,
          ...questionnaires.map((step) => {
            const here = placesOf(protocol, id).filter((place) => place.step === step.id)
            return here.length === 0 ? '–' : listed(here.map(({ role }) => plural(protocol, role)))
          }),
        ])}
      />
      {isEverythingAsked ? null : (
        <InsetText>
          What is asked at no stage stays in the protocol and is asked of nobody. Choose a stage for
          it, or remove it from the questions.
        </InsetText>
      )}
    </>
  )
}
