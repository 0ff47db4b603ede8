/** Marks for a moment what others have just written, so that eyes find it. */
import { isInCell } from '../../../interview/board/note-edits.ts'
import type { Note } from '../../../interview/model.ts'
import type { CellView } from './cell-view.ts'

const shownMilliseconds = 4_000
const mark = 'app-note--heard'

export const markHeard = (cells: readonly CellView[], before: readonly Note[]): void => {
  const was = new Map(before.map((note) => [note.noteId, note]))
  for (const { cell, notes } of cells) {
    for (const { noteId, element, field } of notes.values()) {
      const known = was.get(noteId)
      if (known !== undefined && isInCell(known, cell) && known.text === field.shown) continue
      element.classList.add(mark)
      window.setTimeout(() => element.classList.remove(mark), shownMilliseconds)
    }
  }
}
