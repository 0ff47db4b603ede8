/** Why a pair cannot be excluded, or let in again, in the words of the page: by field; '' belongs to none. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { Protocol } from '../../protocol/model.ts'
import { insideSentence } from '../../protocol/wording/words.ts'
import type { ExclusionProblem } from './exclusion-rules.ts'

export type ExclusionErrors = ReadonlyMap<'mentor' | 'mentee' | '', string>

export const errorsOfExclusion = (
  problem: ExclusionProblem | RepeatedKeyProblem | { readonly kind: 'programme.unknown' },
  { roles }: Protocol,
): ExclusionErrors => {
  switch (problem.kind) {
    case 'exclusion.nobody_chosen':
      return new Map(
        problem.fields.map((role) => [role, `Choose a ${insideSentence(roles[role].label)}`]),
      )
    case 'exclusion.there_already':
      return new Map([['mentor', 'This pair is excluded already']])
    case 'exclusion.not_there':
      return new Map([['', 'This pair is not excluded any more. There is nothing to do']])
    case 'exclusion.under_way':
      return new Map([['', 'A draw is under way, so nothing was changed. Wait until it is made']])
    case 'programme.closed':
      return new Map([['', 'The programme is closed, so nothing was changed']])
    case 'programme.unknown':
      return new Map([['', 'This programme does not exist any more. Go to the start page']])
    case 'request.key_used_otherwise':
      return new Map([['', 'This form was sent before. Check the list and send it again']])
  }
}
