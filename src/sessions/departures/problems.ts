/** Why no draw can be begun after a departure, and what to do. */
import { sentenceOfProcedureProblem } from '../../allocation/procedure/problems.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { Protocol } from '../../protocol/model.ts'
import { insideSentence, plural } from '../../protocol/wording/words.ts'
import type { BeginningProblem } from './actions.ts'

export const sentenceOfDepartureProblem = (
  problem: BeginningProblem | RepeatedKeyProblem,
  protocol: Protocol,
): string => {
  const [mentor, mentee] = [protocol.roles.mentor, protocol.roles.mentee].map(({ label }) =>
    insideSentence(label),
  )
  switch (problem.kind) {
    case 'departure.nothing_published':
      return 'No pairs have been published yet, so nobody has lost a partner. If somebody left before that, open the willingness again, or ask for another draw.'
    case 'departure.draw_under_way':
      return 'A draw is under way. Finish it first: whoever has no partner after it can be drawn then.'
    case 'departure.nobody_lacks_a_mentor':
      return `Every ${mentee} has a ${mentor}, so there is nothing to draw.`
    case 'departure.nobody_is_free':
      return `No ${mentor} is free with whom a new pair could be made, so nobody can be drawn: two whose pair has ended are not drawn together again. Add one and ask them to take part: a ${mentor} can only be drawn once they have said whom they would be willing to mentor.`
    default:
      return sentenceOfProcedureProblem(problem)
  }
}

/** What the protocol says about it, in words. */
export const ruleInWords = (protocol: Protocol): string =>
  protocol.rules.afterDeparture === 'draw_again'
    ? `The protocol of this programme says: pairs that have met stay as they are, and all others are drawn again, together with the ${plural(protocol, 'mentor')} who are free.`
    : `The protocol of this programme says: the pairs that there are stay as they are, and a ${insideSentence(protocol.roles.mentor.label)} who is free is drawn for each ${insideSentence(protocol.roles.mentee.label)} who has none.`
