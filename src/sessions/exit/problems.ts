/** Why a pair was not ended, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { ExitProblem } from './rules.ts'

export const sentenceOfExitProblem = ({ kind }: ExitProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'exit.programme_not_open':
      return 'The programme is not open, so there is nothing to end'
    case 'exit.no_such_pair':
      return 'Your pairs have changed since you opened this page. See what it says now'
    case 'exit.no_pair_chosen':
      return 'Choose which pair is to end'
    case 'exit.not_ticked':
      return 'Tick the box if you want to end the pair'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Tick the box again and send it'
  }
}
