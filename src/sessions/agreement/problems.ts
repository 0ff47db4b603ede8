/** Why an agreement was not kept, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { AgreementProblem } from './rules.ts'

export const sentenceOfAgreementProblem = ({
  kind,
}: AgreementProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'agreement.not_asked':
      return 'You are not asked to agree now. This page says why'
    case 'agreement.no_such_pair':
      return 'Your pairs have changed since you opened this page. See what it says now'
    case 'agreement.given_already':
      return 'You have agreed already'
    case 'agreement.rules_changed':
      return 'The ground rules have been changed since you opened this page. Read them again, then tick the box'
    case 'agreement.not_ticked':
      return 'Tick the box if you agree to these ground rules'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Tick the box again and send it'
  }
}
