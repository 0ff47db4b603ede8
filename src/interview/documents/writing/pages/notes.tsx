/** The notes of a domain, and the form that makes a point of them. For the facilitator alone. */
import type { ReactNode } from 'react'
import { Button } from '../../../../web/components/button.tsx'
import { Checkboxes } from '../../../../web/components/checkboxes.tsx'
import { Form } from '../../../../web/components/form.tsx'
import { Tag } from '../../../../web/components/tag.tsx'
import { Textarea } from '../../../../web/components/textarea.tsx'
import { documentAddress } from '../document-addresses.ts'
import type { DomainView, EditorView, NoteView } from '../editor-view.ts'

type InDomain = { readonly view: EditorView; readonly domain: DomainView }

/** `Seen by 4 of 6`. */
export const seenInWords = ({ seenBy }: NoteView, contributors: number): string | null =>
  seenBy === null ? null : `Seen by ${seenBy} of ${contributors}`

const NoteHint = ({ note, contributors }: { note: NoteView; contributors: number }): ReactNode => {
  const seen = seenInWords(note, contributors)
  return (
    <>
      {seen === null ? null : <span className="app-writing__seen">{seen}</span>}{' '}
      {note.isUsed ? (
        <span>In the document</span>
      ) : (
        <Tag colour="yellow">Not in the document yet</Tag>
      )}
    </>
  )
}

export const NotesOfDomain = ({ view, domain }: InDomain) => {
  const { programme, mentee } = view.draft
  const base = documentAddress(programme.programmeId, mentee.menteeId)
  const isTyped = view.typed?.pointId === null && view.typed.domain === domain.id
  const typed = isTyped ? view.typed : null
  return (
    <Form action={`${base}/add`} idempotencyKey={view.newKey()} className="app-writing__form">
      <input type="hidden" name="domain" value={domain.id} />
      <NoteChoices view={view} domain={domain} chosen={typed?.noteIds ?? []} />
      <Textarea
        name="text"
        id={`new-${domain.id}`}
        label={
          <>
            New point<span className="nhsuk-u-visually-hidden"> in {domain.label}</span>
          </>
        }
        hint={
          domain.notes.length === 0
            ? undefined
            : 'Leave it empty to begin with the words of the notes, and reword them then'
        }
        rows={3}
        value={typed?.text}
        error={typed?.error}
      />
      <Button isSmall>
        Add the point<span className="nhsuk-u-visually-hidden"> to {domain.label}</span>
      </Button>
    </Form>
  )
}

type ChoicesProps = InDomain & { readonly chosen: readonly string[] }

const NoteChoices = ({ view, domain, chosen }: ChoicesProps) => {
  if (domain.notes.length === 0) return <p>The group made no note here.</p>
  const { contributors } = view.draft
  return (
    <Checkboxes
      name="notes"
      id={`notes-${domain.id}`}
      label={
        <>
          Notes that the point comes from
          <span className="nhsuk-u-visually-hidden">: {domain.label}</span>
        </>
      }
      isSmall
      values={chosen}
      choices={domain.notes.map((note) => ({
        value: note.noteId,
        label: <span className="app-writing__note">{note.text}</span>,
        hint: <NoteHint note={note} contributors={contributors} />,
      }))}
    />
  )
}
