/** A new point that was not taken comes back with what was typed. */
import { Breadcrumb } from '../../../web/components/breadcrumb.tsx'
import { Button } from '../../../web/components/button.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import { boardAddress, cellAddress, interviewBase } from '../board-addresses.ts'
import type { BoardView } from '../board-view.ts'
import type { Cell } from '../note-edits.ts'

type NewNoteProps = {
  readonly view: BoardView
  readonly cell: Cell
  readonly text: string
  readonly sentence: string
  readonly idempotencyKey: string
}

export const NewNotePage = ({ view, cell, text, sentence, idempotencyKey }: NewNoteProps) => {
  const { programmeId } = view
  const mentee = view.mentees.find(({ menteeId }) => menteeId === cell.menteeId)
  const domain = view.domains.find(({ id }) => id === cell.domain)
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Board', href: boardAddress(programmeId) }]} />
      <Columns>
        <ErrorSummary errors={[{ text: sentence, fieldId: 'text' }]} />
        <PageHeading caption={`${mentee?.name ?? ''} ${domain?.label ?? ''}`}>
          Add a point
        </PageHeading>
        <Form action={`${interviewBase(programmeId)}/notes`} idempotencyKey={idempotencyKey}>
          <input type="hidden" name="mentee" value={cell.menteeId} />
          <input type="hidden" name="domain" value={cell.domain} />
          <Textarea name="text" label="Point" value={text} error={sentence} />
          <Button>Add point</Button>
        </Form>
        <p>
          <a href={cellAddress(programmeId, cell)}>Back to the points</a>
        </p>
      </Columns>
    </>
  )
}
