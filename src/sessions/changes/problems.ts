/** Why a sentence was not kept, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { ChangesProblem } from './actions.ts'

export const sentenceOfChangeProblem = (problem: ChangesProblem | RepeatedKeyProblem): string => {
  switch (problem.kind) {
    case 'change.missing':
      return 'Write what you will change'
    case 'change.too_long':
      return `Write ${problem.most} characters or fewer`
    case 'change.too_many':
      return `There are ${problem.most} sentences already. Change or remove one of them`
    case 'change.gone':
      return 'You have removed this sentence meanwhile. Add it again if you want to keep it'
    case 'changes.not_open':
      return 'Your reflection pack is not open. Open it, then write this again'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Look at the page, then send it again'
  }
}
