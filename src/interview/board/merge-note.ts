/**
 * What becomes of a note when it is changed, perhaps by two screens at once; the same on the server and in the browser.
 * Of where it stands the later wins. Of its text nothing is lost. Between a change and a deletion the change holds,
 * whichever came first. Merging the same change again changes nothing.
 */
import type { NoteState } from '../model.ts'
import { mergeTexts } from './merge-texts.ts'

/**
 * @param stored the note as it is; null: it is not there
 * @param from   the note as the screen knew it when it was changed; null: it was not there
 * @param to     what the screen made of it; null: it is to go
 */
export const mergeNote = (
  stored: NoteState | null,
  from: NoteState | null,
  to: NoteState | null,
): NoteState | null => {
  if (areSame(stored, to)) return stored
  if (to === null) return areSame(stored, from) ? null : stored
  if (stored === null) return to
  // A note that was new and is there already was sent before: what it has become since counts.
  if (from === null) return { ...stored, text: mergeTexts(stored.text, '', to.text) }
  const { menteeId, domain } = isSameCell(from, to) ? stored : to
  const place = from.place === to.place ? stored.place : to.place
  return { menteeId, domain, place, text: mergeTexts(stored.text, from.text, to.text) }
}

/** A cell is chosen as a whole: of two that were chosen at once, half of each is neither. */
const isSameCell = (a: NoteState, b: NoteState): boolean =>
  a.menteeId === b.menteeId && a.domain === b.domain

export const areSame = (a: NoteState | null, b: NoteState | null): boolean =>
  a === null || b === null ? a === b : isSameCell(a, b) && a.place === b.place && a.text === b.text
