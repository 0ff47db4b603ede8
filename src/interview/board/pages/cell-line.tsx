/** One cell of the board in short: how many points, whether it is done, whether the group is there. */
import { classNames } from '../../../web/components/class-names.ts'
import { Tag } from '../../../web/components/tag.tsx'
import { cellAddress } from '../board-addresses.ts'
import { type BoardView, isDone, isNow, pointsInWords } from '../board-view.ts'
import { type Cell, isInCell } from '../note-edits.ts'

type CellLineProps = {
  readonly view: BoardView
  readonly cell: Cell
  readonly label: string
  /** The script shows the cell without leaving the page. */
  readonly isOnPage?: boolean
  readonly isShown?: boolean
}

export const CellLine = ({ view, cell, label, isOnPage, isShown }: CellLineProps) => {
  const [done, now] = [isDone(view.room, cell), isNow(view.room, cell)]
  const count = view.notes.filter((note) => isInCell(note, cell)).length
  return (
    <li
      className={classNames('app-cell-line', done && 'app-is-done', now && 'app-is-now')}
      data-cell-mentee={cell.menteeId}
      data-cell-domain={cell.domain}
    >
      <a
        className="app-cell-line__link"
        href={cellAddress(view.programmeId, cell)}
        data-show={isOnPage === true ? cell.domain : undefined}
        aria-current={isShown === true ? 'page' : undefined}
      >
        {label}
      </a>
      <span className="app-cell-line__state">
        <span data-count="">{pointsInWords(count)}</span>
        <span data-if="done" hidden={!done}>
          <Tag colour="green">Done</Tag>
        </span>
        <span data-if="now" hidden={!now}>
          <Tag colour="blue">Now</Tag>
        </span>
      </span>
    </li>
  )
}
