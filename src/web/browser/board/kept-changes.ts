/**
 * Changes that have not been saved, kept where a reload or a crash of the page finds them. What localStorage holds
 * can be read by whoever uses the machine next; the sessionStorage of a tab goes with the tab. Each change is taken out
 * as soon as the server has it.
 */
import { type BoardState, type Unsaved, unsavedOf } from './board-state.ts'

export type Kept = {
  readonly read: () => Unsaved
  readonly write: (state: BoardState) => void
}

const none: Unsaved = { flight: null, notes: [] }

export const keptChanges = (programmeId: string): Kept => {
  const name = `turnabout-board-${programmeId}`
  return {
    read: () => {
      const text = storage()?.getItem(name) ?? null
      return text === null ? none : JSON.parse(text)
    },
    write: (state) => {
      const unsaved = unsavedOf(state)
      if (unsaved.notes.length === 0) storage()?.removeItem(name)
      else keep(name, JSON.stringify(unsaved))
    },
  }
}

/** Browsers may refuse it: then changes stand on the page alone until they are saved. */
const storage = (): Storage | null => {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

const keep = (name: string, text: string): void => {
  try {
    storage()?.setItem(name, text)
  } catch {
    // Full: the page itself still holds everything, and goes on sending it.
  }
}
