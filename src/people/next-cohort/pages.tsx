/** Before the next cohort of a programme is made: what it takes over, what not, and what it is called. */
import type { FieldErrors } from '../../protocol/changing/change-problems.ts'
import type { NameForm } from '../../protocol/starting/programme-name.ts'
import { NameFields } from '../../protocol/starting/start-programme-pages.tsx'
import type { Programme } from '../../protocol/store.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'

export type NextCohortProps = {
  readonly programme: Programme
  /** Cohorts that follow it already. */
  readonly following: readonly Programme[]
  readonly form: NameForm
  readonly errors: FieldErrors
  readonly idempotencyKey: string
}

const takenOver = [
  'The protocol as it is now, word for word: stages, questions, rules and ground rules',
  'The governance record and the retention periods',
  'The information sheet with its statements. Where it says “part in” and the name of this programme, it says the new name',
  'The roles of staff in this programme',
]

export const NextCohortPage = (props: NextCohortProps) => {
  const { programme, following, form, errors, idempotencyKey } = props
  const base = `/programmes/${programme.programmeId}`
  return (
    <>
      <Breadcrumb crumbs={[{ label: programme.name, href: base }]} />
      <Columns>
        <ErrorSummary
          errors={Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text }))}
        />
        <PageHeading caption={programme.name}>Start the next cohort</PageHeading>
        {following.length === 0 ? null : <Following following={following} />}
        <p>A new programme is made from this one. It takes over:</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {each(takenOver, (line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>
          No people are taken over, and nothing that anybody gave. Each person is invited anew, and
          nothing connects them to this programme. You can change everything before you open it.
        </p>
        <Form action={`${base}/next-cohort`} idempotencyKey={idempotencyKey}>
          <NameFields form={form} errors={errors} />
          <Button>Start the next cohort</Button>
        </Form>
      </Columns>
    </>
  )
}

const Following = ({ following }: Pick<NextCohortProps, 'following'>) => (
  <InsetText>
    <p>This programme has a next cohort already:</p>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {each(following, ({ programmeId, name }) => (
        <li>
          <a href={`/programmes/${programmeId}`}>{name}</a>
        </li>
      ))}
    </ul>
  </InsetText>
)
