/** What one stage asks of each group, and in which order. */
import { Button } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Select } from '../../web/components/select.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import { type QuestionnaireStep, type RoleId, roleIds } from '../model.ts'
import { itemsOf, measuresOf } from '../rules.ts'
import { plural } from '../wording/words.ts'
import { EntryActs, movesAt } from './entry-pages.tsx'
import { notAskedAt, type StageForm } from './stage-form.ts'

type Props = {
  readonly editing: Editing<StageForm>
  readonly step: QuestionnaireStep
}

export const StagePage = ({ editing, step }: Props) => (
  <EditingFrame editing={editing} title={`Stage ${step.stage}: ${step.title}`}>
    <p>
      The scales come first, then the single questions, each in the order below. To change a
      question itself, go to{' '}
      <a href={`/programmes/${editing.programme.programmeId}/set-up/questions`}>Questions</a>.
    </p>
    {each(roleIds, (role) => (
      <Part editing={editing} step={step} role={role} />
    ))}
  </EditingFrame>
)

type PartProps = Props & { readonly role: RoleId }

const Part = ({ editing, step, role }: PartProps) => {
  const { protocol } = editing.programme
  const lists: readonly (readonly { id: string; label: string }[])[] = [
    measuresOf(protocol, step, role),
    itemsOf(protocol, step, role),
  ]
  return (
    <>
      <h2 className="nhsuk-heading-m">What {plural(protocol, role)} are asked</h2>
      {lists.flat().length === 0 ? <InsetText>Nothing at this stage.</InsetText> : null}
      {each(lists, (list) =>
        each(list, ({ id, label }, place) => (
          <section className="app-entry app-entry--short">
            <h3 className="nhsuk-heading-xs">{label}</h3>
            <EntryActs
              editing={editing}
              id={id}
              label={label}
              acts={[...movesAt(place, list.length), { act: 'stop', words: 'Do not ask here' }]}
            >
              <input type="hidden" name="role" value={role} />
            </EntryActs>
          </section>
        )),
      )}
      <AskAlso editing={editing} step={step} role={role} />
    </>
  )
}

const AskAlso = ({ editing, step, role }: PartProps) => {
  const options = notAskedAt(editing.programme.protocol, step, role)
  const field = `ask-${role}`
  if (options.length === 0) return null
  return (
    <EditingForm editing={editing}>
      <input type="hidden" name="act" value="ask" />
      <input type="hidden" name="role" value={role} />
      <Select
        name="id"
        id={field}
        label="Ask also"
        options={[{ value: '', label: 'Choose a question' }, ...options]}
        error={editing.errors[field]}
      />
      <Button variant="secondary">Ask it here</Button>
    </EditingForm>
  )
}
