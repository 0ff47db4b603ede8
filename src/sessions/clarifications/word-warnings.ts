/** What in somebody's words may tell who is meant. Warnings advise: who wrote the words may send them as they are. */
import { datesAndTimes } from '../../interview/documents/writing/warnings/dates-and-times.ts'
import { names } from '../../interview/documents/writing/warnings/names.ts'
import { patients } from '../../interview/documents/writing/warnings/patients.ts'
import { places } from '../../interview/documents/writing/warnings/places.ts'
import { pointsToAMentor } from '../../interview/documents/writing/warnings/points-to-a-mentor.ts'
import { quotations } from '../../interview/documents/writing/warnings/quotations.ts'
import type { Warning, WarningRule } from '../../interview/documents/writing/warnings/warning.ts'
import { wordsOfANote } from '../../interview/documents/writing/warnings/words-of-a-note.ts'

/** What words are held against. */
export type WordsAround = {
  /** Of everybody who takes part in the programme, or has taken part, and of the staff. */
  readonly names: readonly string[]
  /** What was said in the interview about the mentee, and to the question as far as it may be seen. */
  readonly notes: readonly string[]
}

const ofAQuestion: readonly WarningRule[] = [names, patients, datesAndTimes, places]
const ofAnAnswer: readonly WarningRule[] = [
  ...[wordsOfANote, names, pointsToAMentor],
  ...[patients, datesAndTimes, places, quotations],
]

const warningsBy =
  (rules: readonly WarningRule[]) =>
  (text: string, around: WordsAround): readonly Warning[] => {
    const notes = around.notes.map((note, place) => ({ noteId: String(place), text: note }))
    const surroundings = { anonymityFloor: 0, supporters: null, names: around.names, notes }
    return rules.flatMap((rule) => rule({ text, noteIds: [] }, surroundings))
  }

/** A mentee may say “I”; what names somebody is reworded before it is passed on. */
export const warningsOfQuestion = warningsBy(ofAQuestion)

export const warningsOfAnswer = warningsBy(ofAnAnswer)
