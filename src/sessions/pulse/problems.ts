/** Why short answers were not kept, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { PulseProblem } from './rules.ts'

export const sentenceOfPulseProblem = ({ kind }: PulseProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'pulse.not_asked':
      return 'You are asked nothing now. This page says why'
    case 'pulse.not_due':
      return 'You have answered about this session, or it is no longer recorded. See what this page says now'
    case 'pulse.nothing_chosen':
      return 'Choose an answer to at least one of the three'
    case 'pulse.not_on_scale':
      return 'Choose one of the answers on the scale'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Choose your answers again and send it'
  }
}
