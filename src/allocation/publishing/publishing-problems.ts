/** Why pairs are not published. None of the sentences says who it is about. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'

export type PublishingProblem =
  | { readonly kind: 'programme.unknown' }
  | { readonly kind: 'allocation.programme_not_open' }
  /** There is no such draw, it was opened again, or another one was made instead. */
  | { readonly kind: 'allocation.not_to_be_published' }
  | { readonly kind: 'allocation.not_drawn' }
  | { readonly kind: 'allocation.published_already' }
  | { readonly kind: 'allocation.another_under_way' }
  | { readonly kind: 'allocation.left_since' }
  /** It would give a pair anew that one of the two has asked to end since. */
  | { readonly kind: 'allocation.ended_since' }

export const sentenceOfPublishingProblem = ({
  kind,
}: PublishingProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'programme.unknown':
      return 'This programme is no longer there.'
    case 'allocation.programme_not_open':
      return 'Pairs are published while the programme is open.'
    case 'allocation.not_to_be_published':
      return 'There is no draw to publish. Look at the allocation for what comes next.'
    case 'allocation.not_drawn':
      return 'The draw has not been made yet. Look at the allocation for what is missing.'
    case 'allocation.published_already':
      return 'These pairs are published. Everybody has been told, and nothing is sent again.'
    case 'allocation.another_under_way':
      return 'Another draw has been asked for, so this one cannot be published now. Agree to the other one, or take the request back.'
    case 'allocation.left_since':
      return 'Somebody who was drawn has left since, so these pairs cannot be published. Ask for another draw.'
    case 'allocation.ended_since':
      return 'A pair has ended since, so these pairs cannot be published. Ask for another draw.'
    case 'request.key_used_otherwise':
      return 'This form was sent before for another draw. Look at what would be published, then send it again.'
  }
}
