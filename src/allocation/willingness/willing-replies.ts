/** What a mentor may say in private, and what of it can be taken. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { OfferedMentee } from './willing-rules.ts'

/** As the form sends it. The maps are by the id of the mentee. */
export type Replies = {
  /** `yes` or `no`. */
  readonly willing: ReadonlyMap<string, string>
  /** '' where there is no rank. */
  readonly ranks: ReadonlyMap<string, string>
  readonly most: string
}

export const willingField = (menteeId: string): string => `willing-${menteeId}`
export const rankField = (menteeId: string): string => `rank-${menteeId}`
export const mostField = 'most'

/** By the id of the mentee. */
export type Said = ReadonlyMap<string, boolean>

export type Answers = {
  readonly said: Said
  /** By the id of the mentee; 1 is the first choice. Whoever is absent has no rank. */
  readonly ranks: ReadonlyMap<string, number>
  /** How many mentees they would take; null: not asked. */
  readonly most: number | null
}

export type WillingProblem =
  | { readonly kind: 'willingness.unanswered'; readonly mentees: readonly string[] }
  | {
      readonly kind: 'willingness.too_few'
      readonly willing: number
      readonly minimum: number
    }
  | { readonly kind: 'willingness.rank_unknown'; readonly mentees: readonly string[] }
  | { readonly kind: 'willingness.rank_without_yes'; readonly mentees: readonly string[] }
  | {
      readonly kind: 'willingness.rank_left_out'
      readonly rank: number
      readonly mentees: readonly string[]
    }
  | { readonly kind: 'willingness.most_unknown'; readonly most: number }

type Rules = Protocol['rules']

/** Of fewer people than the minimum, everybody. */
export const minimumOf = (
  offered: readonly OfferedMentee[],
  { minimumWilling }: Pick<Rules, 'minimumWilling'>,
): number => Math.min(minimumWilling, offered.length)

export const decideReplies = (
  offered: readonly OfferedMentee[],
  replies: Replies,
  rules: Rules,
): Result<Answers, WillingProblem> => {
  const said = decideWillingness(offered, replies, rules)
  if (!said.ok) return said
  const ranks = decideRanks(said.value, replies, rules)
  if (!ranks.ok) return ranks
  const most = decideMost(replies, rules)
  return most.ok ? ok({ said: said.value, ranks: ranks.value, most: most.value }) : most
}

/**
 * Everybody is answered about, and no answer is taken for granted. Fewer than the minimum would leave the draw no
 * choice; nobody at all is a way of saying that one does not want to be drawn.
 */
const decideWillingness = (
  offered: readonly OfferedMentee[],
  { willing: replies }: Replies,
  rules: Rules,
): Result<Said, WillingProblem> => {
  const said = new Map<string, boolean>()
  for (const { participantId } of offered) {
    const reply = replies.get(participantId)
    if (reply === 'yes' || reply === 'no') said.set(participantId, reply === 'yes')
  }
  const mentees = offered.map((mentee) => mentee.participantId).filter((id) => !said.has(id))
  if (mentees.length > 0) return fail({ kind: 'willingness.unanswered', mentees })
  const willing = [...said.values()].filter(Boolean).length
  const minimum = minimumOf(offered, rules)
  if (willing > 0 && willing < minimum)
    return fail({ kind: 'willingness.too_few', willing, minimum })
  return ok(said)
}

/**
 * Two people may have the same rank: whoever is as glad of either would else make an order up, and each order that is
 * made up takes chance out of the draw. No rank is left out: else one mentor's second choice could weigh as much in the
 * draw as another's fifth. Whoever has no rank comes after all ranks.
 */
const decideRanks = (
  said: Said,
  { ranks: replies }: Replies,
  { preferences }: Rules,
): Result<Answers['ranks'], WillingProblem> => {
  if (preferences === undefined) return ok(new Map())
  const given = [...said.keys()].flatMap((id) => {
    const reply = replies.get(id) ?? ''
    return reply === '' ? [] : [{ id, rank: rankIn(reply, said.size) }]
  })
  const unknown = given.filter(({ rank }) => rank === null)
  if (unknown.length > 0) return fail({ kind: 'willingness.rank_unknown', mentees: idsOf(unknown) })
  const refused = given.filter(({ id }) => said.get(id) !== true)
  if (refused.length > 0)
    return fail({ kind: 'willingness.rank_without_yes', mentees: idsOf(refused) })
  const ranks = new Map(given.map(({ id, rank }) => [id, rank ?? 0]))
  const missing = firstLeftOut([...ranks.values()])
  if (missing === null) return ok(ranks)
  const later = given.filter(({ rank }) => (rank ?? 0) > missing)
  return fail({ kind: 'willingness.rank_left_out', rank: missing, mentees: idsOf(later) })
}

const idsOf = (given: readonly { readonly id: string }[]): readonly string[] =>
  given.map(({ id }) => id)

const rankIn = (reply: string, last: number): number | null => {
  const rank = /^\d{1,4}$/.test(reply) ? Number(reply) : 0
  return rank >= 1 && rank <= last ? rank : null
}

const firstLeftOut = (ranks: readonly number[]): number | null => {
  for (let rank = 1; rank < Math.max(0, ...ranks); rank += 1) {
    if (!ranks.includes(rank)) return rank
  }
  return null
}

/** More than one is never assumed: whoever has not said so takes one. */
const decideMost = (
  { most: reply }: Replies,
  { menteesPerMentor: most }: Rules,
): Result<number | null, WillingProblem> => {
  if (most === undefined) return ok(null)
  const offer = rankIn(reply, most)
  return offer === null ? fail({ kind: 'willingness.most_unknown', most }) : ok(offer)
}
