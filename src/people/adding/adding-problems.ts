/** Why people are not added, changed or removed. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { PersonFault, TableProblem } from './read-people/model.ts'
import { sentenceOfTableProblem } from './read-people/sentences.ts'

export type PersonProblem =
  | { readonly kind: 'person.faulty'; readonly faults: readonly PersonFault[] }
  | { readonly kind: 'person.unknown' }
  /** Whoever has answered the invitation stays in the programme: they withdraw, they are not removed. */
  | { readonly kind: 'person.has_answered' }
  | { readonly kind: 'programme.unknown' }
  | { readonly kind: 'programme.closed' }

export type AddingProblem = PersonProblem | TableProblem

export const sentenceOfAddingProblem = (problem: AddingProblem | RepeatedKeyProblem): string => {
  switch (problem.kind) {
    case 'person.faulty':
      return 'Correct what is marked'
    case 'person.unknown':
      return 'This person is no longer in the programme. Look at the list'
    case 'person.has_answered':
      return 'This person has answered the invitation and cannot be removed. They can withdraw'
    case 'programme.unknown':
      return 'This programme is no longer there'
    case 'programme.closed':
      return 'This programme is closed: its people stay as they are'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Look at the list, then send it again'
    default:
      return sentenceOfTableProblem(problem)
  }
}
