/** Why something that a phone sent was not taken. */
import { longestNote } from '../board/model.ts'

export type PhoneProblem =
  /** Not in the room, or there is none: the page says which. */
  | { readonly kind: 'phone.not_following' }
  | { readonly kind: 'point.empty' }
  | { readonly kind: 'point.too_long' }
  | { readonly kind: 'point.unknown_cell' }
  | { readonly kind: 'note.not_there' }

export const sentenceOfPhoneProblem = ({ kind }: PhoneProblem): string => {
  switch (kind) {
    case 'phone.not_following':
      return 'This was not stored: you cannot follow the interview now'
    case 'point.empty':
      return 'Write your point'
    case 'point.too_long':
      return `Shorten your point to ${longestNote.toLocaleString('en-GB')} characters or fewer`
    case 'point.unknown_cell':
      return 'This was not stored: the person or the part of the feedback is no longer there'
    case 'note.not_there':
      return 'This point is no longer there. Somebody took it out or joined it with another'
  }
}

export type BatchProblem =
  | { readonly kind: 'batch.too_small' }
  | { readonly kind: 'interview.not_open' }

export const sentencesOfBatchProblem = ({ kind }: BatchProblem): readonly string[] => {
  switch (kind) {
    case 'batch.too_small':
      return [
        'Too few points from phones are waiting. They are shown several at a time, so that nobody can tell whose they are.',
        'Go on, and try again later. When the interview ends, all that wait come onto the board.',
      ]
    case 'interview.not_open':
      return ['The interview is not open. Whatever was sent from phones is on the board.']
  }
}
