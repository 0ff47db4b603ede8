/** What is wrong with a mentee's vetoes, in the words beside the field. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { VetoProblem } from './actions.ts'

export const sentenceOfVetoProblem = (problem: VetoProblem | RepeatedKeyProblem): string => {
  switch (problem.kind) {
    case 'vetoes.too_many':
      return `You chose ${problem.named}. Choose up to ${problem.most}`
    case 'vetoes.not_taken':
      return 'This can no longer be saved. Reload the page to see why'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Check what you chose and save again'
  }
}
