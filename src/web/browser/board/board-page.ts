/** The page of one mentee: its domains, of which one is in sight, and what is done there. */
import { type ShortcutName, shortcutOf } from '../../../interview/board/shortcuts.ts'
import type { Note } from '../../../interview/model.ts'
import { notesOf } from './board-state.ts'
import {
  type CellView,
  fitCell,
  focusedNote,
  type NoteView,
  openCell,
  renderCell,
} from './cell-view.ts'
import { type Desk, redo, undo } from './desk.ts'
import { endEntry, keyInBox, leaveNote, typeInEntry, typeInNote } from './entry.ts'
import { markHeard } from './heard-marks.ts'
import { askForCell } from './mover.ts'
import { merge, remove, send, shift, split } from './note-commands.ts'

export type BoardPage = {
  readonly desk: Desk
  readonly root: HTMLElement
  readonly cells: readonly CellView[]
  readonly mover: HTMLTemplateElement
  shown: CellView
}

export const openPage = (desk: Desk, root: HTMLElement): BoardPage | null => {
  const note = root.querySelector<HTMLTemplateElement>('template[data-template="note"]')
  const mover = root.querySelector<HTMLTemplateElement>('template[data-template="mover"]')
  if (note === null || mover === null) return null
  const cells = [...root.querySelectorAll<HTMLElement>('section[data-cell-mentee]')].flatMap(
    (section) => openSection(desk, section, note) ?? [],
  )
  const shown = cells.find(({ section }) => !section.hidden) ?? cells[0]
  if (shown === undefined) return null
  const page = { desk, root, cells, mover, shown }
  const render = (before: readonly Note[], isOwn: boolean) => {
    for (const cell of cells) renderCell(cell, notesOf(desk.board.state))
    if (!isOwn) markHeard(cells, before)
    showSteps(page)
  }
  desk.board.whenNotesChange.push(render)
  render([], true)
  listen(page)
  return page
}

const openSection = (
  desk: Desk,
  section: HTMLElement,
  template: HTMLTemplateElement,
): CellView | null =>
  openCell({
    section,
    template,
    cell: {
      menteeId: section.dataset.cellMentee ?? '',
      domain: section.dataset.cellDomain ?? '',
    },
    typed: (_, noteId, texts) => typeInNote(desk, noteId, texts),
    typedNew: (view, texts) => typeInEntry(desk, view, texts),
  })

/** Undo and redo are there only where there is something. */
const showSteps = ({ desk, root }: BoardPage): void => {
  const { past, future } = desk.board.undo
  for (const [name, steps] of [
    ['undo', past],
    ['redo', future],
  ] as const) {
    for (const button of root.querySelectorAll(`[data-do="${name}"]`)) {
      if (steps.length === 0) button.setAttribute('aria-disabled', 'true')
      else button.removeAttribute('aria-disabled')
    }
  }
}

/** The domain that is in sight. What stands in the box for a new point is a point now. */
export const showDomain = (page: BoardPage, domain: string): boolean => {
  const next = page.cells.find(({ cell }) => cell.domain === domain)
  if (next === undefined) return false
  endEntry(page.desk, page.shown)
  for (const { section } of page.cells) section.hidden = section !== next.section
  for (const link of page.root.querySelectorAll('[data-show]')) {
    if (link.getAttribute('data-show') === domain) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  page.shown = next
  fitCell(next)
  next.entry.box.focus({ preventScroll: true })
  next.section.scrollIntoView({ block: 'nearest' })
  return true
}

const listen = (page: BoardPage): void => {
  const { root, desk } = page
  document.addEventListener('keydown', (event) => hearKey(page, event))
  root.addEventListener('click', (event) => hearClick(page, event))
  // The cursor stays where the button is to do something.
  root.addEventListener('mousedown', (event) => {
    if (event.target instanceof Element && event.target.closest('button[data-do]') !== null)
      event.preventDefault()
  })
  root.addEventListener('focusout', ({ target }) => {
    const noteId = target instanceof HTMLTextAreaElement ? noteIdOf(target) : null
    if (noteId === null || target === document.activeElement) return
    window.setTimeout(() => leaveNote(desk, noteId))
  })
  root.addEventListener('submit', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-entry]') === null) return
    event.preventDefault()
    endEntry(desk, page.shown)
    page.shown.entry.box.focus()
  })
}

const noteIdOf = (element: Element): string | null =>
  element.closest<HTMLElement>('[data-note]')?.dataset.note ?? null

const hearKey = (page: BoardPage, event: KeyboardEvent): void => {
  const name = shortcutOf(event) ?? undoOf(event)
  if (name !== null) {
    event.preventDefault()
    run(page, name)
  } else if (event.target instanceof HTMLTextAreaElement && page.root.contains(event.target)) {
    keyInBox(event, { view: page.shown, at: focusedNote(page.shown), desk: page.desk })
  }
}

/** As everywhere: a browser knows nothing of what others changed, so it is the board that undoes. */
const undoOf = (event: KeyboardEvent): 'undo' | 'redo' | null => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.metaKey ? 'redo' : null
}

const hearClick = (page: BoardPage, event: MouseEvent): void => {
  if (!(event.target instanceof Element)) return
  const button = event.target.closest<HTMLElement>('button[data-do]')
  if (button === null || button.getAttribute('aria-disabled') === 'true') return
  const name = button.dataset.do
  const noteId = noteIdOf(button)
  const at = noteId === null ? null : (page.shown.notes.get(noteId) ?? null)
  for (const [known, work] of Object.entries(works)) if (known === name) work(page, at)
}

type Work = (page: BoardPage, at: NoteView | null) => void

const onNote =
  (work: (where: { desk: Desk; view: CellView; at: NoteView }, page: BoardPage) => void): Work =>
  (page, at) => {
    if (at !== null) work({ desk: page.desk, view: page.shown, at }, page)
  }

const press =
  (selector: string): Work =>
  ({ shown }) => {
    const buttons = shown.section.querySelectorAll<HTMLButtonElement>(`${selector} button`)
    const button = [...buttons].find(({ offsetParent }) => offsetParent !== null)
    if (button !== undefined) button.click()
    else shown.section.querySelector<HTMLAnchorElement>(`a${selector}`)?.click()
  }

const works: Readonly<Record<ShortcutName, Work>> = {
  up: onNote((where) => shift(where, 'up')),
  down: onNote((where) => shift(where, 'down')),
  merge: onNote(merge),
  split: onNote(split),
  remove: onNote(remove),
  move: onNote((where, page) =>
    askForCell(page.mover, {
      below: where.at.element,
      from: where.view.cell,
      chosen: (cell, name) => send(where, { cell, name }),
      left: () => where.at.field.box.focus(),
    }),
  ),
  undo: ({ desk }) => undo(desk),
  redo: ({ desk }) => redo(desk),
  entry: ({ shown }) => shown.entry.box.focus(),
  next: press('[data-next]'),
  back: press('[data-back]'),
  done: press('[data-mark]'),
}

const run = (page: BoardPage, name: ShortcutName): void =>
  works[name](page, focusedNote(page.shown))
