/** Why nobody was named, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type DelegateProblem, longestName } from './rules.ts'

export const sentenceOfDelegateProblem = ({
  kind,
}: DelegateProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'delegate.not_asked':
      return 'You can name somebody while you take part and the programme is open'
    case 'delegate.no_name':
      return 'Enter the name of the person who books for you'
    case 'delegate.name_too_long':
      return `Enter the name in ${longestName} characters or fewer`
    case 'delegate.not_an_address':
      return 'Enter an email address in the form name@example.com'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Look at what the page says now, and send it again if it is still needed'
  }
}
