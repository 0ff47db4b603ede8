/** Why pairs cannot be chosen or kept, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { Protocol } from '../../protocol/model.ts'
import { counted, insideSentence, plural } from '../../protocol/wording/words.ts'
import { sentenceOfProcedureProblem } from '../procedure/problems.ts'
import type { KeepingProblem } from './actions.ts'
import type { PlaceError } from './model.ts'

export type OtherProblem = Exclude<KeepingProblem, { kind: 'chosen.not_possible' }>

export const sentenceOfChosenProblem = (
  problem: OtherProblem | RepeatedKeyProblem,
  protocol: Protocol,
): string => {
  const mentor = insideSentence(protocol.roles.mentor.label)
  const mentee = insideSentence(protocol.roles.mentee.label)
  switch (problem.kind) {
    case 'chosen.draw_under_way':
      return 'A random draw is under way. To choose the pairs yourself, open the willingness again first, or drop the request for another draw.'
    case 'chosen.random_drawn':
      return 'Pairs have been drawn at random and wait to be published. Publish them, or ask for another draw.'
    case 'chosen.random_published':
      return 'The pairs were drawn at random and are published. If somebody has left or a pair has ended since, begin a draw for whoever is without a partner.'
    case 'chosen.nobody_lacks_a_mentor':
      return `Your pairs are published and every ${mentee} has a ${mentor}, so there is nothing to choose.`
    case 'chosen.nobody_is_free':
      return `No ${mentor} is free. Add one, and choose once they have agreed to take part.`
    case 'chosen.nobody':
      return `Choose a ${mentor} for at least one ${mentee}`
    default:
      return sentenceOfProcedureProblem(problem)
  }
}

export const sentenceOfPlaceError = (
  { kind, place: { mentee }, mentor }: PlaceError,
  protocol: Protocol,
): string => {
  const [name, word] = [mentor?.name ?? '', insideSentence(protocol.roles.mentor.label)]
  switch (kind) {
    case 'chosen.not_in_the_list':
      return `Choose a ${word} for ${mentee.name} from the list: the one before is no longer in it`
    case 'chosen.mentor_has_no_seat': {
      const most = protocol.rules.menteesPerMentor ?? 1
      const mentees = counted(
        most,
        insideSentence(protocol.roles.mentee.label),
        plural(protocol, 'mentee'),
      )
      return `Choose another ${word} for ${mentee.name}: ${name} can have ${mentees} and is chosen for that many already`
    }
    case 'chosen.same_mentor_twice':
      return `Choose another ${word} for ${mentee.name}: ${name} is chosen for them already`
    case 'chosen.own_supervisor':
      return `Choose another ${word} for ${mentee.name}: they supervise ${name}, and in this programme nobody is paired with their own supervisor`
    case 'chosen.excluded':
      return `Choose another ${word} for ${mentee.name}: the pair with ${name} is excluded or has been ended`
  }
}
