/** The points of a cell; with scripts they become boxes to type in. */
import { Button } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { Form } from '../../../web/components/form.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import { interviewBase, noteAddress } from '../board-addresses.ts'
import type { BoardView } from '../board-view.ts'
import { type Cell, notesIn } from '../note-edits.ts'
import { type BoardProps, isEditable } from './board-frame.tsx'

type NoteListProps = BoardProps & { readonly cell: Cell; readonly label: string }

export const NoteList = (props: NoteListProps) => {
  const { view, cell } = props
  const notes = notesIn(view.notes, cell)
  return (
    <>
      <div className="app-cell__points">
        <h3 className="nhsuk-heading-s">Points</h3>
        {isEditable(props) ? <UndoButtons /> : null}
      </div>
      <p className="app-cell__none" data-none="" hidden={notes.length > 0}>
        No points yet.
      </p>
      <ol className="app-notes" data-notes="">
        {each(notes, ({ noteId, text }) => (
          <li className="app-note">
            <p className="app-typed">{text}</p>
            {isEditable(props) ? <NoteLinks view={view} noteId={noteId} text={text} /> : null}
          </li>
        ))}
      </ol>
      {isEditable(props) ? <Entry {...props} /> : null}
    </>
  )
}

const UndoButtons = () => (
  <div className="app-cell__undo app-needs-scripts">
    <button className="app-tool" type="button" data-do="undo" aria-disabled="true">
      Undo
    </button>
    <button className="app-tool" type="button" data-do="redo" aria-disabled="true">
      Redo
    </button>
  </div>
)

type NoteLinksProps = {
  readonly view: BoardView
  readonly noteId: string
  readonly text: string
}

const NoteLinks = ({ view, noteId, text }: NoteLinksProps) => {
  const address = noteAddress(view.programmeId, noteId)
  const which = <span className="nhsuk-u-visually-hidden"> (the point “{text.slice(0, 60)}”)</span>
  return (
    <p className="app-note__links">
      <a href={address}>Change{which}</a>
      <a href={`${address}/concern`}>This is about safety or conduct{which}</a>
    </p>
  )
}

const Entry = ({ view, cell, label, newKey }: NoteListProps) => (
  <div className="app-cell__entry" data-entry="">
    <Form action={`${interviewBase(view.programmeId)}/notes`} idempotencyKey={newKey()}>
      <input type="hidden" name="mentee" value={cell.menteeId} />
      <input type="hidden" name="domain" value={cell.domain} />
      <Textarea
        name="text"
        id={`point-${cell.domain}`}
        label={
          <>
            Add a point<span className="nhsuk-u-visually-hidden"> on {label}</span>
          </>
        }
        labelSize="s"
        hint={
          <span className="app-needs-scripts">
            Enter adds it, Shift + Enter begins a new line. It is saved while you type.
          </span>
        }
        rows={2}
      />
      <Button variant="secondary">Add point</Button>
    </Form>
  </div>
)
