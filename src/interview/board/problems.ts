/** Why a note is not changed, and the sentence that says so. */
import { longestNote } from './model.ts'

export type NoteProblem =
  | { readonly kind: 'interview.not_open' }
  | { readonly kind: 'note.unknown_cell' }
  | { readonly kind: 'note.too_long' }

const limit = new Intl.NumberFormat('en-GB').format(longestNote)

export const sentenceOfNoteProblem = ({ kind }: NoteProblem): string => {
  switch (kind) {
    case 'interview.not_open':
      return 'The interview is not open, so notes cannot be changed.'
    case 'note.unknown_cell':
      return 'This point is about somebody or something that is no longer on the board. Reload the page.'
    case 'note.too_long':
      return `A point must be ${limit} characters or fewer. Shorten it or split it in two.`
  }
}
