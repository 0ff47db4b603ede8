/** What was changed a moment ago, at the place where it was, and the button that takes it back. */
import { Button } from '../../../../web/components/button.tsx'
import { Form } from '../../../../web/components/form.tsx'
import { documentAddress } from '../document-addresses.ts'
import type { EditorView, Saved } from '../editor-view.ts'

type SavedLineProps = { readonly view: EditorView; readonly saved: Saved }

const wordsShown = 60

const doneInWords = ({ change: { from, to } }: Saved): string => {
  if (from === null) return 'Added.'
  if (to !== null) return 'Changed.'
  const { text } = from
  return `Deleted: “${text.length > wordsShown ? `${text.slice(0, wordsShown).trimEnd()}…` : text}”`
}

export const SavedLine = ({ view, saved }: SavedLineProps) => {
  const { programme, mentee } = view.draft
  const base = documentAddress(programme.programmeId, mentee.menteeId)
  return (
    <div className="app-writing__saved" role="status">
      <p>{doneInWords(saved)}</p>
      <Form action={`${base}/undo`} idempotencyKey={view.newKey()}>
        <input type="hidden" name="change" value={saved.sealed} />
        <Button variant="secondary" isSmall>
          Undo
        </Button>
      </Form>
    </div>
  )
}
