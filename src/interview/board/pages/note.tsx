/** One point: its text, where it stands, and what else can be done to it. */
import { Breadcrumb } from '../../../web/components/breadcrumb.tsx'
import { Button } from '../../../web/components/button.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { each } from '../../../web/components/each.ts'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { Select } from '../../../web/components/select.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import type { NoteState } from '../../model.ts'
import { cellAddress, noteAddress } from '../board-addresses.ts'
import type { BoardView } from '../board-view.ts'
import { type Cell, notesIn } from '../note-edits.ts'
import { isEditable } from './board-frame.tsx'

export type NoteFields = {
  readonly noteId: string
  /** As it was when the page came first. */
  readonly before: NoteState
  readonly text: string
  readonly cell: Cell
  readonly error?: string | undefined
}

type NotePageProps = {
  readonly view: BoardView
  readonly fields: NoteFields
  readonly newKey: () => string
}

const textOf = ({ menteeId, domain }: Cell): string => `${menteeId} ${domain}`

export const NotePage = (props: NotePageProps) => {
  const { view, fields } = props
  const { before, error } = fields
  const mentee = view.mentees.find(({ menteeId }) => menteeId === before.menteeId)
  const domain = view.domains.find(({ id }) => id === before.domain)
  const cell = cellAddress(view.programmeId, before)
  return (
    <>
      <Breadcrumb crumbs={[{ label: mentee?.name ?? 'Board', href: cell }]} />
      <Columns>
        <ErrorSummary errors={error === undefined ? [] : [{ text: error, fieldId: 'text' }]} />
        <PageHeading caption={`${mentee?.name ?? ''}, ${domain?.label ?? ''}`}>
          Change a point
        </PageHeading>
        {isEditable(props) ? <Editing {...props} /> : <ReadOnly text={before.text} />}
        <p>
          <a href={cell}>Back to the points</a>
        </p>
      </Columns>
    </>
  )
}

const ReadOnly = ({ text }: { readonly text: string }) => (
  <>
    <InsetText>The interview is not open, so this point cannot be changed.</InsetText>
    <p className="app-typed">{text}</p>
  </>
)

const Editing = (props: NotePageProps) => (
  <>
    <TextForm {...props} />
    <h2 className="nhsuk-heading-m">Its place among the points</h2>
    <Places {...props} />
    <h2 className="nhsuk-heading-m">Take it out</h2>
    <p>
      A point about patient safety or conduct does not belong in feedback.{' '}
      <a href={`${noteAddress(props.view.programmeId, props.fields.noteId)}/concern`}>
        This is about safety or conduct
      </a>
    </p>
    <ButtonForm {...props} name="remove" words="Delete this point" variant="warning" />
  </>
)

const TextForm = ({ view, fields, newKey }: NotePageProps) => {
  const { noteId, before, text, cell, error } = fields
  const options = view.mentees.flatMap(({ menteeId, name }) =>
    view.domains.map(({ id, label }) => ({
      value: textOf({ menteeId, domain: id }),
      label: `${name}, ${label}`,
    })),
  )
  return (
    <Form action={noteAddress(view.programmeId, noteId)} idempotencyKey={newKey()}>
      <input type="hidden" name="do" value="save" />
      <input type="hidden" name="beforeText" value={before.text} />
      <input type="hidden" name="beforeCell" value={textOf(before)} />
      <input type="hidden" name="beforePlace" value={before.place} />
      <Textarea
        name="text"
        label="Point"
        hint="To make two points of it, put a line of three dashes between them."
        value={text}
        error={error}
      />
      <Select name="cell" label="It is about" options={options} value={textOf(cell)} />
      <Button>Save</Button>
    </Form>
  )
}

const Places = (props: NotePageProps) => {
  const { view, fields } = props
  const notes = notesIn(view.notes, fields.before)
  const place = notes.findIndex(({ noteId }) => noteId === fields.noteId)
  const buttons = [
    ...(place > 0
      ? ([
          ['up', 'Move up'],
          ['merge', 'Merge with the point above'],
        ] as const)
      : []),
    ...(place >= 0 && place < notes.length - 1 ? ([['down', 'Move down']] as const) : []),
  ]
  return (
    <>
      <p>
        {place < 0 ? 'It is not among them any more.' : `Point ${place + 1} of ${notes.length}.`}
      </p>
      <div className="app-row">
        {each(buttons, ([name, words]) => (
          <ButtonForm {...props} name={name} words={words} variant="secondary" />
        ))}
      </div>
    </>
  )
}

type ButtonFormProps = NotePageProps & {
  readonly name: 'up' | 'down' | 'merge' | 'remove'
  readonly words: string
  readonly variant: 'secondary' | 'warning'
}

const ButtonForm = ({ view, fields, newKey, name, words, variant }: ButtonFormProps) => (
  <Form action={noteAddress(view.programmeId, fields.noteId)} idempotencyKey={newKey()}>
    <Button variant={variant} name="do" value={name}>
      {words}
    </Button>
  </Form>
)
