/** Why a point is not taken out of the feedback. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'

export type ConcernProblem =
  | { readonly kind: 'note.not_there' }
  | { readonly kind: 'concern.not_handed_on' }

export const sentenceOfConcernProblem = ({ kind }: ConcernProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'note.not_there':
      return 'This point is no longer there'
    case 'concern.not_handed_on':
      return 'Hand the point on first, then confirm that you have'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Reload the page and try again'
  }
}
