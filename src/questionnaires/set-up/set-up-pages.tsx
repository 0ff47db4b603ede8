/** Setting a programme up, task by task, and its end. */
import type { ProgrammeWithProtocol } from '../../protocol/store.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { TaskList } from '../../web/components/task-list.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import { Bullets, baseOf } from './programme-frame.tsx'
import type { TaskGroup } from './set-up-rules.ts'

type SetUpProps = {
  readonly programme: ProgrammeWithProtocol
  readonly groups: readonly TaskGroup[]
}

export const SetUpPage = ({ programme, groups }: SetUpProps) => (
  <Columns>
    <PageHeading caption={programme.name}>Set up the programme</PageHeading>
    <StateNote {...programme} />
    {each(groups, ({ title, tasks }, place) => (
      <section className="app-section">
        <h2 className="nhsuk-heading-m">{title}</h2>
        <TaskList
          id={`tasks-${place + 1}`}
          tasks={tasks.map(({ path, ...task }) => ({
            ...task,
            href: `${baseOf(programme)}${path}`,
          }))}
        />
      </section>
    ))}
    <p>
      <a href={`${baseOf(programme)}/preview`}>See every page as people will see it</a>
    </p>
    {programme.state === 'setting_up' ? null : (
      <p>
        <a href={`${baseOf(programme)}/closing`}>End of the programme</a>: closing it, and the
        letter to everybody who took part
      </p>
    )}
  </Columns>
)

const StateNote = ({ state }: ProgrammeWithProtocol) => {
  switch (state) {
    case 'setting_up':
      return (
        <p>
          The protocol fills in most of it. You need a name, the information sheet and the people;
          change the rest where your programme differs. Nobody is asked anything before you open it.
        </p>
      )
    case 'open':
      return (
        <InsetText>
          The programme is open. The protocol can still be changed: after the first answer, a change
          makes a new version, and what was answered before keeps its questions.
        </InsetText>
      )
    case 'closed':
      return <InsetText>The programme is closed. Nothing is collected any more.</InsetText>
  }
}

type CloseProps = {
  readonly programme: ProgrammeWithProtocol
  readonly errors: readonly string[]
  readonly idempotencyKey: string
}

export const CloseProgrammePage = ({ programme, errors, idempotencyKey }: CloseProps) => (
  <>
    <Breadcrumb
      crumbs={[{ label: 'End of the programme', href: `${baseOf(programme)}/closing` }]}
    />
    <TitledPage
      caption={programme.name}
      title="Close the programme"
      errors={errors.map((text) => ({ text }))}
    >
      {programme.state === 'open' ? (
        <>
          <p>When the programme is closed:</p>
          <Bullets
            lines={[
              'nobody can answer a questionnaire any more, and every stage that is still open closes',
              'what people have typed and not sent is deleted',
              'nobody is reminded any more, and reminders that still wait are not sent',
              'nobody can agree to take part any more',
              'everything that was given can still be read by whoever could read it before, and results stay as they are',
            ]}
          />
          <p>
            Close it after the last follow-up questionnaire. You can open it again until you send
            the closing letter; what was typed and not sent is gone even then.
          </p>
          <Form action={`${baseOf(programme)}/close`} idempotencyKey={idempotencyKey}>
            <Button variant="warning">Close the programme</Button>
          </Form>
        </>
      ) : (
        <InsetText>
          {programme.state === 'closed'
            ? 'The programme is closed.'
            : 'The programme is not open yet, so there is nothing to close.'}
        </InsetText>
      )}
    </TitledPage>
  </>
)
