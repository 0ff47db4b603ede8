/** The board of one mentee: its domains in order, one of them in sight. */
import { Details } from '../../../web/components/details.tsx'
import { each } from '../../../web/components/each.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { boardAddress, cellAddress, interviewBase, menteeAddress } from '../board-addresses.ts'
import { type BoardMentee, isDone } from '../board-view.ts'
import { elapsedInWords, elapsedOf } from '../elapsed.ts'
import { BoardFrame, type BoardProps, Elsewhere, isEditable, RoomBar } from './board-frame.tsx'
import { CellLine } from './cell-line.tsx'
import { DomainSection } from './domain-section.tsx'
import { MoverTemplate, NoteTemplate } from './note-templates.tsx'
import { ShortcutList } from './shortcut-list.tsx'

export type MenteePageProps = BoardProps & {
  readonly mentee: BoardMentee
  /** The one in sight. */
  readonly domain: string
}

export const MenteePage = (props: MenteePageProps) => {
  const { view, mentee, domain } = props
  const { programmeId } = view
  const crumbs = [
    { label: 'Interview', href: interviewBase(programmeId) },
    { label: 'Board', href: boardAddress(programmeId) },
  ]
  const here = cellAddress(programmeId, { menteeId: mentee.menteeId, domain })
  return (
    <BoardFrame {...props} crumbs={crumbs} menteeId={mentee.menteeId}>
      <Head {...props} />
      {isEditable(props) ? <RoomBar {...props} here={here} /> : <ReadOnly {...props} />}
      <div className="app-board__columns">
        <div>
          {each(view.domains, (one, place) => (
            <DomainSection {...props} shown={one} place={place} />
          ))}
        </div>
        <Domains {...props} />
      </div>
      {isEditable(props) ? (
        <>
          <Elsewhere {...props} />
          <ShortcutList />
          <NoteTemplate programmeId={programmeId} />
          <MoverTemplate view={view} />
        </>
      ) : null}
    </BoardFrame>
  )
}

const Head = ({ view, mentee }: MenteePageProps) => (
  <div className="app-board__head">
    <PageHeading caption={view.menteeLabel}>{mentee.name}</PageHeading>
    <p className="app-board__clock">
      <span className="app-board__clock-label">Time so far</span>
      <span data-elapsed={mentee.menteeId}>
        {elapsedInWords(elapsedOf(view.room, mentee.menteeId, 0))}
      </span>
    </p>
  </div>
)

const ReadOnly = ({ view }: MenteePageProps) => (
  <InsetText>
    <p>
      The interview is not open, so points can be read and not be changed.{' '}
      <a href={interviewBase(view.programmeId)}>Go to the interview</a>
    </p>
  </InsetText>
)

const Domains = (props: MenteePageProps) => {
  const { view, mentee, domain } = props
  const { menteeId } = mentee
  const done = view.domains.filter(({ id }) => isDone(view.room, { menteeId, domain: id })).length
  return (
    <nav className="app-board__domains" aria-labelledby="domains">
      <h2 className="nhsuk-heading-s" id="domains">
        {view.noun.plural}
        <span className="nhsuk-u-visually-hidden">
          : {done} of {view.domains.length} done
        </span>
      </h2>
      <ol className="app-board__domain-list">
        {each(view.domains, ({ id, label }) => (
          <CellLine
            view={view}
            cell={{ menteeId, domain: id }}
            label={label}
            isOnPage
            isShown={id === domain}
          />
        ))}
      </ol>
      <Others {...props} />
    </nav>
  )
}

const Others = ({ view, mentee }: MenteePageProps) => (
  <Details summary="Others on the board">
    <ul className="nhsuk-list">
      {each(
        view.mentees.filter(({ menteeId }) => menteeId !== mentee.menteeId),
        ({ menteeId, name }) => (
          <li>
            <a href={menteeAddress(view.programmeId, menteeId)}>{name}</a>
          </li>
        ),
      )}
      <li>
        <a href={boardAddress(view.programmeId)}>The whole board</a>
      </li>
    </ul>
  </Details>
)
