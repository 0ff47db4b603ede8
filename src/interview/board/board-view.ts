/** What the pages of the board show, and its script begins with. */
import type { Domain } from '../../protocol/model.ts'
import type { Noun } from '../../protocol/wording/domain-noun.ts'
import type { Note } from '../model.ts'
import type { RoomState } from '../sittings/room-state.ts'
import { type Cell, isInCell } from './note-edits.ts'

export type BoardMentee = { readonly menteeId: string; readonly name: string }

export type BoardView = {
  readonly programmeId: string
  readonly programmeName: string
  /** The programme still takes changes. */
  readonly isOpen: boolean
  readonly noun: Noun
  readonly menteeLabel: string
  readonly mentorsLabel: string
  readonly domains: readonly Domain[]
  readonly mentees: readonly BoardMentee[]
  readonly notes: readonly Note[]
  readonly room: RoomState
  /** Where mentors follow on their phones. */
  readonly followAddress: string
}

/** What the script of a page begins with; it hears the rest over the stream of events. */
export type BoardData = {
  readonly notes: readonly Note[]
  readonly room: RoomState
  readonly mentees: readonly BoardMentee[]
  readonly domains: readonly { readonly id: string; readonly label: string }[]
  readonly changesAddress: string
  readonly eventsAddress: string
  readonly programmeId: string
  /** The mentee of the page; null on the overview. */
  readonly menteeId: string | null
}

type CellsOf = {
  readonly mentees: readonly BoardMentee[]
  readonly domains: readonly { readonly id: string }[]
}

/** In the order in which the group speaks about them: mentee by mentee, in each the domains of the protocol. */
export const cellsOf = ({ mentees, domains }: CellsOf): readonly Cell[] =>
  mentees.flatMap(({ menteeId }) => domains.map(({ id }) => ({ menteeId, domain: id })))

/** The cell so many steps from this one; null beyond the first and the last. */
export const cellBeside = (cells: readonly Cell[], cell: Cell, step: 1 | -1): Cell | null => {
  const at = cells.findIndex((one) => isInCell(one, cell))
  return at < 0 ? null : (cells[at + step] ?? null)
}

export const isDone = ({ done }: Pick<RoomState, 'done'>, cell: Cell): boolean =>
  done.some((one) => isInCell(one, cell))

export const isNow = ({ current }: Pick<RoomState, 'current'>, cell: Cell): boolean =>
  current !== null && isInCell(current, cell)

export const pointsInWords = (count: number): string =>
  count === 1 ? '1 point' : `${count} points`

/** Where the group is on this board, or where it left off: the current cell, else the first that is not done. */
export const startingCell = (view: CellsOf & { readonly room: RoomState }): Cell | null => {
  const cells = cellsOf(view)
  return (
    cells.find((cell) => isNow(view.room, cell)) ??
    cells.find((cell) => !isDone(view.room, cell)) ??
    cells[0] ??
    null
  )
}
