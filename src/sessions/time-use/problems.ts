/** Why a time was not kept, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { TimeProblem } from './rules.ts'

export const sentenceOfTimeProblem = ({ kind }: TimeProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'time_use.not_asked':
      return 'You are not asked about your time now. This page says why'
    case 'time_use.unknown_band':
      return 'Choose one of the lengths in the list, or none'
    case 'time_use.steps_changed':
      return 'The steps have changed since you opened this page. Look at them again, then save'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Look at what it says now, then save it again'
  }
}
