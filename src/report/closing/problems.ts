/** Why the closing letter is not sent, or a programme not opened again. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { ClosingProblem } from './rules.ts'

export const sentenceOfClosingProblem = ({ kind }: ClosingProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'programme.unknown':
      return 'This programme does not exist any more. Go to the start page.'
    case 'programme.not_closed':
      return 'The programme is not closed. Close it first: the letter gives results, and they must not change any more.'
    case 'programme.imported':
      return 'This programme came with a study that was imported. It was never open here, so it cannot be opened again.'
    case 'letter.sent_already':
      return 'The closing letter has been sent. It is not sent again, and the programme stays closed.'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Nothing was changed: send it again.'
  }
}
