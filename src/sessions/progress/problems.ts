/** Why nobody is reminded, and what to do. */
import { dayInWords } from '../../lib/dates.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { daysBetweenNudges, type NudgeProblem } from './rules.ts'

export const sentenceOfNudgeProblem = (problem: NudgeProblem | RepeatedKeyProblem): string => {
  switch (problem.kind) {
    case 'programme.unknown':
      return 'This programme is no longer there.'
    case 'nudge.programme_not_open':
      return 'Pairs can be reminded while the programme is open.'
    case 'nudge.nobody_is_there':
      return 'No pair is at this point now, so there is nobody to remind.'
    case 'nudge.too_soon':
      return `They have been reminded already. The next reminder can go out on ${dayInWords(problem.next)}: there are at least ${daysBetweenNudges} days between two.`
    case 'request.key_used_otherwise':
      return 'This form was sent before. Look at where the pairs are now.'
  }
}
