/**
 * What the lead is told before publishing: how many could conclude that somebody refused them, and what to do. Numbers
 * and no names, for who could conclude it has been refused.
 */
import type { Protocol } from '../protocol/model.ts'
import { peopleOf, plural } from '../protocol/wording/words.ts'
import type { CountTells } from './count-tells.ts'
import type { LeakKind, Leaks } from './leak-meter.ts'

/** A sentence for each way in which somebody can tell, then what to do; none if nobody can. */
export const leakSentences = (
  { leaks }: Leaks,
  tells: CountTells,
  protocol: Protocol,
): readonly string[] => {
  const byPairs = [...Map.groupBy(leaks, ({ kind }) => kind)].map(
    ([kind, { length }]) =>
      `${peopleOf(protocol, 'mentee', length)} can conclude from the pairs alone that somebody refused them: ${because(kind, protocol)}.`,
  )
  return [
    ...byPairs,
    ...(byPairs.length > 0 ? remedies(protocol) : []),
    ...countSentences(tells, protocol),
  ]
}

const because = (kind: LeakKind, protocol: Protocol): string => {
  const mentors = plural(protocol, 'mentor')
  switch (kind) {
    case 'room_for_both':
      return `they lack a partner, while one of the ${mentors} has room`
    case 'others_second':
      return `they have no partner, while one of the ${mentors} is the second one of somebody else`
    case 'mentor_without':
      return `they share their partner, while one of the other ${mentors} has nobody`
    case 'own_trainee':
      return `they are paired with somebody whom they supervise, while one of the other ${mentors} has room`
    case 'others_trainee':
      return `they lack a partner, while one of the ${mentors} is paired with their own supervisor`
  }
}

const remedies = (protocol: Protocol): readonly string[] => [
  'Do not draw again until nobody can tell: chosen among draws, the pairs are no longer random.',
  `What prevents it is more yeses: before a draw, ask all ${plural(protocol, 'mentor')}, in the same words, to reconsider.`,
]

const countSentences = (
  { mentees, undecided }: CountTells,
  protocol: Protocol,
): readonly string[] => {
  const told = `${peopleOf(protocol, 'mentee', mentees.length)} can conclude from the number of possible pairings that somebody refused them. Do not hand out the certificate; an auditor can check it.`
  const open = `For ${peopleOf(protocol, 'mentee', undecided.length)} it could not be worked out whether the number of possible pairings tells them something. If in doubt, do not hand out the certificate.`
  return [...(mentees.length > 0 ? [told] : []), ...(undecided.length > 0 ? [open] : [])]
}
