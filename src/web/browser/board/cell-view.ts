/** The points of one cell on the page. Whoever types keeps the cursor, whatever others do around it. */
import { longestNote } from '../../../interview/board/model.ts'
import { type Cell, notesIn } from '../../../interview/board/note-edits.ts'
import type { Note } from '../../../interview/model.ts'
import { fitHeight, putText, type TextField, watchField } from './text-field.ts'

export type NoteView = {
  readonly noteId: string
  readonly element: HTMLElement
  readonly field: TextField
}

export type CellView = {
  readonly cell: Cell
  readonly section: HTMLElement
  readonly list: HTMLElement
  readonly none: HTMLElement
  readonly template: HTMLTemplateElement
  readonly entry: TextField
  /** The point that is being typed in the box for new points: it is saved as it grows, and listed when it is done. */
  entryNoteId: string | null
  readonly notes: Map<string, NoteView>
  readonly typed: (view: CellView, noteId: string, texts: Texts) => void
}

export type Texts = { readonly from: string; readonly to: string }

type Given = {
  readonly section: HTMLElement
  readonly cell: Cell
  readonly template: HTMLTemplateElement
  readonly typed: CellView['typed']
  readonly typedNew: (view: CellView, texts: Texts) => void
}

/** Null: the section has no box for new points. */
export const openCell = ({ section, cell, template, typed, typedNew }: Given): CellView | null => {
  const list = section.querySelector<HTMLElement>('[data-notes]')
  const none = section.querySelector<HTMLElement>('[data-none]')
  const box = section.querySelector<HTMLTextAreaElement>('[data-entry] textarea')
  if (list === null || none === null || box === null) return null
  list.replaceChildren()
  // Of a page that was reloaded some browsers put back what was typed: it is in the list.
  box.value = ''
  box.maxLength = longestNote
  const entry = watchField(box, (from, to) => typedNew(view, { from, to }))
  const notes = new Map<string, NoteView>()
  const view: CellView = {
    ...{ cell, section, list, none, template, entry, notes, typed },
    entryNoteId: null,
  }
  return view
}

export const renderCell = (view: CellView, all: readonly Note[]): void => {
  const inCell = notesIn(all, view.cell)
  const shown = inCell.filter(({ noteId }) => noteId !== view.entryNoteId)
  const focused = focusedNote(view)
  const place = focused === null ? -1 : [...view.notes.keys()].indexOf(focused.noteId)
  takeAway(view, new Set(shown.map(({ noteId }) => noteId)))
  const views = shown.map((note) => showNote(view, note))
  putInOrder(view.list, views)
  view.notes.clear()
  for (const [at, note] of views.entries()) {
    view.notes.set(note.noteId, note)
    label(note, at + 1, views.length)
  }
  view.none.hidden = shown.length > 0
  renderEntry(view, inCell)
  if (focused !== null && !view.notes.has(focused.noteId)) focusPlace(view, place)
}

const takeAway = ({ notes }: CellView, kept: ReadonlySet<string>): void => {
  for (const [noteId, { element }] of notes) if (!kept.has(noteId)) element.remove()
}

const showNote = (view: CellView, { noteId, text }: Note): NoteView => {
  const known = view.notes.get(noteId)
  if (known === undefined) return newNote(view, { noteId, text })
  putText(known.field, text)
  return known
}

const newNote = (view: CellView, { noteId, text }: Pick<Note, 'noteId' | 'text'>): NoteView => {
  const copy = document.importNode(view.template.content, true)
  const element = copy.querySelector<HTMLElement>('[data-note]')
  const box = copy.querySelector('textarea')
  if (element === null || box === null) throw new Error('The template of a point is not complete.')
  element.dataset.note = noteId
  for (const link of element.querySelectorAll<HTMLAnchorElement>('a[data-href]'))
    link.href = (link.dataset.href ?? '').replace('NOTE', noteId)
  view.list.append(element)
  const field = watchField(box, (from, to) => view.typed(view, noteId, { from, to }))
  putText(field, text)
  return { noteId, element, field }
}

/** The one with the cursor is not touched, since a part of the page that is moved loses it: the others go round it. */
const putInOrder = (list: HTMLElement, views: readonly NoteView[]): void => {
  const pivot = views.find(({ element }) => element.contains(document.activeElement))
  let isBehind = pivot === undefined
  for (const { element } of views) {
    if (element === pivot?.element) isBehind = true
    else list.insertBefore(element, isBehind ? null : (pivot?.element ?? null))
  }
}

const label = ({ element, field }: NoteView, place: number, count: number): void => {
  field.box.setAttribute('aria-label', `Point ${place} of ${count}`)
  element.querySelector('[role="group"]')?.setAttribute('aria-label', `Change point ${place}`)
  for (const name of ['up', 'merge']) disable(element, name, place === 1)
  disable(element, 'down', place === count)
}

/** A button that was disabled would lose the focus. */
const disable = (element: HTMLElement, name: string, isDisabled: boolean): void => {
  const button = element.querySelector(`[data-do="${name}"]`)
  if (isDisabled) button?.setAttribute('aria-disabled', 'true')
  else button?.removeAttribute('aria-disabled')
}

/** Others may change the new point too, or take it away. */
const renderEntry = (view: CellView, inCell: readonly Note[]): void => {
  if (view.entryNoteId === null) return
  const note = inCell.find(({ noteId }) => noteId === view.entryNoteId)
  if (note === undefined) view.entryNoteId = null
  putText(view.entry, note?.text ?? '')
}

export const focusedNote = ({ notes }: CellView): NoteView | null =>
  [...notes.values()].find(({ element }) => element.contains(document.activeElement)) ?? null

/** At the point in this place, else at the last, else at the box for new points. */
export const focusPlace = (view: CellView, place: number): void => {
  const notes = [...view.notes.values()]
  const field = (notes[place] ?? notes.at(-1))?.field ?? view.entry
  field.box.focus()
}

export const fitCell = ({ notes, entry }: CellView): void => {
  for (const { field } of notes.values()) fitHeight(field.box)
  fitHeight(entry.box)
}
