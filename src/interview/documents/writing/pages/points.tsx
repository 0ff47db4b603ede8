/** The points of a domain as they stand in the document, each with what can be done to it. */
import { nounOfDomains } from '../../../../protocol/wording/domain-noun.ts'
import { counted } from '../../../../protocol/wording/words.ts'
import { Button } from '../../../../web/components/button.tsx'
import { Checkboxes } from '../../../../web/components/checkboxes.tsx'
import { Details } from '../../../../web/components/details.tsx'
import { each } from '../../../../web/components/each.ts'
import { Form } from '../../../../web/components/form.tsx'
import { InsetText } from '../../../../web/components/inset-text.tsx'
import { Select } from '../../../../web/components/select.tsx'
import { Textarea } from '../../../../web/components/textarea.tsx'
import { documentAddress, pointAnchor, pointsAnchor } from '../document-addresses.ts'
import type { DomainView, EditorView, PointView, Typed } from '../editor-view.ts'
import { seenInWords } from './notes.tsx'
import { SavedLine } from './saved-line.tsx'
import { WarningsOfPoint } from './warning-list.tsx'

type InDomain = { readonly view: EditorView; readonly domain: DomainView }
type PointProps = InDomain & { readonly shown: PointView; readonly number: number }

export const PointsOfDomain = ({ view, domain }: InDomain) => {
  const { saved } = view
  const isGone = saved?.change.to === null && saved.change.from.domain === domain.id
  return (
    <div id={pointsAnchor(domain.id)}>
      <h3 className="nhsuk-heading-s">
        In the document<span className="nhsuk-u-visually-hidden">: {domain.label}</span>
      </h3>
      {saved !== null && isGone ? <SavedLine view={view} saved={saved} /> : null}
      {domain.points.length === 0 ? (
        <p>No point yet.</p>
      ) : (
        <ol className="app-writing__points">
          {each(domain.points, (shown, place) => (
            <Point view={view} domain={domain} shown={shown} number={place + 1} />
          ))}
        </ol>
      )}
    </div>
  )
}

const Point = (props: PointProps) => {
  const { view, shown } = props
  const { point, warnings } = shown
  const { saved } = view
  return (
    <li className="app-writing__point" id={pointAnchor(point.pointId)}>
      {saved !== null && saved.change.to?.pointId === point.pointId ? (
        <SavedLine view={view} saved={saved} />
      ) : null}
      <p className="app-writing__text">{point.text}</p>
      <WarningsOfPoint warnings={warnings} />
      <Reword {...props} />
      <div className="app-writing__buttons">
        <Move {...props} />
        <Delete {...props} />
      </div>
    </li>
  )
}

const baseOf = ({ draft }: EditorView): string =>
  documentAddress(draft.programme.programmeId, draft.mentee.menteeId)

/** As this page knows the point, so that nobody overwrites what somebody else wrote meanwhile. */
const Known = ({ shown }: Pick<PointProps, 'shown'>) => (
  <input type="hidden" name="known" value={JSON.stringify(shown.point)} />
)

const Which = ({ domain, number }: Pick<PointProps, 'domain' | 'number'>) => (
  <span className="nhsuk-u-visually-hidden">
    {' '}
    point {number} of {domain.label}
  </span>
)

const Reword = (props: PointProps) => {
  const { view, shown } = props
  const { noteIds } = shown.point
  const typed = view.typed?.pointId === shown.point.pointId ? view.typed : null
  return (
    <Details
      isOpen={typed !== null}
      summary={
        <>
          Reword
          <Which {...props} />
          <span className="app-writing__sources">
            {noteIds.length === 0
              ? ' (from no note)'
              : ` (from ${counted(noteIds.length, 'note')})`}
          </span>
        </>
      }
    >
      <Form action={`${baseOf(view)}/reword`} idempotencyKey={view.newKey()}>
        <Known shown={shown} />
        <RewordFields {...props} typed={typed} />
        <Button isSmall>
          Save
          <Which {...props} />
        </Button>
      </Form>
    </Details>
  )
}

const RewordFields = ({ view, shown, typed }: PointProps & { readonly typed: Typed | null }) => {
  const { point, notes } = shown
  const { protocol } = view.draft.programme
  const { contributors } = view.draft
  return (
    <>
      <Textarea
        name="text"
        id={`text-${point.pointId}`}
        label="The point"
        rows={4}
        value={typed?.text ?? point.text}
        error={typed?.error}
      />
      {typed === null || typed.text === point.text ? null : (
        <InsetText>{`Now in the document: ${point.text}`}</InsetText>
      )}
      {notes.length === 0 ? null : (
        <Checkboxes
          name="notes"
          id={`from-${point.pointId}`}
          label="Notes that it comes from"
          isSmall
          values={typed?.noteIds ?? point.noteIds}
          choices={notes.map((note) => ({
            value: note.noteId,
            label: <span className="app-writing__note">{note.text}</span>,
            hint: seenInWords(note, contributors),
          }))}
        />
      )}
      <Select
        name="domain"
        id={`domain-${point.pointId}`}
        label={nounOfDomains(protocol).singular}
        value={typed?.domain ?? point.domain}
        options={protocol.domains.map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  )
}

const Move = (props: PointProps) => {
  const { view, domain, shown, number } = props
  if (domain.points.length < 2) return null
  return (
    <Form action={`${baseOf(view)}/move`} idempotencyKey={view.newKey()}>
      <Known shown={shown} />
      {number === 1 ? null : (
        <Button variant="secondary" isSmall name="direction" value="up">
          Up
          <Which {...props} />
        </Button>
      )}
      {number === domain.points.length ? null : (
        <Button variant="secondary" isSmall name="direction" value="down">
          Down
          <Which {...props} />
        </Button>
      )}
    </Form>
  )
}

const Delete = (props: PointProps) => (
  <Form action={`${baseOf(props.view)}/delete`} idempotencyKey={props.view.newKey()}>
    <Known shown={props.shown} />
    <Button variant="secondary" isSmall>
      Delete
      <Which {...props} />
    </Button>
  </Form>
)
