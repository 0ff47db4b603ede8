/** What the lead is told where not everybody can be paired: numbers, and nobody's name or code. */
import type { Protocol, RoleId } from '../protocol/model.ts'
import { counted, peopleOf, plural } from '../protocol/wording/words.ts'
import type { DeficientGroup, NoCompletePairing, SideName } from './model.ts'
import type { Repairs } from './repairs.ts'

export type ShortageSentences = {
  /** Why it is not possible, in one to four sentences. */
  readonly reasons: readonly string[]
  /** What to do about it: any one of these. */
  readonly remedies: readonly string[]
}

/**
 * @param problem   of its groups only the sizes are told
 * @param protocol  which has the names of the two roles
 */
export const shortageSentences = (
  problem: NoCompletePairing,
  repairs: Repairs,
  protocol: Protocol,
): ShortageSentences => ({
  reasons: [missing(repairs, protocol), ...groupSentences(problem.because, protocol)],
  remedies: [yeses(repairs, protocol), newcomers(repairs, protocol), ...oneMore(repairs, protocol)],
})

const mostGroups = 3

const roleOf = (side: SideName): RoleId => (side === 'mentors' ? 'mentor' : 'mentee')
const otherRole = (side: SideName): RoleId => (side === 'mentors' ? 'mentee' : 'mentor')

const missing = ({ side, short }: Repairs, protocol: Protocol): string => {
  const partners = `${counted(short, 'partner')} ${short === 1 ? 'is' : 'are'} missing`
  return `Not all ${plural(protocol, roleOf(side))} can be paired: at best, ${partners}.`
}

/**
 * “3 mentors have only 2 possible mentees between them.” Where one person alone has nobody, no group is told: the sizes of
 * the others would point to them.
 */
const groupSentences = (
  groups: readonly DeficientGroup[],
  protocol: Protocol,
): readonly string[] => {
  if (groups.some(({ members }) => members.length === 1)) return []
  const sentences = groups
    .filter(({ members, neighbours }) => neighbours.length < members.length)
    .toSorted((a, b) => a.members.length - b.members.length)
    .map(({ side, members, neighbours }) => {
      const those = peopleOf(protocol, roleOf(side), members.length)
      const partners = peopleOf(protocol, otherRole(side), neighbours.length).replace(
        ' ',
        ' possible ',
      )
      return `${those} have only ${partners} between them.`
    })
  return [...new Set(sentences)].slice(0, mostGroups)
}

const yeses = ({ yeses: n }: Repairs, protocol: Protocol): string => {
  const mentors = plural(protocol, 'mentor')
  if (n === null)
    return `More yeses from the ${mentors} are not enough by themselves: too many pairs are excluded, or have ended and are not made again. Allow some that you excluded, or change the rule about supervisors.`
  const more = n === 1 ? 'One more yes' : `${n} more yeses`
  return `Ask the ${mentors} to reconsider. Everybody gets the same private message. ${more} can be enough.`
}

const newcomers = ({ side, newcomers: n }: Repairs, protocol: Protocol): string =>
  `Add ${peopleOf(protocol, otherRole(side), n)} who can be paired with anybody.`

const oneMore = ({ side, takingOneMore: n }: Repairs, protocol: Protocol): readonly string[] => {
  if (n === null) return []
  const partner = peopleOf(protocol, roleOf(side), 1).replace('1 ', 'one more ')
  const each = n === 1 ? '' : ' each'
  return [`Let ${peopleOf(protocol, otherRole(side), n)} have ${partner}${each}.`]
}
