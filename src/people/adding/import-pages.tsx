/** Adding people from a table: what it must look like, what is wrong with it, and what will be added. */
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { Button, ButtonGroup } from '../../web/components/button.tsx'
import { Details } from '../../web/components/details.tsx'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { FileUpload } from '../../web/components/file-upload.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Table } from '../../web/components/table.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import type { CheckedPerson, ReadTable, TableFault } from './read-people/model.ts'
import { sentenceOfTableFault } from './read-people/sentences.ts'

type OfProgramme = {
  /** The address of the programme's people. */
  readonly base: string
  readonly protocol: Protocol
  readonly idempotencyKey: string
}

export type ImportPageProps = OfProgramme & {
  /** What was pasted; '' where a file was sent. */
  readonly text: string
  readonly error: { readonly field: 'file' | 'text'; readonly text: string } | null
  readonly faults: readonly TableFault[]
  readonly total: number
}

export const ImportPage = (props: ImportPageProps) => (
  <>
    {props.error === null ? null : (
      <ErrorSummary errors={[{ text: props.error.text, fieldId: props.error.field }]} />
    )}
    <h1 className="nhsuk-heading-l">Add people from a table</h1>
    <Faults {...props} />
    <Format {...props} />
    <Form action={`${props.base}/import`} idempotencyKey={props.idempotencyKey} hasFiles>
      <Textarea
        name="text"
        label="Paste the table"
        hint="Select the cells in a spreadsheet, with their headings, copy them, and paste them here"
        rows={8}
        value={props.text}
        error={errorOf(props, 'text')}
      />
      <FileUpload
        name="file"
        label="Or upload a file"
        hint="CSV or text, as any spreadsheet program saves it"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        error={errorOf(props, 'file')}
      />
      <Button>Check the table</Button>
    </Form>
    <p>Nobody is added before you have seen what will be added.</p>
  </>
)

const errorOf = ({ error }: ImportPageProps, field: 'file' | 'text'): string | undefined =>
  error?.field === field ? error.text : undefined

const Format = ({ base, protocol: { roles } }: OfProgramme) => (
  <Details summary="What the table must look like">
    <p>The first row holds the headings, in any order. Columns with other headings are not used.</p>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>
        <strong>Role</strong>: mentor ({roles.mentor.label}) or mentee ({roles.mentee.label})
      </li>
      <li>
        <strong>Name</strong>, or <strong>First name</strong> and <strong>Last name</strong>
      </li>
      <li>
        <strong>Email</strong>: may be empty for people who get a letter
      </li>
      <li>
        <strong>Permanent id</strong>: the staff, ESR or GMC number, if there is one. It tells
        people with the same name apart
      </li>
      <li>
        <strong>Supervisor</strong>: for a mentor, the permanent id, email address or name of the
        mentee who supervises them
      </li>
    </ul>
    <p>
      <a href={`${base}/import/template`}>Download a template (CSV)</a>. Up to 5,000 people in one
      go.
    </p>
  </Details>
)

const Faults = ({ faults, total, protocol }: ImportPageProps) =>
  faults.length === 0 ? null : (
    <Table
      id="faults"
      caption={
        faults.length === total
          ? 'What to correct'
          : `What to correct: the first ${faults.length} of ${total}`
      }
      columns={[
        { header: 'Row', isNumeric: true },
        { header: 'Column' },
        { header: 'What stands there' },
        { header: 'What to do' },
      ]}
      rows={faults.map((fault) => [
        String(fault.row),
        fault.column === '' ? 'Without a heading' : fault.column,
        fault.found === '' ? (
          'Nothing'
        ) : (
          <span key="found" className="app-found">
            {fault.found}
          </span>
        ),
        sentenceOfTableFault(fault, protocol.roles),
      ])}
    />
  )

export type PreviewPageProps = OfProgramme & {
  readonly table: ReadTable
  /** Sent again with the button, and checked again. */
  readonly text: string
  /** Whom the supervisors already there are, by participant. */
  readonly nameOf: (participantId: string) => string
}

const shownPeople = 10

export const PreviewPage = ({ base, protocol, table, text, nameOf, ...rest }: PreviewPageProps) => {
  const { people, unused } = table
  const supervisorOf = supervisorNames(people, nameOf)
  return (
    <>
      <h1 className="nhsuk-heading-l">{`Add ${peopleInWords(people.length)}`}</h1>
      <p>{`Everything is in order: ${countInWords(people, protocol, 'mentor')} and ${countInWords(people, protocol, 'mentee')}. They are told nothing before you invite them.`}</p>
      {unused.length === 0 ? null : (
        <InsetText>{`Not used, and not stored: ${unused.slice(0, 20).join(', ')}.`}</InsetText>
      )}
      <Table
        id="preview"
        caption={
          people.length > shownPeople
            ? `The first ${shownPeople} as they will be added`
            : 'As they will be added'
        }
        columns={['Name', 'Group', 'Email', 'Permanent id', 'Supervisor'].map((header) => ({
          header,
        }))}
        rows={people
          .slice(0, shownPeople)
          .map((person) => [
            person.name,
            protocol.roles[person.role].label,
            person.email ?? 'By letter',
            person.permanentId ?? '–',
            supervisorOf(person),
          ])}
      />
      <Form action={`${base}/import/confirm`} idempotencyKey={rest.idempotencyKey} hasFiles>
        <input type="hidden" name="text" value={text} />
        <ButtonGroup>
          <Button>{`Add these ${peopleInWords(people.length)}`}</Button>
          <a href={`${base}/import`}>Use another table</a>
        </ButtonGroup>
      </Form>
    </>
  )
}

const peopleInWords = (n: number): string => (n === 1 ? '1 person' : `${n} people`)

const countInWords = (
  people: readonly CheckedPerson[],
  { roles }: Protocol,
  role: RoleId,
): string => {
  const n = people.filter((person) => person.role === role).length
  return `${n} ${n === 1 ? roles[role].label : roles[role].plural}`
}

const supervisorNames = (
  people: readonly CheckedPerson[],
  nameOf: PreviewPageProps['nameOf'],
): ((person: CheckedPerson) => string) => {
  const names = new Map(people.map(({ row, name }) => [row, name]))
  return ({ supervisor }) => {
    if (supervisor === null) return '–'
    return supervisor.kind === 'row'
      ? (names.get(supervisor.row) ?? '–')
      : nameOf(supervisor.participantId)
  }
}
