/** What every screen of the room shows: who is spoken about, how long, what is done, how many points there are. */
import { isDone, isNow, pointsInWords } from '../../../interview/board/board-view.ts'
import { elapsedInWords, elapsedOf } from '../../../interview/board/elapsed.ts'
import { type Cell, isInCell } from '../../../interview/board/note-edits.ts'
import { notesOf } from './board-state.ts'
import type { Board } from './open-board.ts'

export const startShowingRoom = (board: Board, root: HTMLElement): void => {
  const showAll = () => {
    showCells(board, root)
    showBreak(board, root)
    showGroup(board, root)
    showTimes(board, root)
  }
  board.whenRoomChanges.push(showAll)
  board.whenNotesChange.push(() => showCells(board, root))
  window.setInterval(() => showTimes(board, root), 1_000)
  showAll()
}

const showTimes = ({ room, roomHeardAt }: Board, root: HTMLElement): void => {
  const since = (performance.now() - roomHeardAt) / 1_000
  for (const place of root.querySelectorAll<HTMLElement>('[data-elapsed]'))
    put(place, elapsedInWords(elapsedOf(room, place.dataset.elapsed ?? '', since)))
}

const put = (place: Element | null, words: string): void => {
  if (place !== null && place.textContent !== words) place.textContent = words
}

const showCells = (board: Board, root: HTMLElement): void => {
  const { room, page } = board
  const notes = notesOf(board.state)
  for (const place of root.querySelectorAll<HTMLElement>('[data-cell-mentee]')) {
    const cell = cellOf(place)
    const count = notes.filter((note) => isInCell(note, cell)).length
    put(place.querySelector('[data-count]'), pointsInWords(count))
    showOne(place, { done: isDone(room, cell), now: isNow(room, cell) })
  }
  const cells = page.mentees.length * page.domains.length
  for (const place of root.querySelectorAll('[data-total]'))
    put(place, `${room.done.length} of ${cells}`)
}

const cellOf = ({ dataset }: HTMLElement): Cell => ({
  menteeId: dataset.cellMentee ?? '',
  domain: dataset.cellDomain ?? '',
})

type Part = { readonly element: HTMLElement; readonly isShown: boolean }

/** What is shown only while something is so: `data-if="done"`, `data-if="not-done"`. */
const showOne = (place: HTMLElement, facts: Readonly<Record<string, boolean>>): void => {
  const parts = Object.entries(facts).flatMap(([name, isSo]) => {
    place.classList.toggle(`app-is-${name}`, isSo)
    return [...partsIn(place, name, isSo), ...partsIn(place, `not-${name}`, !isSo)]
  })
  swap(parts)
}

const partsIn = (place: HTMLElement, name: string, isShown: boolean): readonly Part[] =>
  [...place.querySelectorAll<HTMLElement>(`[data-if="${name}"]`)].map((element) => ({
    element,
    isShown,
  }))

/** Where a button with the focus goes, the focus goes to the one that comes in its place, else to the box of the section. */
const swap = (parts: readonly Part[]): void => {
  const leaving = parts.find(
    ({ element, isShown }) => !isShown && element.contains(document.activeElement),
  )
  for (const { element, isShown } of parts) element.hidden = !isShown
  if (leaving === undefined) return
  const coming = parts.find(
    ({ element, isShown }) => isShown && element.parentElement === leaving.element.parentElement,
  )
  const next =
    coming?.element.querySelector('button') ??
    leaving.element.closest('section')?.querySelector<HTMLElement>('[data-entry] textarea')
  next?.focus()
}

const showBreak = ({ room }: Board, root: HTMLElement): void =>
  showOne(root, {
    paused: room.isPaused,
    nowhere: room.current === null && room.sitting !== null,
    running: room.sitting !== null && room.current !== null && !room.isPaused,
    sitting: room.sitting !== null || room.state !== 'open',
    open: room.state === 'open',
  })

const showGroup = ({ room, page }: Board, root: HTMLElement): void => {
  const { current } = room
  const mentee = page.mentees.find(({ menteeId }) => menteeId === current?.menteeId)
  const domain = page.domains.find(({ id }) => id === current?.domain)
  const isSomewhere = mentee !== undefined && domain !== undefined
  for (const place of root.querySelectorAll<HTMLElement>('[data-group]')) {
    place.hidden = !isSomewhere
    const link = place.querySelector<HTMLAnchorElement>('a')
    if (!isSomewhere || link === null) continue
    put(link, `${mentee.name}, ${domain.label}`)
    link.href = `${place.dataset.group}/${mentee.menteeId}?domain=${domain.id}`
  }
}
