/** The whole board: every mentee with every domain, in the order of the protocol. */
import { insideSentence } from '../../../protocol/wording/words.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { boardAddress, cellAddress, interviewBase, menteeAddress } from '../board-addresses.ts'
import { type BoardMentee, isNow, startingCell } from '../board-view.ts'
import { elapsedInWords, elapsedOf } from '../elapsed.ts'
import { BoardFrame, type BoardProps, Elsewhere, isEditable, RoomBar } from './board-frame.tsx'
import { CellLine } from './cell-line.tsx'

export const BoardPage = (props: BoardProps) => {
  const { view } = props
  const home = interviewBase(view.programmeId)
  return (
    <BoardFrame {...props} crumbs={[{ label: 'Interview', href: home }]} menteeId={null}>
      <PageHeading caption={view.programmeName}>Interview board</PageHeading>
      {view.room.state === 'not_started' ? <NotStarted {...props} /> : <Board {...props} />}
    </BoardFrame>
  )
}

const NotStarted = ({ view }: BoardProps) => (
  <>
    <InsetText>
      The interview has not started. The board opens with the first sitting: who is in the room is
      noted first.
    </InsetText>
    <ButtonLink href={interviewBase(view.programmeId)}>Go to the interview</ButtonLink>
  </>
)

const Board = (props: BoardProps) => {
  const { view } = props
  const start = startingCell(view)
  const singular = insideSentence(view.noun.singular)
  const plural = insideSentence(view.noun.plural)
  return (
    <>
      {isEditable(props) ? (
        <RoomBar {...props} here={boardAddress(view.programmeId)} />
      ) : (
        <Ended {...props} />
      )}
      <p>
        <strong data-total="">
          {view.room.done.length} of {view.mentees.length * view.domains.length}
        </strong>{' '}
        {plural} are done. Choose a {singular} to read its points or to add to them.
      </p>
      {start === null || !isEditable(props) ? null : (
        <ButtonLink href={cellAddress(view.programmeId, start)}>
          {isNow(view.room, start) ? 'Go to where the group is' : 'Begin with the first'}
        </ButtonLink>
      )}
      {each(view.mentees, (mentee) => (
        <MenteeRow {...props} mentee={mentee} />
      ))}
      {isEditable(props) ? <Elsewhere {...props} /> : null}
    </>
  )
}

const Ended = ({ view }: BoardProps) => (
  <InsetText>
    <p>
      {view.isOpen ? 'The interview has ended' : 'The programme is closed'}: the points can be read
      and no longer be changed. <a href={interviewBase(view.programmeId)}>Go to the interview</a>{' '}
      for what comes next.
    </p>
  </InsetText>
)

const MenteeRow = ({ view, mentee }: BoardProps & { readonly mentee: BoardMentee }) => {
  const { menteeId, name } = mentee
  return (
    <section className="app-row-of-cells" aria-labelledby={`mentee-${menteeId}`}>
      <div className="app-row-of-cells__head">
        <h2 className="nhsuk-heading-m" id={`mentee-${menteeId}`}>
          <a href={menteeAddress(view.programmeId, menteeId)}>{name}</a>
        </h2>
        <p className="app-row-of-cells__time">
          <span className="nhsuk-u-visually-hidden">Time: </span>
          <span data-elapsed={menteeId}>{elapsedInWords(elapsedOf(view.room, menteeId, 0))}</span>
        </p>
      </div>
      <ol className="app-row-of-cells__cells">
        {each(view.domains, ({ id, label }) => (
          <CellLine view={view} cell={{ menteeId, domain: id }} label={label} />
        ))}
      </ol>
    </section>
  )
}
