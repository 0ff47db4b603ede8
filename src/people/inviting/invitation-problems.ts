/** Why an invitation does not go out. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'

export type InvitationProblem =
  | { readonly kind: 'programme.unknown' }
  /** People are invited once the programme is open, and until it closes. */
  | { readonly kind: 'programme.not_open' }
  | { readonly kind: 'person.unknown' }
  | { readonly kind: 'invitation.nobody_left' }
  | { readonly kind: 'invitation.not_yet' }
  | { readonly kind: 'invitation.over' }

export const sentenceOfInvitationProblem = ({
  kind,
}: InvitationProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'programme.unknown':
      return 'This programme is no longer there.'
    case 'programme.not_open':
      return 'People can be invited while the programme is open. Open it on its set-up page.'
    case 'person.unknown':
      return 'This person is no longer in the programme. Look at the list of people.'
    case 'invitation.nobody_left':
      return 'Everybody on the list has been invited already. To send somebody a new link, open their page.'
    case 'invitation.not_yet':
      return 'This person has not been invited yet. Invite them first.'
    case 'invitation.over':
      return 'This person has withdrawn, so they get no new link.'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Look at the list of people, then send it again.'
  }
}
